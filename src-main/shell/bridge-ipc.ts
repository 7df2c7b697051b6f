/**
 * The shell's side of the bridge: nothing passes that is not from the top frame of a window of ours, showing a page
 * of ours, in a shape that the contract knows. Refusals are logged without their content.
 */
import { availableParallelism } from 'node:os'
import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { parsePlaceLink } from '#shared/base/place-link.ts'
import { err } from '#shared/base/result.ts'
import {
  recoveryActions,
  workspaceFolderId,
  type CallResponse,
  type RecoveryAction,
} from '#shared/contract/bridge.ts'
import type { SecretStorage } from '#shared/contract/desktop.ts'
import { channels } from '#shared/contract/channels.ts'
import { writtenDraft } from '#shared/contract/chat.ts'
import { isMenuAction } from '#shared/contract/menu-keys.ts'
import { showTarget, windowView } from '#shared/contract/window-view.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { AppOrigin } from './app-origin.ts'
import type { AppWindows } from './app-windows.ts'
import type { Desktop } from './attention/desktop.ts'
import type { Capture } from './capture/capture.ts'
import type { DiagnosticsSource } from './diagnostics/diagnostics.ts'
import { serveDiagnostics } from './diagnostics/diagnostics-ipc.ts'
import { isPlainData } from './plain-data.ts'
import type { PreferencesStore } from './preferences.ts'
import type { KeptScreen } from './kept-screen.ts'
import type { Translate } from './translate.ts'
import { tellEngineState, type Windows } from './windows.ts'
import type { Workspaces } from './workspaces.ts'
import type { FileActions } from './file-actions.ts'
import { serveArticles } from './article-ipc.ts'
import { serveFiles } from './file-ipc.ts'
import { serveLibrary } from './library-ipc.ts'
import { serveModels } from './model-ipc.ts'
import { serveOwnWords, type OwnWords } from './own-words.ts'

interface BridgeDeps {
  readonly windows: Windows
  readonly appWindows: Pick<AppWindows, 'attached' | 'openView' | 'showInMain' | 'doInMain' | 'tellOthers'>
  readonly capture: Capture
  readonly workspaces: Workspaces
  readonly preferences: PreferencesStore
  readonly origin: AppOrigin
  readonly log: Log
  readonly quit: () => void
  readonly showFolder: (which: 'data' | 'logs') => Promise<void>
  readonly secretStorage: () => SecretStorage
  readonly keptScreen: Pick<KeptScreen, 'take' | 'keep'>
  readonly fileActions: FileActions
  readonly ownWords: OwnWords
  readonly diagnostics: DiagnosticsSource
  readonly desktop: Pick<Desktop, 'facts' | 'testNotification'>
  /** The place that the window shows now; null for none. */
  readonly shows: (window: BrowserWindow, place: string | null) => void
  readonly translate: () => Translate
  /** A link that was opened before there was a window to show it; null for none, and only once. */
  readonly takeServerLink: () => string | null
}

const preferenceLimits = { maxCharacters: 50_000, maxValues: 2_000, maxDepth: 4 }
/** A window that floods the door must not flush the log. */
const loggedRefusals = 50

