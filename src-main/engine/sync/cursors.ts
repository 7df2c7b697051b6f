/** How far each space's feed was read. */
import type { SpaceId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { Cursor } from '#shared/protocol/frames.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'

export function listCursors(db: ReadableDb): Cursor[] {
  return db.all<Cursor>('SELECT space_id AS spaceId, epoch, seq FROM cursors ORDER BY space_id')
}

export function findCursor(db: ReadableDb, spaceId: SpaceId): Cursor | null {
  return (
    db.get<Cursor>('SELECT space_id AS spaceId, epoch, seq FROM cursors WHERE space_id = ?', [spaceId]) ??
    null
  )
}

export function putCursor(db: WritableDb, spaceId: SpaceId, epoch: Ulid, seq: number): void {
  db.run(
    `INSERT INTO cursors (space_id, epoch, seq) VALUES (?, ?, ?)
     ON CONFLICT (space_id) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq`,
    [spaceId, epoch, seq],
  )
}

/** An acknowledged entry that follows what was read has been read, as it is ours (protocol rule [S8]). */
export function moveCursorPastOwn(db: WritableDb, spaceId: SpaceId, seq: number): boolean {
  return db.run('UPDATE cursors SET seq = ? WHERE space_id = ? AND seq = ? - 1', [seq, spaceId, seq]) > 0
}
