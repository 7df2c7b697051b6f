/** How far somebody has read, as ids: markers are compared as strings, and need not be ids of real messages. Pure. */
import type { MessageId } from '#shared/base/ids.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export interface ReadSituation {
  readonly lastVisibleId: MessageId | null
  readonly readMarker: MessageId | null
  readonly unread: number
  /** The window has the focus and is not hidden. */
  readonly isWatched: boolean
  /** The person marked something as unread here, and has not gone away since. */
  readonly isHeld: boolean
}

/** The message up to which is to be marked as read now; null for nothing to do. Never goes back. */
export function nextReadMarker(situation: ReadSituation): MessageId | null {
  const { lastVisibleId, readMarker, unread, isWatched, isHeld } = situation
  if (!isWatched || isHeld || unread === 0 || lastVisibleId === null) return null
  return readMarker === null || lastVisibleId > readMarker ? lastVisibleId : null
}

/** The marker that leaves this message and all after it unread: the id before it in their order. */
export function markerBefore(id: MessageId): MessageId {
  const digits = id.split('')
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const value = alphabet.indexOf(digits[index] ?? '0')
    digits[index] = alphabet.charAt(value > 0 ? value - 1 : 31)
    if (value > 0) return digits.join('') as MessageId
  }
  return id
}
