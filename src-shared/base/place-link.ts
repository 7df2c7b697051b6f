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

const reportPattern = /^outpost:\/\/sync-report(?:\/([0-9A-Z]{26}))?$/

/**
 * From the shell to its window alone, no link from outside: opens the report on syncing.
 * @param refusedKey the refused change to be shown in it; null for none
 */
export function formatSyncReportLink(refusedKey: Ulid | null): string {
  return refusedKey === null ? 'outpost://sync-report' : `outpost://sync-report/${refusedKey}`
}

/** Null for any other text. */
export function parseSyncReportLink(text: string): { readonly refusedKey: Ulid | null } | null {
  const match = reportPattern.exec(text)
  return match && { refusedKey: isUlid(match[1]) ? match[1] : null }
}

export function formatPlaceLink({ type, id }: PlaceLink): string {
  return `outpost://${type}/${id}`
}

/** Null for anything that is not exactly such a link. */
export function parsePlaceLink(text: string): PlaceLink | null {
  const [, type, id] = pattern.exec(text) ?? []
  return type !== undefined && isUlid(id) ? { type: type as PlaceLink['type'], id } : null
}
