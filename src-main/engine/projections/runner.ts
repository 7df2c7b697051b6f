/**
 * Runs projectors. A projector that fails is a bug of ours or a document that nobody foresaw: the old rows stay,
 * the error is noted on the document, and it is tried again with the next change or version. Failures of the
 * store itself pass through and roll the whole transaction back.
 */
import type * as Y from 'yjs'
import type { Log } from '#shared/base/log.ts'
import type { DocChanges } from '../documents/doc-changes.ts'
import { findDocumentByKey, loadDoc, type DocumentRow } from '../documents/update-log.ts'
import type { ChangedKeys } from '../queries/changed-keys.ts'
import type { WritableDb } from '../store/db.ts'
import { isConstraint, isSqliteError } from '../store/errors.ts'
import type { Projector } from './projector.ts'

export interface ProjectionRunner {
  /**
   * Projects inside the caller's transaction. `changes` are those since revision `from`; null means look at everything.
   * Returns the row as it is now: still dirty where that failed or the kind is not known here.
   */
  project(row: DocumentRow, doc: Y.Doc, changes: DocChanges, from: number): DocumentRow
  project(row: DocumentRow, doc: Y.Doc, changes: null): DocumentRow
  /** Takes the document's rows out, inside the caller's transaction. */
  remove(row: DocumentRow): void
  /** How many documents are behind their projector. */
  countDirty(): number
  hasDirty(): boolean
  /**
   * Projects one dirty document from its log, in a transaction of its own. False where none is left.
   * @param visible beginnings of the ids of documents that are on screen: they come first
   */
  projectNext(visible: readonly string[]): boolean
  /** Marks every document dirty and takes the derived rows out: a rebuild from scratch. */
  markAllDirty(): void
}

export interface ProjectionRunnerDeps {
  readonly db: WritableDb
  readonly projectors: readonly Projector[]
  readonly changed: ChangedKeys
  readonly log: Log
  /** Told of each document whose rows are others now, or gone. A rollback takes nothing back: look before you believe. */
  readonly onProjected?: (docKey: number) => void
}

export function createProjectionRunner({
  db,
  projectors,
  changed,
  log,
  onProjected = () => undefined,
}: ProjectionRunnerDeps): ProjectionRunner {
  const byKind = new Map<string, Projector>(projectors.map((projector) => [projector.kind, projector]))
  // Documents whose projection failed in this run: not again before the next start or change.
  const failed = new Set<number>()

  const project = (row: DocumentRow, doc: Y.Doc, changes: DocChanges | null, from = -1): DocumentRow => {
    const projector = byKind.get(row.kind)
    if (!projector) return row
    // Where the rows are behind, what changed just now is not all that has to be done.
    const upToDate = row.projectedRev === from && row.projectorVersion === projector.version
    try {
      db.transaction(() => {
        projector.project({ db, row, changed }, doc, upToDate ? changes : null)
      })
    } catch (error) {
      // A constraint fails on what the document says, not on the store.
      if (isSqliteError(error) && !isConstraint(error)) throw error
      failed.add(row.docKey)
      const name = error instanceof Error ? error.name : 'unknown'
      log.error('projection-failed', { kind: row.kind, docKey: row.docKey, error: name })
      db.run('UPDATE documents SET projection_error = ? WHERE doc_key = ?', [name, row.docKey])
      return row
    }
    failed.delete(row.docKey)
    onProjected(row.docKey)
    db.run(
      'UPDATE documents SET projected_rev = ?, projector_version = ?, projection_error = NULL WHERE doc_key = ?',
      [row.rev, projector.version, row.docKey],
    )
    return { ...row, projectedRev: row.rev, projectorVersion: projector.version }
  }

  const kinds = [...byKind.keys()].map((kind) => `'${kind}'`).join(',')

  const findDirty = (): number | undefined => {
    const skip = failed.size === 0 ? '' : `AND doc_key NOT IN (${[...failed].join(',')})`
    const behind = db.value<number>(
      `SELECT doc_key FROM documents INDEXED BY documents_dirty WHERE projected_rev <> rev AND kind IN (${kinds}) ${skip} LIMIT 1`,
    )
    if (behind !== undefined) return behind
    for (const projector of projectors) {
      const outdated = db.value<number>(
        `SELECT doc_key FROM documents WHERE kind = ? AND projector_version < ? ${skip} LIMIT 1`,
        [projector.kind, projector.version],
      )
      if (outdated !== undefined) return outdated
    }
    return undefined
  }

  const findVisibleDirty = (visible: readonly string[]): number | undefined => {
    for (const start of visible) {
      // The newest segment of a conversation is the one that is looked at.
      const docKey = db.value<number>(
        `SELECT doc_key FROM documents WHERE doc_id >= ? AND doc_id < ? AND projected_rev <> rev AND kind IN (${kinds})
         ORDER BY doc_id DESC LIMIT 1`,
        [start, `${start}~`],
      )
      if (docKey !== undefined && !failed.has(docKey)) return docKey
    }
    return undefined
  }

  return {
    project,
    remove(row) {
      failed.delete(row.docKey)
      onProjected(row.docKey)
      byKind.get(row.kind)?.remove({ db, row, changed })
    },
    countDirty() {
      const behind = db.value<number>(
        `SELECT count(*) FROM documents INDEXED BY documents_dirty WHERE projected_rev <> rev AND kind IN (${kinds})`,
      )
      const outdated = projectors.map((projector) =>
        db.value<number>(
          'SELECT count(*) FROM documents WHERE kind = ? AND projector_version < ? AND projected_rev = rev',
          [projector.kind, projector.version],
        ),
      )
      return [behind, ...outdated].reduce<number>((sum, count) => sum + (count ?? 0), 0)
    },
    hasDirty: () => findDirty() !== undefined,
    projectNext(visible) {
      const docKey = findVisibleDirty(visible) ?? findDirty()
      const row = docKey === undefined ? null : findDocumentByKey(db, docKey)
      if (!row) return false
      const doc = loadDoc(db, row.docKey)
      try {
        db.transaction(() => project(row, doc, null))
      } finally {
        doc.destroy()
      }
      return true
    },
    markAllDirty() {
      // The pages are about to be filled with the same rows again: overwriting them first would only take minutes.
      db.get('PRAGMA secure_delete = OFF')
      try {
        db.transaction(() => {
          for (const table of derivedTables) db.run(`DELETE FROM ${table}`)
          for (const table of wordTables) db.run(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`)
          db.run('UPDATE documents SET projected_rev = 0, projector_version = 0, projection_error = NULL')
        })
      } finally {
        db.get('PRAGMA secure_delete = ON')
      }
      failed.clear()
    },
  }
}

/** What documents are projected into. Spaces and people come from records and stay. */
export const derivedTables = [
  'messages',
  'message_mentions',
  'read_markers',
  'drafts',
  'tickets',
  'ticket_tags',
  'ticket_entries',
  'articles',
  'article_versions',
  'article_feedback',
  'article_links',
  'attachments',
  'notify_values',
  'seen_tickets',
] as const

export const wordTables = ['message_words', 'ticket_words', 'article_words'] as const
