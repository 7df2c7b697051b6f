import {
  articleDocId,
  articleLogDocId,
  type ArticleId,
  type DocId,
  type PersonId,
  type VersionId,
} from '#shared/base/ids.ts'
import type {
  ArticleDocRow,
  articleQueries,
  ArticleRow,
  ArticleVersionRow,
  FeedbackRow,
  LinkedArticleRow,
  LinkedTicketRow,
} from '#shared/contract/articles.ts'
import { readArticleContent, readArticleMeta } from '#shared/model/article/article.ts'
import { readVersions } from '#shared/model/article/article-log.ts'
import type * as Y from 'yjs'
import { findDocument, loadDoc } from '../documents/update-log.ts'
import type { ReadableDb } from '../store/db.ts'
import { listAttachments } from './attachment-rows.ts'
import { findMe, type QueryHandlers } from './query.ts'

export const articleQueryHandlers: QueryHandlers<keyof typeof articleQueries> = {
  'article.list': {
    dependsOn: () => ['articles'],
    run(db, { language, category, archived, limit }) {
      const rows = db.all<Omit<ArticleRow, 'tags' | 'pending'> & { tags: string; pending: 0 | 1 }>(
        `SELECT article_id AS key, title, category, section, language, state, created_by AS createdBy,
           updated_at AS updatedAt, updated_by AS updatedBy, tags, translation_of AS translationOf,
           (SELECT count(*) FROM article_feedback f WHERE f.article_id = a.article_id AND helped = 1) AS helped,
           (SELECT count(*) FROM article_feedback f WHERE f.article_id = a.article_id AND helped = 0) AS notHelped,
           EXISTS (SELECT 1 FROM pending WHERE subject = a.article_id) AS pending
         FROM articles a
         WHERE (:language IS NULL OR language = :language) AND (:category IS NULL OR category = :category)
           AND (:archived = 1 OR state <> 'archived')
         ORDER BY category COLLATE NOCASE, section COLLATE NOCASE, title COLLATE NOCASE, article_id LIMIT :limit`,
        { language, category, limit, archived: archived ? 1 : 0 },
      )
      const count = (condition: string) =>
        db.value<number>(`SELECT count(*) FROM articles WHERE ${condition}`) ?? 0
      const inArchive = count("state = 'archived'")
      return {
        meta: { total: archived ? count('1') : count("state <> 'archived'"), archived: inArchive },
        rows: rows.map((row) => ({
          ...row,
          tags: JSON.parse(row.tags) as string[],
          pending: row.pending === 1,
        })),
      }
    },
  },
  'article.get': {
    dependsOn: ({ articleId }) => [`article:${articleId}`],
    run(db, { articleId }) {
      const meta = readDocument(db, articleDocId(articleId), (doc) => ({
        id: articleId,
        ...readArticleMeta(doc),
        content: readArticleContent(doc),
        files: listAttachments(db, [articleId])(articleId),
        pending: db.value('SELECT 1 FROM pending WHERE subject = ? LIMIT 1', [articleId]) !== undefined,
      }))
      return { meta, rows: [] }
    },
  },
  'article.doc': {
    dependsOn: ({ articleId }) => [`article:${articleId}`],
    run(db, { articleId }) {
      const rows = listPieces(db, articleDocId(articleId))
      return { meta: rows !== null, rows: rows ?? [] }
    },
  },
  'article.languages': {
    dependsOn: () => ['articles'],
    run(db, { articleId }) {
      const rows = db.all<LinkedArticleRow>(
        `WITH own(root) AS (SELECT coalesce(translation_of, article_id) FROM articles WHERE article_id = ?)
         SELECT article_id AS key, title, language, state FROM articles, own
         WHERE (article_id = root OR translation_of = root) AND state <> 'archived'
         ORDER BY language, created_at, article_id`,
        [articleId],
      )
      return { meta: null, rows }
    },
  },
  'article.versions': {
    dependsOn: ({ articleId }) => [`articleLog:${articleId}`],
    run(db, { articleId }) {
      const rows = db.all<ArticleVersionRow>(
        `SELECT version_id AS key, at, author_id AS authorId, title, note, characters FROM article_versions
         WHERE article_id = ? ORDER BY version_id DESC`,
        [articleId],
      )
      return { meta: null, rows }
    },
  },
  'article.version': {
    // What was kept is never changed.
    dependsOn: () => [],
    run: (db, { articleId, versionId }) => ({ meta: findVersion(db, articleId, versionId), rows: [] }),
  },
  'article.feedback': {
    dependsOn: ({ articleId }) => [`articleLog:${articleId}`],
    run(db, { articleId }) {
      const rows = db
        .all<Omit<FeedbackRow, 'helped'> & { helped: 0 | 1 }>(
          `SELECT person_id AS key, helped, at, note FROM article_feedback WHERE article_id = ?
           ORDER BY at DESC, person_id`,
          [articleId],
        )
        .map((row) => ({ ...row, helped: row.helped === 1 }))
      const me: PersonId | null = findMe(db)
      const helped = rows.filter((row) => row.helped).length
      return {
        meta: {
          helped,
          notHelped: rows.length - helped,
          mine: rows.find(({ key }) => key === me) ?? null,
        },
        rows,
      }
    },
  },
  'article.tickets': {
    dependsOn: ({ articleId }) => [`articleLog:${articleId}`, 'tickets'],
    run(db, { articleId }) {
      const rows = db.all<LinkedTicketRow>(
        `SELECT ticket_id AS key, code, number, title, state, priority
         FROM article_links JOIN tickets USING (ticket_id) WHERE article_id = ? ORDER BY at DESC, ticket_id`,
        [articleId],
      )
      return { meta: null, rows }
    },
  },
  'ticket.articles': {
    dependsOn: ({ ticketId }) => [`ticketArticles:${ticketId}`, 'articles'],
    run(db, { ticketId }) {
      const rows = db.all<LinkedArticleRow>(
        `SELECT article_id AS key, title, language, state FROM article_links JOIN articles USING (article_id)
         WHERE ticket_id = ? AND state <> 'archived' ORDER BY at DESC, article_id`,
        [ticketId],
      )
      return { meta: null, rows }
    },
  },
}

