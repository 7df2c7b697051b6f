/** What becomes of what was written: pure, and the same whatever the window does. */
import type { ChannelRow } from '#shared/contract/chat.ts'
import type { CaptureKind } from '#shared/contract/preferences.ts'

/** The contract's lists and limits, written out: its values would load all schemas into the window. */
export const captureKinds = ['note', 'message', 'ticket'] as const satisfies readonly CaptureKind[]
const maxMessage = 40_000
const maxTitle = 300
const maxDescription = 200_000

export interface TicketText {
  readonly title: string
  readonly description: string
}

/**
 * The first line that says something is the title, the rest the description. A first line that is too long for a title
 * is cut between words there, and then stands in the description as it was written.
 */
export function splitTicket(text: string): TicketText {
  const written = text.trim()
  const end = written.indexOf('\n')
  const first = end === -1 ? written : written.slice(0, end)
  const title = first.replace(/\s+/gu, ' ').trim()
  if (title.length <= maxTitle) return { title, description: end === -1 ? '' : written.slice(end + 1).trim() }
  return { title: cut(title), description: written }
}

function cut(line: string): string {
  const room = line.slice(0, maxTitle - 1)
  const space = room.lastIndexOf(' ')
  return `${(space > maxTitle / 2 ? room.slice(0, space) : room).toWellFormed().trimEnd()}…`
}

/** How many characters are too many; null for none. */
export function excessOf(kind: CaptureKind, text: string): number | null {
  const [length, most] =
    kind === 'ticket'
      ? [splitTicket(text).description.length, maxDescription]
      : [text.trimEnd().length, maxMessage]
  return length > most ? length - most : null
}

/** Where one can write to, those with the latest word first; notes to oneself are a kind of their own. */
export function conversationsOf(channels: readonly ChannelRow[]): readonly ChannelRow[] {
  return channels
    .filter(({ archived, kind, memberIds }) => !archived && !(kind === 'direct' && memberIds?.length === 1))
    .sort((a, b) => (b.lastMessage?.sentAt ?? 0) - (a.lastMessage?.sentAt ?? 0))
}

export type Problem = 'empty' | 'no-title' | 'no-conversation' | 'no-queue' | 'copying' | 'too-long'

export interface Written {
  readonly kind: CaptureKind
  readonly text: string
  readonly files: number
  readonly isCopying: boolean
  readonly hasConversation: boolean
  readonly hasQueue: boolean
}

/** Why it cannot be saved as it is; null where it can. */
export function problemOf(written: Written): Problem | null {
  const { kind, text, files, isCopying, hasConversation, hasQueue } = written
  const isEmpty = text.trim() === ''
  if (isEmpty && files === 0 && !isCopying) return 'empty'
  if (kind === 'ticket' && isEmpty) return 'no-title'
  if (kind === 'message' && !hasConversation) return 'no-conversation'
  if (kind === 'ticket' && !hasQueue) return 'no-queue'
  if (excessOf(kind, text) !== null) return 'too-long'
  return isCopying ? 'copying' : null
}
