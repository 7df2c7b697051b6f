import type { CaptureKeyState } from './capture-keys.ts'

/** What this desktop can do, as far as the program can know. */
export interface DesktopFacts {
  /** The system shows notifications. */
  readonly notifications: boolean
  /** There is a place for a tray icon: the window may close and leave the program there. */
  readonly tray: boolean
  /** How it stands with quick capture's key. */
  readonly captureKey: CaptureKeyState
}

/** Where the shell keeps what signs this device in. `file`: the system has no keychain; only the owner may read it. */
export type SecretStorage = 'keychain' | 'file'
