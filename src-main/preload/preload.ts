/**
 * Runs in the sandboxed window before its page and gives it the one object it can reach the program by. Checks
 * nothing: a page that is not ours could not be stopped here; the shell and the engine parse all that arrives.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { AppInfo, Bridge, EngineState, MenuAction, WorkspacesState } from '#shared/contract/bridge.ts'
import { channels, infoArgument } from '#shared/contract/channels.ts'
import type { WrittenDraft } from '#shared/contract/chat.ts'
import type { OwnWordsNews } from '#shared/contract/own-words.ts'
import type { Preferences } from '#shared/contract/preferences.ts'
import type { ShowTarget } from '#shared/contract/window-view.ts'
import { attachDropped, dropOnLibrary } from './dropped-files.ts'
import { createEngineLink } from './engine-link.ts'
import { createLatest } from './latest.ts'
import { createPending } from './pending.ts'

const link = createEngineLink()
const preferences = createLatest<Preferences>()
const keptScreen = createLatest<string | null>()
const workspaces = createLatest<WorkspacesState>()
const serverLinks = createLatest<string>()
const menuActions = createPending<MenuAction>()
const routes = createPending<ShowTarget>()
const ownWords = new Set<(news: OwnWordsNews) => void>()
const drafts = new Set<(draft: WrittenDraft) => void>()
const captureShown = createPending<null>()

const bridge: Bridge = {
  info: readInfo(),
  call: (request) => ipcRenderer.invoke(channels.call, request),
  cancel: (id) => ipcRenderer.send(channels.cancel, id),
  sendLive: (request) => link.send(request),
  onLive: (listener) => link.onLive(listener),
  onEngineState: (listener) => link.onState(listener),
  updatePreferences: (change) => ipcRenderer.invoke(channels.updatePreferences, change),
  onPreferences: (listener) => preferences.on(listener),
  onMenuAction: (listener) => menuActions.on(listener),
  openView: (view, target) => ipcRenderer.send(channels.openView, view, target),
  onKeptScreen: (listener) => keptScreen.on(listener),
  keepScreen: (kept) => ipcRenderer.send(channels.keepScreen, kept),
  shareDraft: (draft) => ipcRenderer.send(channels.shareDraft, draft),
  onDraft(listener) {
    drafts.add(listener)
    return () => drafts.delete(listener)
  },
  showInMain: (target) => ipcRenderer.send(channels.showInMain, target),
  doInMain: (action) => ipcRenderer.send(channels.doInMain, action),
  onShowRoute: (listener) => routes.on(listener),
  hideCapture: (isKept) => ipcRenderer.send(channels.captureHide, isKept),
  onCaptureShown: (listener) => captureShown.on(() => listener()),
  hasClipboardPicture: () => ipcRenderer.invoke(channels.captureLook),
  pasteClipboard: () => ipcRenderer.send(channels.capturePaste),
  recover: (action) => ipcRenderer.invoke(channels.recover, action),
  diagnostics: () => ipcRenderer.invoke(channels.diagnostics),
  makeReport: (options) => ipcRenderer.invoke(channels.makeReport, options),
  deleteLogs: () => ipcRenderer.invoke(channels.deleteLogs),
  saveText: (text) => ipcRenderer.invoke(channels.saveText, text),
  readSettings: (text) => ipcRenderer.invoke(channels.readSettings, text),
  ownWords: () => ipcRenderer.invoke(channels.ownWords),
  changeOwnWords: (change) => ipcRenderer.invoke(channels.changeOwnWords, change),
  onOwnWords(listener) {
    ownWords.add(listener)
    return () => ownWords.delete(listener)
  },
  showLogs: () => ipcRenderer.invoke(channels.showLogs),
  onWorkspaces: (listener) => workspaces.on(listener),
  openWorkspace: (id) => ipcRenderer.send(channels.openWorkspace, id),
  addWorkspace: () => ipcRenderer.send(channels.addWorkspace),
  forgetWorkspace: (id) => ipcRenderer.send(channels.forgetWorkspace, id),
  onServerLink: (listener) => serverLinks.on(listener),
  secretStorage: () => ipcRenderer.invoke(channels.secretStorage),
  wake: () => ipcRenderer.send(channels.wake),
  shows: (place) => ipcRenderer.send(channels.shows, place),
  findElsewhere: (place) => ipcRenderer.invoke(channels.findElsewhere, place),
  desktop: () => ipcRenderer.invoke(channels.desktop),
  testNotification: () => ipcRenderer.invoke(channels.testNotification),
  chooseFiles: (draftKey) => ipcRenderer.invoke(channels.chooseFiles, draftKey),
  attachFiles: attachDropped,
  saveFile: (blob) => ipcRenderer.invoke(channels.saveFile, blob),
  addLibrary: (kind) => ipcRenderer.invoke(channels.addLibrary, kind),
  dropLibrary: dropOnLibrary,
  openLibraryFile: (id) => ipcRenderer.invoke(channels.openLibraryFile, id),
  showLibraryFile: (id) => ipcRenderer.invoke(channels.showLibraryFile, id),
  addModel: (modelId) => ipcRenderer.invoke(channels.addModel, modelId),
  addModelFile: () => ipcRenderer.invoke(channels.addModelFile),
  openFile: (blob) => ipcRenderer.invoke(channels.openFile, blob),
  printPage: (request) => ipcRenderer.invoke(channels.printPage, request),
  transferArticles: (kind) => ipcRenderer.invoke(channels.transferArticles, kind),
}

ipcRenderer.on(channels.engineState, (event, state: EngineState) => link.setState(state, event.ports[0]))
ipcRenderer.on(channels.keptScreen, (_event, kept: string | null) => keptScreen.set(kept))
ipcRenderer.on(channels.preferences, (_event, value: Preferences) => preferences.set(value))
ipcRenderer.on(channels.workspaces, (_event, value: WorkspacesState) => workspaces.set(value))
ipcRenderer.on(channels.serverLink, (_event, link: string) => serverLinks.set(link))
ipcRenderer.on(channels.menuAction, (_event, action: MenuAction) => menuActions.tell(action))
ipcRenderer.on(channels.draft, (_event, draft: WrittenDraft) => {
  for (const listener of drafts) listener(draft)
})
ipcRenderer.on(channels.ownWordsChanged, (_event, news: OwnWordsNews) => {
  for (const listener of ownWords) listener(news)
})
ipcRenderer.on(channels.showRoute, (_event, target: ShowTarget) => routes.tell(target))
ipcRenderer.on(channels.captureShown, () => captureShown.tell(null))
ipcRenderer.send(channels.attach)
contextBridge.exposeInMainWorld('bridge', bridge)

/** The shell wrote it; without it there is no program. */
function readInfo(): AppInfo {
  const argument = process.argv.find((entry) => entry.startsWith(infoArgument))
  if (argument === undefined) throw new Error('the window was started without its information')
  return JSON.parse(decodeURIComponent(argument.slice(infoArgument.length))) as AppInfo
}
