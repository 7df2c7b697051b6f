/** Quick capture, from any window and from inside its own. */
import type { CaptureKeyState } from '#shared/contract/capture-keys.ts'
import type { Preferences } from '#shared/contract/preferences.ts'
import { client } from '../bridge/window-client.ts'
import { getPreferences, setPreferences } from './preferences.ts'

export const openCapture = (): void => client.openView({ type: 'capture' })

/** @param isKept see Bridge.hideCapture */
export const hideCapture = (isKept: boolean): void => client.hideCapture(isKept)
export const onCaptureShown = (listener: () => void): (() => void) => client.onCaptureShown(listener)
export const hasClipboardPicture = (): Promise<boolean> => client.hasClipboardPicture()
export const pasteClipboard = (): void => client.pasteClipboard()
/** What the system says to the key from any program. */
export const captureKeyState = async (): Promise<CaptureKeyState> => (await client.desktop()).captureKey

/** With the engine's failure, or the first run, on it. */
export const openMainWindow = (): void => client.openView({ type: 'main' })

/** What is chosen is chosen again the next time. */
export function rememberCapture(change: Partial<Preferences['capture']>): void {
  setPreferences({ capture: { ...getPreferences().capture, ...change } })
}
