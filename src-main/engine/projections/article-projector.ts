/** Articles to `articles` and the full-text index. */
import { parseDocId } from '#shared/base/ids.ts'
import { articleText, readArticleContent, readArticleMeta } from '#shared/model/article/article.ts'
import { fold } from '../search/fold.ts'
import type { WritableDb } from '../store/db.ts'
import type { Projector } from './projector.ts'

interface StoredArticle {
  readonly title: string
  readonly tags: string
  readonly text: string
}

export const articleProjector: Projector = {
  kind: 'article',
  version: 1,
  project({ db, row, changed }, doc) {
    const articleId = parseDocId(row.docId)?.owner ?? ''
    const meta = readArticleMeta(doc)
    const article = {
      title: meta.title,
      tags: JSON.stringify(meta.tags),
      text: articleText(readArticleContent(doc)),
    }
    const before = db.get<StoredArticle>('SELECT title, tags, text FROM articles WHERE doc_key = ?', [
      row.docKey,
    ])
    db.run(
      `INSERT INTO articles (doc_key, article_id, title, category, language, state, tags, text, created_at, updated_at)
       VALUES (:docKey, :articleId, :title, :category, :language, :state, :tags, :text, :createdAt, :updatedAt)
       ON CONFLICT (doc_key) DO UPDATE SET title = excluded.title, category = excluded.category,
         language = excluded.language, state = excluded.state, tags = excluded.tags, text = excluded.text,
         created_at = excluded.created_at, updated_at = excluded.updated_at`,
      {
        docKey: row.docKey,
        articleId,
        ...article,
        category: meta.category,
        language: meta.language,
        state: meta.state,
        createdAt: meta.createdAt,
        updatedAt: meta.updatedAt,
      },
    )
    if (before) putWords(db, row.docKey, before, 'remove')
    putWords(db, row.docKey, article, 'add')
    changed.add('articles', `article:${articleId}`)
  },
  remove({ db, row, changed }) {
    const stored = db.get<StoredArticle>(
      'DELETE FROM articles WHERE doc_key = ? RETURNING title, tags, text',
      [row.docKey],
    )
    if (stored) putWords(db, row.docKey, stored, 'remove')
    changed.add('articles', `article:${parseDocId(row.docId)?.owner ?? ''}`)
  },
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
