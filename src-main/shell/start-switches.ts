/** What Chromium is told before it begins. */
import type { App } from 'electron'
import type { Preferences } from '#shared/contract/preferences.ts'

/**
 * A page's heap holds some 30 MiB. How much garbage may gather beside it goes by how large the heap may become, which is
 * gigabytes where nobody says otherwise; a page that needs more than this fails, and is put up again.
 */
const pageHeapMiB = 256

/** Before the app is ready. */
export function appendStartSwitches({ commandLine }: App, { language }: Preferences): void {
  commandLine.appendSwitch('js-flags', `--max-old-space-size=${String(pageHeapMiB)}`)
  if (language !== 'system') commandLine.appendSwitch('lang', language)
}
