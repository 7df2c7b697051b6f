/** What Chromium is told before it begins. */
import type { App } from 'electron'
import type { Preferences } from '#shared/contract/preferences.ts'

/**
 * A page's heap holds some 25 MiB after a day's work. V8 lets it grow to a multiple of that before it collects, as it
 * would rather be fast on a machine with gigabytes to spare; this collects when a third has been added. A limit on the
 * whole heap has the same effect, and would also end a page that needs more for once.
 */
const heapGrowingPercent = 30

/** Before the app is ready. */
export function appendStartSwitches({ commandLine }: App, { language }: Preferences): void {
  commandLine.appendSwitch('js-flags', `--heap-growing-percent=${String(heapGrowingPercent)}`)
  if (language !== 'system') commandLine.appendSwitch('lang', language)
}
