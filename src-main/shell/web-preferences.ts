/**
 * What the page of any window of ours may do. Every window is made with these, and only adds what is its own
 * (`tests/unit/shell-hardening.test.ts` looks for one that is not). Most are Electron's own; they are said, so that a
 * later Electron cannot change them.
 */
import type { WebPreferences } from 'electron'

export const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- said while it can still be switched on
  enableDeprecatedPaste: false,
  navigateOnDragDrop: false,
  // None of our pages draws with it, and drivers are a large door.
  webgl: false,
  // No page of ours uses `alert` and its like; one that was taken over could hold the window with them.
  disableDialogs: true,
} as const satisfies WebPreferences