export function serveBridge(deps: BridgeDeps): void {
  const { windows, workspaces, preferences, origin } = deps
  const logRefusal = createRefusalLog(deps.log)
  const isMain = (window: BrowserWindow): boolean => windows.viewOf(window)?.type === 'main'

  const senderWindow = (event: IpcMainEvent | IpcMainInvokeEvent, channel: string): BrowserWindow | null => {
    const window = windows.of(event.sender)
    if (window && isOwnTopFrame(event, origin)) return window
    logRefusal(channel, 'sender')
    return null
  }

  ipcMain.on(channels.attach, (event) => {
    const window = senderWindow(event, 'attach')
    if (!window) return
    const kept = isMain(window) ? deps.keptScreen.take() : null
    window.webContents.send(channels.keptScreen, kept)
    window.webContents.send(channels.preferences, preferences.get())
    window.webContents.send(channels.workspaces, workspaces.state())
    const tellEngine = (): void => {
      const engine = workspaces.current()
      tellEngineState(window, engine.state(), engine)
    }
    // The first frame has its rows. Where there are two processors, an engine that starts takes one of them from it.
    if (kept !== null && availableParallelism() <= 2)
      window.once('ready-to-show', () => setImmediate(tellEngine))
    else tellEngine()
    deps.appWindows.attached(window)
    const link = isMain(window) ? deps.takeServerLink() : null
    if (link !== null) window.webContents.send(channels.serverLink, link)
  })

  ipcMain.handle(channels.call, async (event, value: unknown): Promise<CallResponse> => {
    const window = senderWindow(event, 'call')
    if (!window) return refuse({ type: 'no-access' })
    // With the schemas of the whole contract: read for the first call, not for the first frame.
    const { checkRequest } = await import('./check-request.ts')
    const request = checkRequest(value)
    if (request.ok) return workspaces.call(window.id, request.value)
    logRefusal('call', request.error.type)
    return request
  })

  ipcMain.on(channels.cancel, (event, id: unknown) => {
    const window = senderWindow(event, 'cancel')
    if (window && typeof id === 'string') workspaces.current().cancel(window.id, id)
  })

  ipcMain.handle(channels.updatePreferences, (event, change: unknown) => {
    const window = senderWindow(event, 'updatePreferences')
    if (!window) throw new Error('refused')
    const updated = isPlainData(change, preferenceLimits) ? preferences.update(change) : err('invalid')
    if (!updated.ok) logRefusal('updatePreferences', 'invalid-input')
    else if (hasRoute(change) && isMain(window)) workspaces.rememberRoute(updated.value.lastRoute)
    return preferences.get()
  })

  ipcMain.handle(channels.recover, async (event, action: unknown) => {
    if (!senderWindow(event, 'recover')) throw new Error('refused')
    if (!isRecoveryAction(action)) logRefusal('recover', 'invalid-input')
    else if (action === 'quit') deps.quit()
    else if (action === 'show-folder') await deps.showFolder('data')
    else workspaces.current().recover(action)
  })

  ipcMain.handle(channels.showLogs, async (event) => {
    if (!senderWindow(event, 'showLogs')) throw new Error('refused')
    await deps.showFolder('logs')
  })

  const onFolderId = (name: 'openWorkspace' | 'forgetWorkspace', act: (id: string) => void): void => {
    ipcMain.on(channels[name], (event, value: unknown) => {
      if (!senderWindow(event, name)) return
      const id = workspaceFolderId.safeParse(value)
      if (id.success) act(id.data)
      else logRefusal(name, 'invalid-input')
    })
  }
  onFolderId('openWorkspace', workspaces.open)
  onFolderId('forgetWorkspace', workspaces.forget)
  ipcMain.on(channels.addWorkspace, (event) => {
    if (senderWindow(event, 'addWorkspace')) workspaces.add()
  })
  ipcMain.on(channels.wake, (event) => {
    if (senderWindow(event, 'wake')) workspaces.wake()
  })
  ipcMain.on(channels.openView, (event, value: unknown, shown: unknown) => {
    if (!senderWindow(event, 'openView')) return
    const view = windowView.safeParse(value)
    const target = showTarget.optional().safeParse(shown)
    if (view.success && view.data.type === 'capture') deps.capture.show()
    else if (view.success && target.success)
      deps.appWindows.openView(view.data, target.data ? { target: target.data } : {})
    else logRefusal('openView', 'invalid-input')
  })
  ipcMain.on(channels.showInMain, (event, value: unknown) => {
    if (!senderWindow(event, 'showInMain')) return
    const target = showTarget.safeParse(value)
    if (target.success) deps.appWindows.showInMain(target.data)
    else logRefusal('showInMain', 'invalid-input')
  })
  ipcMain.on(channels.doInMain, (event, action: unknown) => {
    if (!senderWindow(event, 'doInMain')) return
    if (isMenuAction(action)) deps.appWindows.doInMain(action)
    else logRefusal('doInMain', 'invalid-input')
  })
  serveDiagnostics({ source: deps.diagnostics, senderWindow, logRefusal, log: deps.log })
  ipcMain.on(channels.shareDraft, (event, value: unknown) => {
    const window = senderWindow(event, 'shareDraft')
    if (!window) return
    const draft = writtenDraft.safeParse(value)
    if (draft.success) deps.appWindows.tellOthers(window, channels.draft, draft.data)
    else logRefusal('shareDraft', 'invalid-input')
  })
  deps.capture.serve(senderWindow)
  serveFiles({
    actions: deps.fileActions,
    senderWindow,
    logRefusal,
    attach: (draftKey, sources) => workspaces.current().attach(draftKey, sources),
  })
  serveLibrary({
    senderWindow,
    logRefusal,
    add: (paths) => workspaces.current().addLibrary(paths),
    find: (id) => workspaces.current().findLibraryFile(id),
    translate: deps.translate,
    log: deps.log,
  })
  serveOwnWords({ words: deps.ownWords, senderWindow, logRefusal })
  serveModels({
    senderWindow,
    logRefusal,
    add: (modelId, folder) => workspaces.current().addModel(modelId, folder),
    addFile: (path) => workspaces.current().addModelFile(path),
  })
  serveArticles({
    senderWindow,
    logRefusal,
    transfer: (kind, folder) => workspaces.current().transferArticles(kind, folder),
    log: deps.log,
  })
  ipcMain.on(channels.keepScreen, (event, value: unknown) => {
    const window = senderWindow(event, 'keepScreen')
    if (!window) return
    if (isMain(window) && typeof value === 'string') deps.keptScreen.keep(value)
    else logRefusal('keepScreen', 'invalid-input')
  })
  ipcMain.on(channels.shows, (event, place: unknown) => {
    const window = senderWindow(event, 'shows')
    if (!window) return
    if (place === null || isPlace(place)) deps.shows(window, place)
    else logRefusal('shows', 'invalid-input')
  })
  ipcMain.handle(channels.findElsewhere, (event, text: unknown) => {
    if (!senderWindow(event, 'findElsewhere')) throw new Error('refused')
    const link = typeof text === 'string' ? parsePlaceLink(text) : null
    if (link) return workspaces.findElsewhere(link)
    logRefusal('findElsewhere', 'invalid-input')
    return null
  })
  ipcMain.handle(channels.desktop, (event) => {
    if (!senderWindow(event, 'desktop')) throw new Error('refused')
    return deps.desktop.facts()
  })
  ipcMain.handle(channels.testNotification, (event) => {
    if (!senderWindow(event, 'testNotification')) throw new Error('refused')
    return deps.desktop.testNotification()
  })
  ipcMain.handle(channels.secretStorage, (event): SecretStorage => {
    if (!senderWindow(event, 'secretStorage')) throw new Error('refused')
    return deps.secretStorage()
  })
}

function isOwnTopFrame(event: IpcMainEvent | IpcMainInvokeEvent, origin: AppOrigin): boolean {
  try {
    const frame = event.senderFrame
    return frame !== null && frame.parent === null && origin.isOwn(frame.url)
  } catch {
    // The frame went away while its message travelled: nobody is there any more.
    return false
  }
}

function isRecoveryAction(value: unknown): value is RecoveryAction {
  return (recoveryActions as readonly unknown[]).includes(value)
}

function isPlace(value: unknown): value is string {
  return typeof value === 'string' && /^(channel|ticket|article)\/[0-9A-Z]{26}$/.test(value)
}

function hasRoute(change: unknown): boolean {
  return typeof change === 'object' && change !== null && 'lastRoute' in change
}

function refuse(error: CallError): CallResponse {
  return err(error)
}

function createRefusalLog(log: Log): (channel: string, reason: string) => void {
  let count = 0
  return (channel, reason) => {
    count += 1
    if (count <= loggedRefusals || count % 1_000 === 0) log.warn('bridge.refused', { channel, reason, count })
  }
}
