/**
 * The typed client of the contract: the rest of the window knows commands and queries by name and type, and nothing
 * of envelopes, call ids and ports.
 */
import type {
  AppInfo,
  Bridge,
  bridgeVersion,
  CallRequest,
  EngineState,
  MenuAction,
  RecoveryAction,
  WorkspacesState,
} from '#shared/contract/bridge.ts'
import type { SecretStorage } from '#shared/contract/desktop.ts'
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
  RequestInput,
  RequestName,
  RequestOutput,
} from '#shared/contract/contract.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { Preferences, PreferencesChange } from '#shared/contract/preferences.ts'
import { err, type Result } from '#shared/base/result.ts'
import { createLiveClient, type LiveClient } from './live-client.ts'

/** Written out, because the contract's values would load its schemas, and the window needs only their types. */
const version: typeof bridgeVersion = 1

/** For calls that a server has to answer. */
const requestTimeoutMs = 30_000

export interface CallOptions {
  /** After this the call fails with `timeout`; the engine has a default of its own. */
  readonly timeoutMs?: number
  /** Aborting cancels the call; it then fails with `cancelled`. */
  readonly signal?: AbortSignal
}

export interface BridgeClient extends LiveClient {
  readonly info: AppInfo
  /** Changes something. Ok means that it is committed on this device. */
  command<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    options?: CallOptions,
  ): Promise<Result<CommandOutput<Name>, CallError>>
  /** Asks once. For what stays on screen use `live`. */
  queryOnce<Name extends QueryName>(
    name: Name,
    input: QueryInput<Name>,
    options?: CallOptions,
  ): Promise<Result<QueryOutput<Name>, CallError>>
  /** Asks the server. Fails with `unreachable` without a connection; a time-out counts the server's time too. */
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    options?: CallOptions,
  ): Promise<Result<RequestOutput<Name>, CallError>>
  onEngineState(listener: (state: EngineState) => void): () => void
  updatePreferences(change: PreferencesChange): Promise<Preferences>
  onPreferences(listener: (preferences: Preferences) => void): () => void
  onMenuAction(listener: (action: MenuAction) => void): () => void
  openView: Bridge['openView']
  showInMain: Bridge['showInMain']
  doInMain: Bridge['doInMain']
  shareDraft: Bridge['shareDraft']
  onDraft: Bridge['onDraft']
  onShowRoute: Bridge['onShowRoute']
  onKeptScreen: Bridge['onKeptScreen']
  keepScreen: Bridge['keepScreen']
  hideCapture: Bridge['hideCapture']
  onCaptureShown: Bridge['onCaptureShown']
  hasClipboardPicture: Bridge['hasClipboardPicture']
  pasteClipboard: Bridge['pasteClipboard']
  recover(action: RecoveryAction): Promise<void>
  showLogs(): Promise<void>
  diagnostics: Bridge['diagnostics']
  makeReport: Bridge['makeReport']
  deleteLogs: Bridge['deleteLogs']
  saveText: Bridge['saveText']
  readSettings: Bridge['readSettings']
  ownWords: Bridge['ownWords']
  changeOwnWords: Bridge['changeOwnWords']
  onOwnWords: Bridge['onOwnWords']
  onWorkspaces(listener: (state: WorkspacesState) => void): () => void
  openWorkspace(id: string): void
  addWorkspace(): void
  forgetWorkspace(id: string): void
  onServerLink(listener: (link: string) => void): () => void
  shows: Bridge['shows']
  findElsewhere: Bridge['findElsewhere']
  desktop: Bridge['desktop']
  testNotification: Bridge['testNotification']
  secretStorage(): Promise<SecretStorage>
  wake(): void
  chooseFiles: Bridge['chooseFiles']
  attachFiles: Bridge['attachFiles']
  saveFile: Bridge['saveFile']
  openFile: Bridge['openFile']
  printPage: Bridge['printPage']
  transferArticles: Bridge['transferArticles']
  addLibrary: Bridge['addLibrary']
  dropLibrary: Bridge['dropLibrary']
  openLibraryFile: Bridge['openLibraryFile']
  showLibraryFile: Bridge['showLibraryFile']
  addModel: Bridge['addModel']
  addModelFile: Bridge['addModelFile']
}

