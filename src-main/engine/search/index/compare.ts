/**
 * Finds what the index is behind with, by comparing the store's documents and files with the sources that were made of
 * them. A page at a time, so that a large workspace holds nobody up.
 */
import type { IndexedKind } from '#shared/contract/index-care.ts'
import type { PassageType } from '#shared/contract/passages.ts'
import type { ReadableDb } from '../../store/db.ts'
import { kindOfType } from './index-settings.ts'
import {
  documentColumns,
  fileColumns,
  refOfFile,
  type IndexedDocument,
  type IndexedFile,
} from './read-source.ts'

export interface Differences {
  /** To be read again. */
  readonly documents: readonly { readonly docKey: number; readonly kind: IndexedDocument['kind'] }[]
  readonly files: readonly string[]
  /** Refs of sources to be taken out. */
  readonly vanished: readonly string[]
}

interface KnownSource {
  readonly ref: string
  readonly docKey: number | null
  readonly stamp: string
  readonly title: string
}

const pageSize = 2_000

/** One whole comparison. Each turn looks at one page. */
export function* compareAll(
  store: ReadableDb,
  index: ReadableDb,
  isIncluded: (kind: IndexedKind) => boolean,
): Generator<Differences> {
  yield* compareDocuments(store, index, isIncluded)
  yield* compareFiles(store, index, isIncluded)
}

function* compareDocuments(
  store: ReadableDb,
  index: ReadableDb,
  isIncluded: (kind: IndexedKind) => boolean,
): Generator<Differences> {
  let after = 0
  let isLast = false
  while (!isLast) {
    const rows = store.all<IndexedDocument>(
      `SELECT ${documentColumns} FROM documents AS d
       WHERE d.doc_key > ? AND d.kind IN ('article', 'ticket', 'notes', 'chat') ORDER BY d.doc_key LIMIT ?`,
      [after, pageSize],
    )
    isLast = rows.length < pageSize
    const upTo = isLast ? Number.MAX_SAFE_INTEGER : (rows.at(-1)?.docKey ?? after)
    const known = new Map(
      index
        .all<KnownSource>(
          'SELECT ref, doc_key AS docKey, stamp, title FROM sources WHERE doc_key > ? AND doc_key <= ?',
          [after, upTo],
        )
        .map((source) => [source.ref, source]),
    )
    const documents: Differences['documents'][number][] = []
    for (const { docKey, docId, kind, stamp, title } of rows) {
      if (!isIncluded(kindOfType[typeOf(kind)])) continue
      const source = known.get(docId)
      known.delete(docId)
      if (stamp === null) continue
      const isSame = source?.stamp === stamp && (kind === 'chat' || source.title === (title ?? ''))
      if (!isSame) documents.push({ docKey, kind })
    }
    after = upTo
    yield { documents, files: [], vanished: [...known.keys()] }
  }
  // Sources whose document's key went to another one.
  const lost = index.all<{ ref: string }>("SELECT ref FROM sources WHERE doc_key IS NULL AND type <> 'file'")
  yield { documents: [], files: [], vanished: lost.map(({ ref }) => ref) }
}

/** Of the files alone. */
export function* compareFiles(
  store: ReadableDb,
  index: ReadableDb,
  isIncluded: (kind: IndexedKind) => boolean,
): Generator<Differences> {
  let after = ''
  let isLast = false
  while (!isLast) {
    const rows = isIncluded('files')
      ? store.all<IndexedFile>(
          `SELECT ${fileColumns} FROM library_files WHERE state = 'indexed' AND file_id > ? ORDER BY file_id LIMIT ?`,
          [after, pageSize],
        )
      : []
    isLast = rows.length < pageSize
    const upTo = isLast ? '~' : (rows.at(-1)?.fileId ?? after)
    const known = new Map(
      index
        .all<KnownSource>(
          "SELECT ref, doc_key AS docKey, stamp, title FROM sources WHERE type = 'file' AND ref > ? AND ref <= ?",
          [refOfFile(after), refOfFile(upTo)],
        )
        .map((source) => [source.ref, source]),
    )
    const files: string[] = []
    for (const { fileId, stamp, title } of rows) {
      const source = known.get(refOfFile(fileId))
      known.delete(refOfFile(fileId))
      if (source?.stamp !== stamp || source.title !== title) files.push(fileId)
    }
    after = upTo
    yield { documents: [], files, vanished: [...known.keys()] }
  }
}

export function typeOf(kind: IndexedDocument['kind']): PassageType {
  return kind === 'notes' ? 'note' : kind === 'chat' ? 'message' : kind
}