function readDocument<T>(db: ReadableDb, docId: DocId, look: (doc: Y.Doc) => T): T | null {
  const row = findDocument(db, docId)
  if (!row) return null
  const doc = loadDoc(db, row.docKey)
  try {
    return look(doc)
  } finally {
    doc.destroy()
  }
}

function findVersion(db: ReadableDb, articleId: ArticleId, versionId: VersionId) {
  return readDocument(db, articleLogDocId(articleId), (doc) => {
    const found = readVersions(doc).find(({ id }) => id === versionId)
    if (!found) return null
    const { by, ...version } = found
    return { ...version, authorId: by }
  })
}

/** The log as it is stored: bytes that an editor has are not encoded for it again. Null where there is no document. */
function listPieces(db: ReadableDb, docId: DocId): ArticleDocRow[] | null {
  const row = findDocument(db, docId)
  if (!row) return null
  const snapshot = db.get<{ rev: number; state: Uint8Array }>(
    'SELECT rev, state FROM snapshots WHERE doc_key = ?',
    [row.docKey],
  )
  const updates = db.all<{ updateId: string; payload: Uint8Array }>(
    'SELECT update_id AS updateId, payload FROM updates WHERE doc_key = ? AND rev > ? ORDER BY rev',
    [row.docKey, snapshot?.rev ?? 0],
  )
  return [
    ...(snapshot ? [{ key: `state ${String(snapshot.rev)}`, update: toBase64(snapshot.state) }] : []),
    ...updates.map(({ updateId, payload }) => ({ key: updateId, update: toBase64(payload) })),
  ]
}

const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
