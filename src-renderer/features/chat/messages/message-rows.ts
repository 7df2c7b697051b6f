/** How messages are drawn one below another: who begins a group, where a day begins, where the new ones begin. Pure. */
import type { MessageId, PersonId } from '#shared/base/ids.ts'
import type { MessageRow } from '#shared/contract/chat.ts'

export interface MessagePlace {
  readonly message: MessageRow
  /** Drawn with name and avatar; the others of a group are not. */
  readonly startsGroup: boolean
  /** Its topic is said: it differs from the message before, or that stands behind a line. */
  readonly showsTopic: boolean
  /** A day's divider stands above. */
  readonly startsDay: boolean
  /** The line "New" stands above. */
  readonly startsUnread: boolean
}

export interface PlacingOptions {
  /** Messages of others after this one are new; null draws no line. */
  readonly readUpTo: MessageId | null
  readonly meId: PersonId | null
  /** Whether there are messages before the first row: then nobody knows yet whether it begins a day. */
  readonly hasOlder: boolean
  /** A number that is the same for two moments of one day in the person's zone. */
  readonly dayOf?: (atMs: number) => number
}

export const groupWithinMs = 5 * 60_000

export function placeMessages(
  messages: readonly MessageRow[],
  options: PlacingOptions,
): readonly MessagePlace[] {
  const { readUpTo, meId, hasOlder, dayOf = localDay } = options
  const firstUnread = readUpTo === null ? null : firstUnreadAfter(messages, readUpTo, meId)
  let previous: MessageRow | null = null
  let previousDay = Number.NaN
  return messages.map((message): MessagePlace => {
    const day = dayOf(message.sentAt)
    const startsDay = previous === null ? !hasOlder : day !== previousDay
    const startsUnread = message.key === firstUnread
    const showsTopic =
      message.topic !== null && (startsDay || startsUnread || previous?.topic !== message.topic)
    const startsGroup = startsDay || startsUnread || previous === null || !continues(previous, message)
    previous = message
    previousDay = day
    return { message, startsGroup, showsTopic, startsDay, startsUnread }
  })
}

/** The message that the line stands above; null where nothing new is loaded. */
export function firstUnreadAfter(
  messages: readonly MessageRow[],
  readUpTo: MessageId,
  meId: PersonId | null,
): MessageId | null {
  const first = messages.find(
    ({ key, authorId, deletedAt }) => key > readUpTo && authorId !== meId && deletedAt === null,
  )
  return first?.key ?? null
}

/** The day in this machine's zone. */
export function localDay(atMs: number): number {
  const date = new Date(atMs)
  return (date.getFullYear() * 12 + date.getMonth()) * 31 + date.getDate()
}

function continues(previous: MessageRow, message: MessageRow): boolean {
  return (
    message.authorId !== null &&
    message.authorId === previous.authorId &&
    message.topic === previous.topic &&
    message.replyTo === null &&
    Math.abs(message.sentAt - previous.sentAt) < groupWithinMs
  )
}
