/**
 * Links to places: `outpost://ticket/{TicketId}`, `outpost://message/{MessageId}`, `outpost://article/{ArticleId}`,
 * `outpost://channel/{ChannelId}`. They hold an id and nothing else, and they only ever show.
 */
import { isUlid, type Ulid } from './ulid.ts'

export const placeTypes = ['ticket', 'message', 'article', 'channel'] as const

export interface PlaceLink {
  readonly type: (typeof placeTypes)[number]
  readonly id: Ulid
}

const pattern = /^outpost:\/\/(ticket|message|article|channel)\/([0-9A-Z]{26})\/?$/

/** From the shell to its window alone, no link from outside: opens the report on syncing. */
export const syncReportLink = 'outpost://sync-report'

export function formatPlaceLink({ type, id }: PlaceLink): string {
  return `outpost://${type}/${id}`
}

/** Null for anything that is not exactly such a link. */
export function parsePlaceLink(text: string): PlaceLink | null {
  const [, type, id] = pattern.exec(text) ?? []
  return type !== undefined && isUlid(id) ? { type: type as PlaceLink['type'], id } : null
}
