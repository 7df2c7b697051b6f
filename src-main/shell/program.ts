/**
 * Puts the shell's parts together and takes them apart again. The window comes first, as it takes longest; the engine
 * opens while it loads, and the menu follows when there is something to see. On the way out windows go first (they save drafts), then the engine.
 */
import path from 'node:path'
import { app, dialog, powerMonitor, safeStorage, session } from 'electron'
import type { BlobId } from '#shared/base/blob-id.ts'
import { systemClock } from '#shared/base/clock.ts'
import { channels } from '#shared/contract/channels.ts'
import { createAppInfo, preferencesAtStart, systemLanguage } from './app-info.ts'
import { createAppOrigin } from './app-origin.ts'
import { createAppMenus } from './app-menus.ts'
import { createAppWindows } from './app-windows.ts'
import { createAskedLinks } from './ask-before-link.ts'
import { askToAdd } from './ask-to-add.ts'
import { createDesktop } from './attention/desktop.ts'
import { followStartAtLogIn } from './attention/log-in.ts'
import { registerAppScheme, serveAppScheme } from './app-protocol.ts'
import { serveBridge } from './bridge-ipc.ts'
import { createCapture } from './capture/capture.ts'
import { dataArguments, wantsCapture, type CommandLine } from './command-line.ts'
import type { DataPaths } from './data-paths.ts'
import { serveDeepLinks } from './deep-links.ts'
import { serveBlobScheme } from './blob-protocol.ts'
import { createFileActions } from './file-actions.ts'
import { createDiagnostics } from './diagnostics/diagnostics.ts'
import { faultFields } from './fault-report.ts'
import { hardenApp } from './hardening.ts'
import { parseDemoServer } from './demo-server.ts'
import { environment } from './environment.ts'
import { createHostForker } from './host-process.ts'
import { createKeptScreen } from './kept-screen.ts'
import { createLocalModelStarter } from './local-model-process.ts'
import { createFileLog } from './log-file.ts'
import { followPreferences } from './follow-preferences.ts'
import { followPower } from './follow-power.ts'
import { createPreferencesStore } from './preferences.ts'
import type { ProgramFiles } from './program-files.ts'
import { createRestartPolicy } from './restart-policy.ts'
import { createSecretStore } from './secret-store.ts'
import { serveOpenFiles } from './open-files.ts'
import { createShowFolder } from './show-folder.ts'
import { printSmoke } from './smoke.ts'
import { startFlags } from './start-flags.ts'
import { createOwnWords } from './own-words.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import { startDesktop } from './start-desktop.ts'
import { appendStartSwitches } from './start-switches.ts'
import { startWorkspaces, workspaceFolder } from './start-workspaces.ts'
import { applyTheme } from './theme.ts'
import { createTranslate, resolveLanguage, type FaultText } from './translate.ts'
import { watchFaults } from './watch-faults.ts'
import { createWindowStateStore } from './window-state.ts'
import { createWindows, tellEngineState } from './windows.ts'

interface ProgramDeps {
  readonly commandLine: CommandLine
  readonly paths: DataPaths
  /** A folder to delete at the end; null for none. */
  readonly temporary: string | null
  /** It lies where it is carried about, wherever its data is: it leaves no trace of itself in a system. */
  readonly isCarried: boolean
  readonly files: ProgramFiles
}

