/** Articles to `articles`, their files and the full-text index. */
import { parseDocId, type ArticleId } from '#shared/base/ids.ts'
import {
  articleText,
  readArticleContent,
  readArticleFiles,
  readArticleMeta,
} from '#shared/model/article/article.ts'
import { fold } from '../search/fold.ts'
import type { WritableDb } from '../store/db.ts'
import { putAttachments, removeAttachments } from './attachments.ts'
import type { Projector } from './projector.ts'

/** What lists show: only where some of it changed do they have to be asked again while somebody types. */
const listed = [
  ...(['title', 'category', 'section', 'language', 'state', 'tags', 'translationOf'] as const),
  ...(['createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'publishedAt'] as const),
]

interface StoredArticle extends Readonly<Record<(typeof listed)[number], string | number | null>> {
  readonly title: string
  readonly state: string
  readonly tags: string
  readonly text: string
}

export const articleProjector: Projector = {
  kind: 'article',
  version: 2,
  project(context, doc, changes) {
    const { db, row, changed } = context
    const articleId = ownerOf(row.docId)
    const { publishedBy: _, ...meta } = readArticleMeta(doc)
    const article: StoredArticle = {
      ...meta,
      tags: JSON.stringify(meta.tags),
      text: articleText(readArticleContent(doc)),
    }
    const before = readStored(db, row.docKey)
    db.run(
      `INSERT INTO articles (doc_key, article_id, title, category, section, language, state, tags, text, translation_of,
         created_at, created_by, updated_at, updated_by, published_at)
       VALUES (:docKey, :articleId, :title, :category, :section, :language, :state, :tags, :text, :translationOf,
         :createdAt, :createdBy, :updatedAt, :updatedBy, :publishedAt)
       ON CONFLICT (doc_key) DO UPDATE SET title = excluded.title, category = excluded.category,
         section = excluded.section, language = excluded.language, state = excluded.state, tags = excluded.tags,
         text = excluded.text, translation_of = excluded.translation_of, created_at = excluded.created_at,
         created_by = excluded.created_by, updated_at = excluded.updated_at, updated_by = excluded.updated_by,
         published_at = excluded.published_at`,
      { docKey: row.docKey, articleId, ...article },
    )
    if (before) putWords(db, row.docKey, before, 'remove')
    putWords(db, row.docKey, article, 'add')
    if (changes === null || changes.touches('files')) {
      putAttachments(context, articleId, `article:${articleId}`, readArticleFiles(doc))
    }
    changed.add(`article:${articleId}`)
    if (!before || listed.some((field) => before[field] !== article[field])) changed.add('articles')
  },
  remove(context) {
    const { db, row, changed } = context
    const articleId = ownerOf(row.docId)
    const stored = readStored(db, row.docKey)
    db.run('DELETE FROM articles WHERE doc_key = ?', [row.docKey])
    if (stored) putWords(db, row.docKey, stored, 'remove')
    removeAttachments(context, articleId)
    changed.add('articles', `article:${articleId}`)
  },
}

const ownerOf = (docId: Parameters<typeof parseDocId>[0]): ArticleId =>
  (parseDocId(docId)?.owner ?? '') as ArticleId

function readStored(db: WritableDb, docKey: number): StoredArticle | undefined {
  return db.get<StoredArticle>(
    `SELECT title, category, section, language, state, tags, text, translation_of AS translationOf,
       created_at AS createdAt, created_by AS createdBy, updated_at AS updatedAt, updated_by AS updatedBy,
       published_at AS publishedAt
     FROM articles WHERE doc_key = ?`,
    [docKey],
  )
}

function putWords(db: WritableDb, docKey: number, article: StoredArticle, how: 'add' | 'remove'): void {
  const title = fold([article.title, ...(JSON.parse(article.tags) as string[])].join('\n'))
  const body = fold(article.text)
  if (how === 'add') {
    db.run('INSERT INTO article_words (rowid, title, body) VALUES (?, ?, ?)', [docKey, title, body])
  } else {
    db.run("INSERT INTO article_words (article_words, rowid, title, body) VALUES ('delete', ?, ?, ?)", [
      docKey,
      title,
      body,
    ])
  }
}
