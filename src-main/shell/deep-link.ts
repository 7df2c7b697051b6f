/**
 * Links that the system hands over: to a server (`outpost://join/{host}/{code}`, `outpost://setup/{host}/{code}`), and to
 * a place (see PlaceLink). The whole command line and every web page can send one, so nothing but exactly that passes:
 * the one only ever opens a dialog that asks, the other only ever shows.
 */
import { parsePlaceLink } from '#shared/base/place-link.ts'

const pattern = /^outpost:\/\/(?:join|setup)\/[A-Za-z0-9.:[\]-]{1,253}\/[A-Za-z0-9_-]{1,200}\/?(?:\?http=1)?$/

/** The link, or null for anything else. */
export function parseDeepLink(text: string): string | null {
  return pattern.test(text) || parsePlaceLink(text) ? text : null
}

/** The first link among the arguments of a start: Windows and Linux hand it over there. */
export function deepLinkOf(argv: readonly string[]): string | null {
  for (const argument of argv) {
    const link = parseDeepLink(argument)
    if (link !== null) return link
  }
  return null
}
