/**
 * "Open with Outpost": documents that the system hands over, by the command line of this start or of a second one, and on
 * macOS by an event. They are added to the files that are searched, and only after the person was asked.
 */
import { statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App, BrowserWindow } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { EngineState } from '#shared/contract/bridge.ts'
import { maxLibraryDropped } from '#shared/contract/pasted-files.ts'
import type { AppWindows } from './app-windows.ts'
import type { Translate } from './translate.ts'

/** As electron-builder.yml and the installer for Windows offer them to the system. */
const endings = /\.(?:md|markdown|txt|csv|html?|pdf|docx|xlsx|eml)$/i

interface OpenFilesDeps {
  readonly app: Pick<App, 'on'>
  readonly workspaces: {
    current(): { state(): EngineState; addLibrary(paths: readonly string[]): void }
    onEngineState(listener: (state: EngineState) => void): void
  }
  readonly appWindows: Pick<AppWindows, 'showMain' | 'showInMain'>
  readonly translate: () => Translate
  /** True where the person wants them. */
  readonly ask: (window: BrowserWindow, files: readonly string[], translate: Translate) => Promise<boolean>
  readonly log: Log
}

export interface OpenFiles {
  /** @param folder that the arguments are relative to */
  open(argv: readonly string[], folder: string): void
}

/** Of the window: the files that are searched. */
const filesRoute = 'knowledge/files'

export function serveOpenFiles(deps: OpenFilesDeps): OpenFiles {
  const { app, workspaces, appWindows, translate, ask, log } = deps
  const waiting = new Set<string>()
  let isAsking = false

  /** Needs an engine that takes them, which tells when it is there. */
  const offer = async (): Promise<void> => {
    if (isAsking || waiting.size === 0 || workspaces.current().state().type !== 'ready') return
    isAsking = true
    const files = [...waiting].slice(0, maxLibraryDropped)
    waiting.clear()
    try {
      const isWanted = await ask(appWindows.showMain(), files, translate())
      if (isWanted) {
        workspaces.current().addLibrary(files)
        appWindows.showInMain({ route: filesRoute, quote: null })
        log.info('files.added', { files: files.length })
      }
    } finally {
      isAsking = false
    }
    await offer()
  }
  const open: OpenFiles['open'] = (argv, folder) => {
    for (const file of documentsOf(argv, folder)) waiting.add(file)
    void offer()
  }
  workspaces.onEngineState(() => void offer())
  app.on('open-file', (event, file) => {
    event.preventDefault()
    open([file], path.sep)
  })
  return { open }
}

/** The existing documents among the arguments of a start, each once; whatever else is there is passed over. */
export function documentsOf(argv: readonly string[], folder: string): string[] {
  const found = new Set<string>()
  for (const argument of argv) {
    if (argument.startsWith('-') || !endings.test(argument)) continue
    const file = pathOf(argument, folder)
    if (file !== null && isFile(file)) found.add(file)
  }
  return [...found]
}

/** Desktops hand over a path or its address. */
function pathOf(argument: string, folder: string): string | null {
  if (!argument.startsWith('file:')) return path.resolve(folder, argument)
  try {
    return fileURLToPath(argument)
  } catch {
    return null
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile()
  } catch {
    return false
  }
}