/** Call once, before the app is ready. */
export function runProgram({ commandLine, paths, temporary, isCarried, files }: ProgramDeps): void {
  const startedAt = Date.now()
  const development = !app.isPackaged
  const log = createFileLog({ folder: paths.logs, clock: systemClock })
  const preferences = createPreferencesStore({ file: paths.preferences, log })
  const windowState = createWindowStateStore({ file: paths.windowState, log })
  const origin = createAppOrigin(development ? environment('ELECTRON_RENDERER_URL') : undefined)
  const windows = createWindows()
  const createPolicy = () => createRestartPolicy({ monotonicMs: () => performance.now() })
  const secrets = createSecretStore({
    file: paths.secrets,
    keychain: safeStorage,
    platform: process.platform,
    log,
  })
  const flags = startFlags(app, preferences.get().flags, commandLine.flags)
  // A package has the right one inside, and loads no code that an environment names.
  const sqliteBinding = development ? (environment('OUTPOST_SQLITE_BINDING') ?? null) : null
  const workspaces = startWorkspaces({
    hasOtherModels: flags['other-models'],
    modelCatalogue: development ? (environment('OUTPOST_MODEL_CATALOGUE') ?? null) : null,
    paths,
    fork: createHostForker({ modulePath: files.engineHost, showOutput: development }),
    sqliteBinding,
    demo: commandLine.demo,
    demoServer: development ? parseDemoServer(environment('OUTPOST_DEMO_SERVER')) : null,
    secrets,
    modelFolder: files.model,
    startLocalModel: createLocalModelStarter(files.localModel),
    isOnBattery: () => powerMonitor.onBatteryPower,
    createPolicy,
    log,
  })
  const keptScreen = createKeptScreen({
    file: () => path.join(workspaceFolder(paths, workspaces.state().current), 'kept-screen.json'),
    log,
  })
  const translate = () =>
    createTranslate(
      resolveLanguage(preferences.get().language, systemLanguage(app)),
      commandLine.pseudoLocale,
    )

  const findBlob = (id: BlobId) => workspaces.current().findBlob(id)
  const fileActions = createFileActions({ app, find: findBlob, translate, log })

  const stop = async (): Promise<void> => {
    desktop.dispose()
    capture.dispose()
    await workspaces.close()
    keptScreen.flush()
    fileActions.dispose()
    preferences.flush()
    windowState.flush()
    log.info('shell.stopped')
    log.flush()
  }
  const exit = (code: number): void => {
    stopped = true
    void stop().finally(() => app.exit(code))
  }
  const fail = (title: FaultText, text: FaultText): void => {
    if (stopped) return
    if (!commandLine.smoke) dialog.showErrorBox(translate().fault(title), translate().fault(text))
    exit(1)
  }
  let stopped = false
  let exitCode = 0
  let spelling: Spelling | null = null
  const startsHidden = commandLine.hidden || commandLine.capture

  const desktop = createDesktop({
    workspaces,
    preferences,
    language: () => translate().language,
    pseudoLocale: commandLine.pseudoLocale,
    platform: process.platform,
    icons: files.trayIcons,
    open: showLink,
    newTicket: () => appWindows.sendAction('new-ticket'),
    capture: () => capture.show(),
    captureKey: () => capture.keyState(),
    quit: () => app.quit(),
    mainWindow: windows.main,
    log,
  })
  /** Brings a window to the front, and shows in it where the link leads. */
  function showLink(link: string | null): void {
    if (link !== null) links.offer(link)
    else appWindows.showMain()
  }

  const showFolder = createShowFolder(paths, log)
  const ownWords = createOwnWords({ session: () => session.defaultSession, windows })
  const menus = createAppMenus({
    ownWords,
    app,
    windows,
    appWindows: () => appWindows,
    placeIn: desktop.onScreen.placeIn,
    preferences,
    translate,
    platform: process.platform,
    development,
    capture: () => capture.show(),
    showLogs: () => void showFolder('logs'),
  })
  const startPreferences = () => preferencesAtStart(preferences.get(), workspaces.state())
  const appWindows = createAppWindows({
    windows,
    state: windowState,
    workspaces,
    info: (view) =>
      createAppInfo({ app, commandLine, paths, isCarried, preferences: startPreferences(), flags, view }),
    preloadPath: files.preload,
    startUrl: origin.startUrl,
    development,
    createPolicy,
    onMainFailed: () => fail('loadTitle', 'loadText'),
    onOpened(window, view) {
      if (view.type === 'main') desktop.addWindow(window)
      window.webContents.on('context-menu', (_event, params) => menus.popUp(window, params))
    },
    log,
  })
  const capture = createCapture({ appWindows, windows, preferences, log })

  watchFaults({ app, log, temporary, fail: () => fail('title', 'text') })
  registerAppScheme()
  hardenApp(app, { origin, links: createAskedLinks(translate, log), dataDir: commandLine.dataDir, log })
  appendStartSwitches(app, preferences.get())

  workspaces.onChange((state) => {
    for (const window of appWindows.ofShownWorkspace()) window.webContents.send(channels.workspaces, state)
  })
  workspaces.onEngineState((state, engine) => {
    for (const window of appWindows.ofShownWorkspace()) tellEngineState(window, state, engine)
  })
  const links = serveDeepLinks({
    app,
    argv: process.argv,
    isRegistered: (app.isPackaged && !isCarried) || environment('OUTPOST_REGISTER_LINKS') !== undefined,
    // A window that is there takes it at once; one that comes asks for it when it is loaded.
    show(link) {
      if (!app.isReady()) return false
      const isThere = windows.main() !== null
      appWindows.showMain()
      if (isThere) windows.main()?.webContents.send(channels.serverLink, link)
      return isThere
    },
    log,
  })
  if (!isCarried) followStartAtLogIn(preferences, { app, args: dataArguments(commandLine), log })
  followPreferences({
    preferences,
    windows,
    translate,
    menus,
    spelling: () => spelling,
    languageChanged: desktop.languageChanged,
  })

  const openFiles = serveOpenFiles({ app, workspaces, appWindows, ask: askToAdd, translate, log })
  app.on('second-instance', (_event, argv, folder) => {
    log.info('shell.second-start')
    if (app.isReady() && wantsCapture(argv)) capture.show()
    else if (app.isReady()) appWindows.showMain()
    links.open(argv)
    openFiles.open(argv.slice(1), folder)
  })
  app.on('activate', () => appWindows.showMain())
  app.on('before-quit', () => {
    appWindows.quitting()
    keptScreen.quitting()
    capture.quitting()
    desktop.quitting()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (!stopped) exit(exitCode)
  })

  const begin = async (): Promise<void> => {
    await app.whenReady()
    const { electron } = process.versions
    log.info('shell.started', { version: app.getVersion(), electron, demo: commandLine.demo })
    applyTheme(preferences.get().theme)
    spelling = createSpelling({
      session: session.defaultSession,
      preferences: preferences.get,
      language: () => translate().language,
      platform: process.platform,
      source: files.spelling,
      userData: paths.browser,
      log,
    })
    serveAppScheme(session.defaultSession, files.renderer, log)
    const window = appWindows.openView({ type: 'main' }, { isHidden: startsHidden })
    // The window's process starts meanwhile; what it asks for comes later than this.
    serveBlobScheme(session.defaultSession, findBlob, log)
    serveBridge({
      windows,
      appWindows,
      capture,
      workspaces,
      preferences,
      origin,
      log,
      quit: () => app.quit(),
      showFolder,
      secretStorage: secrets.storage,
      keptScreen,
      fileActions,
      ownWords,
      diagnostics: createDiagnostics({
        ...{ paths, workspaces, preferences, desktop, flags, startedAt, log },
        secretStorage: secrets.storage,
      }),
      translate,
      takeServerLink: links.take,
      desktop,
      shows(window, place) {
        desktop.onScreen.shows(window, place)
        menus.refresh()
      },
    })
    followPower(powerMonitor, workspaces)
    // Asks in front of the window, which has to be there.
    window.once('ready-to-show', () =>
      setImmediate(() => openFiles.open(process.argv.slice(1), process.cwd())),
    )
    if (process.platform === 'darwin') menus.set()
    else window.once('ready-to-show', menus.set)
    if (!commandLine.smoke) {
      startDesktop(window, { desktop, appWindows, capture, spelling, commandLine })
      return
    }
    const about = { version: app.getVersion(), profile: commandLine.profile, portable: paths.isPortable }
    exitCode = await printSmoke({ window, workspaces, files, sqliteBinding, about })
    app.quit()
  }
  begin().catch((error: unknown) => {
    log.error('shell.fault', faultFields(error))
    fail('title', 'text')
  })
}
