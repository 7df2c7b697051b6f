import type { BlobId } from '#shared/base/blob-id.ts'
import type { SpaceId } from '#shared/base/ids.ts'
import type {
  attachmentQueries,
  DraftFileRow,
  DraftFileState,
  FileFailure,
} from '#shared/contract/attachments.ts'
import { fileLimitOf, maxFileBytesOf } from '../blobs/limits.ts'
import { attachmentsChanged } from './changed-keys.ts'
import type { QueryHandlers } from './query.ts'

interface StoredDraftFile {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly state: 'copying' | 'ready' | 'failed'
  readonly done: number
  readonly blobId: BlobId | null
  readonly reason: FileFailure | null
}

export const attachmentQueryHandlers: QueryHandlers<keyof typeof attachmentQueries> = {
  'draftFile.list': {
    dependsOn: ({ draftKey }) => [`draftFiles:${draftKey}`],
    run: (db, { draftKey }) => ({
      meta: null,
      rows: db
        .all<StoredDraftFile>(
          `SELECT file_key AS key, name, d.size, d.state, d.done_bytes AS done, blob_id AS blobId, d.reason,
             coalesce(b.type, '') AS type
           FROM draft_files d LEFT JOIN blobs b USING (blob_id) WHERE draft_key = ? ORDER BY file_key`,
          [draftKey],
        )
        .map(toDraftFileRow),
    }),
  },
  'files.storage': {
    dependsOn: () => [attachmentsChanged],
    run(db) {
      const used = db.get<{ usedBytes: number; files: number }>(
        "SELECT coalesce(sum(size), 0) AS usedBytes, count(*) AS files FROM blobs WHERE state = 'here'",
      )
      const keptSpaces = db.all<{ id: SpaceId }>('SELECT space_id AS id FROM kept_spaces ORDER BY space_id')
      return {
        meta: {
          usedBytes: used?.usedBytes ?? 0,
          files: used?.files ?? 0,
          limitBytes: fileLimitOf(db),
          keptSpaces: keptSpaces.map(({ id }) => id),
          maxFileBytes: maxFileBytesOf(db),
        },
        rows: [],
      }
    },
  },
}

function toDraftFileRow({ key, name, size, type, ...stored }: StoredDraftFile): DraftFileRow {
  return { key, name, size, type, state: stateOf(stored) }
}

function stateOf({
  state,
  done,
  blobId,
  reason,
}: Pick<StoredDraftFile, 'state' | 'done' | 'blobId' | 'reason'>): DraftFileState {
  if (state === 'ready' && blobId !== null) return { type: 'ready', id: blobId }
  if (state === 'copying') return { type: 'copying', done }
  return { type: 'failed', reason: reason ?? 'unreadable' }
}
