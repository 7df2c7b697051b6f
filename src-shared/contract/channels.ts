/**
 * The names of the messages between preload and shell, and how the window's information reaches it. Apart from
 * bridge.ts, so that the preload script carries no schema library.
 */
export const channels = {
  /** Window to shell: the preload script is there; the shell answers with `keptScreen`, `preferences`, `workspaces` and `engineState`. */
  attach: 'outpost:attach',
  call: 'outpost:call',
  cancel: 'outpost:cancel',
  updatePreferences: 'outpost:update-preferences',
  recover: 'outpost:recover',
  showLogs: 'outpost:show-logs',
  openWorkspace: 'outpost:open-workspace',
  addWorkspace: 'outpost:add-workspace',
  forgetWorkspace: 'outpost:forget-workspace',
  secretStorage: 'outpost:secret-storage',
  wake: 'outpost:wake',
  shows: 'outpost:shows',
  findElsewhere: 'outpost:find-elsewhere',
  desktop: 'outpost:desktop',
  testNotification: 'outpost:test-notification',
  chooseFiles: 'outpost:choose-files',
  attachFiles: 'outpost:attach-files',
  saveFile: 'outpost:save-file',
  openFile: 'outpost:open-file',
  addLibrary: 'outpost:add-library',
  dropLibrary: 'outpost:drop-library',
  openLibraryFile: 'outpost:open-library-file',
  showLibraryFile: 'outpost:show-library-file',
  printPage: 'outpost:print-page',
  transferArticles: 'outpost:transfer-articles',
  addModel: 'outpost:add-model',
  addModelFile: 'outpost:add-model-file',
  diagnostics: 'outpost:diagnostics',
  makeReport: 'outpost:make-report',
  deleteLogs: 'outpost:delete-logs',
  saveText: 'outpost:save-text',
  readSettings: 'outpost:read-settings',
  ownWords: 'outpost:own-words',
  changeOwnWords: 'outpost:change-own-words',
  openView: 'outpost:open-view',
  showInMain: 'outpost:show-in-main',
  doInMain: 'outpost:do-in-main',
  shareDraft: 'outpost:share-draft',
  keepScreen: 'outpost:keep-screen',
  captureHide: 'outpost:capture-hide',
  captureLook: 'outpost:capture-look',
  capturePaste: 'outpost:capture-paste',
  /** Shell to window. A `ready` state comes with one MessagePort to the engine, any other state with none. */
  engineState: 'outpost:engine-state',
  preferences: 'outpost:preferences',
  /** To each page once: what the main window showed at the end of the last session; null for nothing. */
  keptScreen: 'outpost:kept-screen',
  menuAction: 'outpost:menu-action',
  /** Comes before the `engineState` of a workspace that takes another's place. */
  workspaces: 'outpost:workspaces',
  serverLink: 'outpost:server-link',
  /** What a draft is now, from another window. */
  draft: 'outpost:draft',
  /** To quick capture's window: it is on the screen again. */
  captureShown: 'outpost:capture-shown',
  /** To all windows: the dictionary of own words is another one now. */
  ownWordsChanged: 'outpost:own-words-changed',
  /** A route that another window asked this one for, and what to mark there. */
  showRoute: 'outpost:show-route',
} as const

/** Precedes the AppInfo, as JSON in URI encoding, among the arguments of the window's process. */
export const infoArgument = '--outpost-info='
