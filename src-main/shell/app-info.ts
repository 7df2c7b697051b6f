/** What a window knows of the program from its first line on, without asking. */
import type { App } from 'electron'
import type { AppInfo, WorkspacesState } from '#shared/contract/bridge.ts'
import { defaultPreferences, type Preferences } from '#shared/contract/preferences.ts'
import type { WindowView } from '#shared/contract/window-view.ts'
import type { FlagStates } from '#shared/flags/flags.ts'
import { channelOf } from '#shared/flags/resolve-flags.ts'
import type { CommandLine } from './command-line.ts'
import type { DataPaths } from './data-paths.ts'

interface AppInfoDeps {
  readonly app: App
  readonly commandLine: CommandLine
  readonly paths: DataPaths
  readonly isCarried: boolean
  readonly preferences: Preferences
  readonly flags: FlagStates
  readonly view: WindowView
}

export function createAppInfo(deps: AppInfoDeps): AppInfo {
  const { app, commandLine, paths, isCarried, preferences, flags, view } = deps
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: platform(),
    profile: commandLine.profile,
    dataFolder: paths.root,
    isPortable: paths.isPortable,
    isCarried,
    systemLanguage: systemLanguage(app),
    preferences,
    defaultPreferences,
    demo: commandLine.demo,
    channel: channelOf(app.getVersion(), app.isPackaged),
    flags,
    pseudoLocale: commandLine.pseudoLocale,
    view,
  }
}

/** Where there are several workspaces, each has its own last place. */
export function preferencesAtStart(
  preferences: Preferences,
  { current, list }: WorkspacesState,
): Preferences {
  const lastRoute = list.length > 1 ? list.find(({ id }) => id === current)?.lastRoute : undefined
  return { ...preferences, ...(lastRoute === undefined ? {} : { lastRoute }) }
}

/** As BCP 47; English where the system says nothing that is one, such as "C" on a bare Linux. */
export function systemLanguage(app: App): string {
  return app.getPreferredSystemLanguages().find(isLanguageTag) ?? 'en'
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The other Unixes that Electron could be built for behave like Linux. */
function platform(): AppInfo['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
