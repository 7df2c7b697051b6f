/** The members of `window.bridge`, each named: what is new in it is looked at by a person, and fuzzed. */
import type { Bridge } from '#shared/contract/bridge.ts'

const members: Readonly<Record<keyof Bridge, true>> = {
  addLibrary: true,
  addModel: true,
  addWorkspace: true,
  attachFiles: true,
  call: true,
  cancel: true,
  chooseFiles: true,
  desktop: true,
  dropLibrary: true,
  forgetWorkspace: true,
  info: true,
  onEngineState: true,
  onLive: true,
  onMenuAction: true,
  onPreferences: true,
  onServerLink: true,
  onWorkspaces: true,
  openFile: true,
  openLibraryFile: true,
  openWorkspace: true,
  printPage: true,
  recover: true,
  saveFile: true,
  secretStorage: true,
  sendLive: true,
  showLibraryFile: true,
  showLogs: true,
  shows: true,
  testNotification: true,
  transferArticles: true,
  updatePreferences: true,
  wake: true,
}

export const bridgeMembers = Object.keys(members).sort() as readonly (keyof Bridge)[]
