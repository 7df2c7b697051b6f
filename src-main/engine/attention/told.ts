/** What this device has told, so that nothing is told twice and what was told can be taken back. */
import type { PersonId } from '#shared/base/ids.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'
import { readRules } from './rules.ts'

const keepMs = 30 * 24 * 60 * 60 * 1000

export interface Told {
  readonly key: string
  readonly place: string
  /** When what it tells of was written. */
  readonly at: number
}

export function wasConsidered(db: ReadableDb, key: string): boolean {
  return db.value('SELECT 1 FROM attention_told WHERE notice_key = ?', [key]) !== undefined
}

export function noteConsidered(db: WritableDb, { key, place, at }: Told, now: number, isOpen: boolean): void {
  db.run(
    'INSERT OR IGNORE INTO attention_told (notice_key, place, at, told_at, open) VALUES (?, ?, ?, ?, ?)',
    [key, place, at, now, isOpen ? 1 : 0],
  )
}

export function listOpen(db: ReadableDb): Told[] {
  return db.all<Told>(
    'SELECT notice_key AS key, place, at FROM attention_told INDEXED BY attention_open WHERE open = 1',
  )
}

export function closeTold(db: WritableDb, keys: readonly string[]): void {
  for (const key of keys) db.run('UPDATE attention_told SET open = 0 WHERE notice_key = ?', [key])
}

export function pruneTold(db: WritableDb, now: number): void {
  db.run('DELETE FROM attention_told WHERE told_at < ?', [now - keepMs])
}

/** Whether there is anything to be told of a place that was written after `at`. */
export function hasNewsOf(db: ReadableDb, place: string, at: number): boolean {
  return (
    db.value('SELECT 1 FROM attention_told WHERE place = ? AND at > ? LIMIT 1', [place, at]) !== undefined
  )
}

/** Is it still news? Read markers, seen tickets, owners and rows say so. */
export function isStillNews(db: ReadableDb, me: string, { key, place, at }: Told): boolean {
  const [type, id = ''] = key.split('/')
  const owner = place.split('/')[1] ?? ''
  switch (type) {
    case 'message':
      return (
        db.value(
          `SELECT 1 FROM messages WHERE message_id = :id AND deleted_at IS NULL AND message_id > coalesce(
             (SELECT message_id FROM read_markers WHERE person_id = :me AND channel_id = :owner), '')`,
          { id, me, owner },
        ) !== undefined
      )
    case 'assigned':
    case 'reply':
      return (
        db.value(
          `SELECT 1 FROM tickets WHERE ticket_id = :owner AND owner_id = :me AND coalesce(
             (SELECT at FROM seen_tickets WHERE person_id = :me AND ticket_id = :owner), 0) < :at`,
          { owner, me, at },
        ) !== undefined
      )
    case 'queue':
      return (
        db.value(
          `SELECT 1 FROM tickets WHERE ticket_id = :owner AND owner_id IS NULL AND active = 1 AND coalesce(
             (SELECT at FROM seen_tickets WHERE person_id = :me AND ticket_id = :owner), 0) < :at`,
          { owner, me, at },
        ) !== undefined
      )
    case 'snoozed':
      // Looked at, or sent to sleep again: then it is no longer this one.
      return readRules(db, me as PersonId).snoozes.some(
        (snooze) => snooze.until === at && place === `${snooze.type}/${snooze.id}`,
      )
    case 'refused':
      return db.value('SELECT 1 FROM refused WHERE refused_key = ?', [id]) !== undefined
    default:
      return false
  }
}