/** @param callPrefix sets this window's call ids apart from those of the page that was loaded before it */
export function createBridgeClient(bridge: Bridge, callPrefix: string = crypto.randomUUID()): BridgeClient {
  let calls = 0

  const call = async (
    kind: CallRequest['kind'],
    name: string,
    input: unknown,
    { timeoutMs, signal }: CallOptions = {},
  ): Promise<Result<unknown, CallError>> => {
    if (signal?.aborted) return err({ type: 'cancelled' })
    const id = `${callPrefix}:${(calls++).toString(36)}`
    const cancel = (): void => bridge.cancel(id)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      return await bridge.call({
        version,
        id,
        kind,
        name,
        input,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      })
    } catch {
      // The shell answers every call with a Result; a rejection means that the shell itself is gone.
      return err({ type: 'engine-unavailable' })
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }

  return {
    ...createLiveClient(bridge),
    info: bridge.info,
    command: (name, input, options) =>
      call('command', name, input, options) as Promise<Result<CommandOutput<typeof name>, CallError>>,
    queryOnce: (name, input, options) =>
      call('query', name, input, options) as Promise<Result<QueryOutput<typeof name>, CallError>>,
    request: (name, input, options) =>
      call('request', name, input, { timeoutMs: requestTimeoutMs, ...options }) as Promise<
        Result<RequestOutput<typeof name>, CallError>
      >,
    onEngineState: (listener) => bridge.onEngineState(listener),
    updatePreferences: (change) => bridge.updatePreferences(change),
    onPreferences: (listener) => bridge.onPreferences(listener),
    onMenuAction: (listener) => bridge.onMenuAction(listener),
    openView: (view, target) => bridge.openView(view, target),
    doInMain: (action) => bridge.doInMain(action),
    showInMain: (target) => bridge.showInMain(target),
    shareDraft: (draft) => bridge.shareDraft(draft),
    onDraft: (listener) => bridge.onDraft(listener),
    onShowRoute: (listener) => bridge.onShowRoute(listener),
    onKeptScreen: (listener) => bridge.onKeptScreen(listener),
    keepScreen: (kept) => bridge.keepScreen(kept),
    hideCapture: (isKept) => bridge.hideCapture(isKept),
    onCaptureShown: (listener) => bridge.onCaptureShown(listener),
    hasClipboardPicture: () => bridge.hasClipboardPicture(),
    pasteClipboard: () => bridge.pasteClipboard(),
    recover: (action) => bridge.recover(action),
    showLogs: () => bridge.showLogs(),
    diagnostics: () => bridge.diagnostics(),
    makeReport: (options) => bridge.makeReport(options),
    deleteLogs: () => bridge.deleteLogs(),
    saveText: (text) => bridge.saveText(text),
    readSettings: (text) => bridge.readSettings(text),
    ownWords: () => bridge.ownWords(),
    changeOwnWords: (change) => bridge.changeOwnWords(change),
    onOwnWords: (listener) => bridge.onOwnWords(listener),
    onWorkspaces: (listener) => bridge.onWorkspaces(listener),
    openWorkspace: (id) => bridge.openWorkspace(id),
    addWorkspace: () => bridge.addWorkspace(),
    forgetWorkspace: (id) => bridge.forgetWorkspace(id),
    onServerLink: (listener) => bridge.onServerLink(listener),
    shows: (place) => bridge.shows(place),
    findElsewhere: (link) => bridge.findElsewhere(link),
    desktop: () => bridge.desktop(),
    testNotification: () => bridge.testNotification(),
    secretStorage: () => bridge.secretStorage(),
    wake: () => bridge.wake(),
    chooseFiles: (draftKey) => bridge.chooseFiles(draftKey),
    attachFiles: (draftKey, files) => bridge.attachFiles(draftKey, files),
    saveFile: (blob) => bridge.saveFile(blob),
    openFile: (blob) => bridge.openFile(blob),
    printPage: (request) => bridge.printPage(request),
    transferArticles: (kind) => bridge.transferArticles(kind),
    addLibrary: (kind) => bridge.addLibrary(kind),
    dropLibrary: (files) => bridge.dropLibrary(files),
    openLibraryFile: (id) => bridge.openLibraryFile(id),
    showLibraryFile: (id) => bridge.showLibraryFile(id),
    addModel: (modelId) => bridge.addModel(modelId),
    addModelFile: () => bridge.addModelFile(),
  }
}
