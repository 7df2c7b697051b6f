/** What belongs to an article beside its text: to `article_versions`, `article_feedback` and `article_links`. */
import { parseDocId } from '#shared/base/ids.ts'
import { readFeedback, readTicketLinks, readVersions } from '#shared/model/article/article-log.ts'
import { articleText } from '#shared/model/article/article-node.ts'
import type { ProjectionContext, Projector } from './projector.ts'

export const articleLogProjector: Projector = {
  kind: 'article-log',
  version: 1,
  project(context, doc, changes) {
    const { db, row, changed } = context
    const articleId = parseDocId(row.docId)?.owner ?? ''
    const isTouched = (root: string) => changes === null || changes.touches(root)
    if (isTouched('versions')) {
      db.run('DELETE FROM article_versions WHERE article_id = ?', [articleId])
      for (const { id, by, at, title, note, content } of readVersions(doc)) {
        db.run(
          `INSERT INTO article_versions (article_id, version_id, author_id, at, title, note, characters)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
          [articleId, id, by, at, title, note, articleText(content).length],
        )
      }
    }
    if (isTouched('feedback')) {
      db.run('DELETE FROM article_feedback WHERE article_id = ?', [articleId])
      for (const { personId, helped, at, note } of readFeedback(doc)) {
        db.run(
          'INSERT INTO article_feedback (article_id, person_id, helped, at, note) VALUES (?, ?, ?, ?, ?)',
          [articleId, personId, helped ? 1 : 0, at, note],
        )
      }
      changed.add('articles')
    }
    if (isTouched('tickets')) {
      forgetLinks(context, articleId)
      for (const { ticketId, at, by } of readTicketLinks(doc)) {
        db.run('INSERT INTO article_links (article_id, ticket_id, at, author_id) VALUES (?, ?, ?, ?)', [
          articleId,
          ticketId,
          at,
          by,
        ])
        changed.add(`ticketArticles:${ticketId}`)
      }
    }
    changed.add(`articleLog:${articleId}`)
  },
  remove(context) {
    const { db, row, changed } = context
    const articleId = parseDocId(row.docId)?.owner ?? ''
    db.run('DELETE FROM article_versions WHERE article_id = ?', [articleId])
    db.run('DELETE FROM article_feedback WHERE article_id = ?', [articleId])
    forgetLinks(context, articleId)
    changed.add('articles', `articleLog:${articleId}`)
  },
}

function forgetLinks({ db, changed }: ProjectionContext, articleId: string): void {
  const gone = db.all<{ ticketId: string }>(
    'DELETE FROM article_links WHERE article_id = ? RETURNING ticket_id AS ticketId',
    [articleId],
  )
  for (const { ticketId } of gone) changed.add(`ticketArticles:${ticketId}`)
}
