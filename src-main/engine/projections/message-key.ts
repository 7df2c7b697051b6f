/**
 * The rowid of a message: milliseconds since 2020 times 4096, plus twelve of the id's random bits. It rises with
 * time and stays below 2^53 until 2089, so the newest messages come first out of the full-text index for free.
 * Times outside that range are clamped; order between messages is always by id, never by this key.
 */
import type { MessageId } from '#shared/base/ids.ts'
import { ulidRandomBits, ulidTime } from '#shared/base/ulid.ts'
import type { ReadableDb } from '../store/db.ts'

const epoch = Date.UTC(2020, 0, 1)
const slots = 4_096
const maxTime = Math.floor(Number.MAX_SAFE_INTEGER / slots) - 1

/** A free key for a new message; neighbours take the next one. */
export function freeMessageKey(db: ReadableDb, id: MessageId): number {
  const time = Math.min(Math.max(ulidTime(id) - epoch, 0), maxTime)
  let key = time * slots + ulidRandomBits(id)
  while (db.value('SELECT 1 FROM messages WHERE message_key = ?', [key]) !== undefined) key++
  return key
}

/** The smallest key a message of this time can have; for filters by date. */
export function messageKeyAt(timeMs: number): number {
  return Math.min(Math.max(timeMs - epoch, 0), maxTime) * slots
}
