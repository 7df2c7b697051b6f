/** A link in what somebody wrote, pressed: places in Outpost are gone to, the rest is the shell's to judge and to open. */
import { openPlaceLink } from './place-links.ts'

export function openLink(href: string): void {
  if (openPlaceLink(href)) return
  globalThis.open(href, '_blank', 'noopener,noreferrer')
}
