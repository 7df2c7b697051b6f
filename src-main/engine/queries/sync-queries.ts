import type { DocId, SpaceId, UpdateId } from '#shared/base/ids.ts'
import { ulidTime } from '#shared/base/ulid.ts'
import type { RefusedRow, syncQueries } from '#shared/contract/sync.ts'
import { countWaiting } from '../sync/outbox.ts'
import { pointsKey, presenceKey } from '../sync/presence.ts'
import { describeDocument } from '../sync/refusals.ts'
import type { ReadableDb } from '../store/db.ts'
import { getMeta } from '../store/meta.ts'
import type { QueryHandlers } from './query.ts'

const maxRows = 200

export const syncQueryHandlers: QueryHandlers<keyof typeof syncQueries> = {
  'sync.status': {
    dependsOn: () => ['sync'],
    run(db) {
      const address = getMeta(db, 'serverAddress')
      return {
        meta: {
          address,
          email: getMeta(db, 'serverEmail'),
          role: getMeta(db, 'role'),
          waiting: address === null ? 0 : countWaiting(db),
          refused: db.value<number>('SELECT count(*) FROM refused') ?? 0,
          // How the connection is the engine knows; it fills these in.
          connection: { type: 'none' },
          catchingUp: null,
          syncedAt: null,
          clockAheadMs: null,
        },
        rows: [],
      }
    },
  },
  'sync.waiting': {
    dependsOn: () => ['sync'],
    run(db) {
      if (getMeta(db, 'serverAddress') === null) return { meta: { total: 0 }, rows: [] }
      return { meta: { total: countWaiting(db) }, rows: listWaiting(db) }
    },
  },
  'sync.refused': {
    dependsOn: () => ['sync'],
    run(db) {
      const rows = db.all<RefusedRow>(
        `SELECT refused_key AS key, doc_id AS docId, space_id AS spaceId, kind, title, reason, at, text FROM refused
         ORDER BY refused_key DESC LIMIT ?`,
        [maxRows],
      )
      return { meta: { total: db.value<number>('SELECT count(*) FROM refused') ?? 0 }, rows }
    },
  },
  'presence.points': {
    dependsOn: ({ topic }) => [pointsKey(topic)],
    run: () => ({ meta: null, rows: [] }),
  },
  'presence.list': {
    dependsOn: ({ topic }) => [presenceKey(topic)],
    // Never stored: the engine fills it in.
    run: () => ({ meta: null, rows: [] }),
  },
}

function listWaiting(db: ReadableDb) {
  return db
    .all<{ docId: DocId; spaceId: SpaceId; count: number; first: UpdateId }>(
      `SELECT doc_id AS docId, space_id AS spaceId, count(*) AS count, min(update_id) AS first
       FROM updates INDEXED BY updates_outbox JOIN documents USING (doc_key)
       WHERE server_seq IS NULL AND origin = 'local' AND kind <> 'personal'
       GROUP BY doc_key ORDER BY min(update_key) LIMIT ?`,
      [maxRows],
    )
    .map(({ docId, spaceId, count, first }) => ({
      ...describeDocument(db, docId, spaceId),
      key: docId,
      count,
      since: ulidTime(first),
    }))
}
