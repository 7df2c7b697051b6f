import type * as Y from 'yjs'
import type { ArticleId, TicketId, VersionId } from '#shared/base/ids.ts'
import { withoutUndefined } from '#shared/base/object.ts'
import { err, ok } from '#shared/base/result.ts'
import type { articleCommands } from '#shared/contract/articles.ts'
import {
  addArticleFiles,
  createArticle,
  readArticleContent,
  readArticleMeta,
  removeArticleFile,
  replaceContent,
  setArticleFields,
  setArticleState,
  setArticleTags,
  touch,
  type ArticleEdit,
} from '#shared/model/article/article.ts'
import {
  addVersion,
  readVersions,
  removeFeedback,
  setFeedback,
  setTicketLink,
} from '#shared/model/article/article-log.ts'
import { isSameContent } from '#shared/model/article/article-node.ts'
import { applyEditorUpdate, RefusedUpdate } from '#shared/model/article/article-update.ts'
import { articleFromTicket } from '../articles/from-ticket.ts'
import { placeForNew, requireArticle, type ArticlePlace } from './article-access.ts'
import { requireFiles, sendFiles } from './attachment-commands.ts'
import type { CommandContext, CommandHandlers, Handled } from './context.ts'
import { requireTicket } from './ticket-commands.ts'

export const articleHandlers: CommandHandlers<keyof typeof articleCommands> = {
  'article.create'(context, { articleId, spaceName, translationOf, ...article }) {
    const place = placeForNew(context, articleId, { ...article, translationOf, spaceName })
    if (!place.ok) return place
    const { edit } = place.value
    context.documents.transact(place.value.article, (doc) =>
      createArticle(
        doc,
        {
          ...article,
          translationOf: rootOf(context, translationOf),
          createdAt: edit.at,
          createdBy: edit.actorId,
        },
        [],
      ),
    )
    return ok()
  },
  'article.update'(context, { articleId, fields: { tags, ...fields } }) {
    return change(context, articleId, (doc, edit) => {
      setArticleFields(doc, withoutUndefined(fields), edit)
      if (tags !== undefined) setArticleTags(doc, tags, edit)
    })
  },
  'article.publish'(context, { articleId, versionId }) {
    const place = requireArticle(context, articleId)
    if (!place.ok) return place
    const { article, edit } = place.value
    context.documents.transact(article, (doc) => setArticleState(doc, 'published', edit))
    return keepVersion(context, place.value, versionId, '')
  },
  'article.unpublish'(context, { articleId }) {
    return change(context, articleId, (doc, edit) => setArticleState(doc, 'draft', edit))
  },
  'article.archive'(context, { articleId, on }) {
    return change(context, articleId, (doc, edit) => {
      const isArchived = readArticleMeta(doc).state === 'archived'
      if (isArchived !== on) setArticleState(doc, on ? 'archived' : 'draft', edit)
    })
  },
  'article.edit'(context, { articleId, update }) {
    const place = requireArticle(context, articleId)
    if (!place.ok) return place
    const { article, edit } = place.value
    try {
      const hasChanged = context.documents.transact(article, (doc) =>
        applyEditorUpdate(doc, Buffer.from(update, 'base64')),
      )
      // Apart from the editor's change: Yjs takes one transaction with writings of both for a clash of their ids.
      if (hasChanged) context.documents.transact(article, (doc) => touch(doc, edit, 'seldom'))
    } catch (error) {
      if (!(error instanceof RefusedUpdate)) throw error
      // The transaction of the store rolls back, and the document that is ahead of it is dropped.
      return err({ type: 'edit-refused', reason: error.fault })
    }
    return ok()
  },
  'article.saveVersion'(context, { articleId, versionId, note }) {
    const place = requireArticle(context, articleId)
    return place.ok ? keepVersion(context, place.value, versionId, note) : place
  },
  'article.restoreVersion'(context, { articleId, versionId, keepAs }) {
    const place = requireArticle(context, articleId)
    if (!place.ok) return place
    const { article, log, edit } = place.value
    const version = context.documents.read(log.docId, readVersions)?.find(({ id }) => id === versionId)
    if (!version) return err({ type: 'not-found', what: 'version' })
    const kept = keepVersion(context, place.value, keepAs, '')
    if (!kept.ok) return kept
    context.documents.transact(article, (doc) => {
      replaceContent(doc, version.content, edit)
      if (version.title !== '') setArticleFields(doc, { title: version.title }, edit)
    })
    return ok()
  },
  'article.rate'(context, { articleId, helped, note }) {
    const place = requireArticle(context, articleId)
    if (!place.ok) return place
    const { log, edit } = place.value
    context.documents.transact(log, (doc) => {
      if (helped === null) removeFeedback(doc, edit.actorId)
      else setFeedback(doc, { personId: edit.actorId, helped, at: edit.at, note: note.trim() })
    })
    return ok()
  },
  'article.linkTicket'(context, { articleId, ticketId, on }) {
    if (on) {
      const ticket = requireTicket(context, ticketId)
      if (!ticket.ok) return ticket
    }
    const place = requireArticle(context, articleId)
    if (place.ok) link(context, place.value, ticketId, on)
    return place.ok ? ok() : place
  },
  'article.fromTicket'(context, { articleId, ticketId, headings, language, category, spaceName }) {
    const ticket = requireTicket(context, ticketId)
    if (!ticket.ok) return ticket
    const made = articleFromTicket(context, ticketId, headings)
    if (!made) return err({ type: 'not-found', what: 'ticket' })
    const place = placeForNew(context, articleId, { language, translationOf: null, spaceName })
    if (!place.ok) return place
    const { edit } = place.value
    const { title, tags, content } = made
    const meta = { title, tags, language, category, createdAt: edit.at, createdBy: edit.actorId }
    context.documents.transact(place.value.article, (doc) => createArticle(doc, meta, content))
    link(context, place.value, ticketId, true)
    return ok()
  },
  'article.attach'(context, { articleId, attachments }) {
    const files = requireFiles(context, attachments)
    if (!files.ok) return files
    const place = requireArticle(context, articleId)
    if (!place.ok) return place
    const { article, spaceId, edit } = place.value
    context.documents.transact(article, (doc) => addArticleFiles(doc, files.value, edit))
    sendFiles(context, `article/${articleId}`, spaceId, files.value)
    return ok()
  },
  'article.detach'(context, { articleId, id }) {
    return change(context, articleId, (doc, edit) => removeArticleFile(doc, id, edit))
  },
}

function change(
  context: CommandContext,
  articleId: ArticleId,
  work: (doc: Y.Doc, edit: ArticleEdit) => void,
): Handled {
  const place = requireArticle(context, articleId)
  if (!place.ok) return place
  const { article, edit } = place.value
  context.documents.transact(article, (doc) => work(doc, edit))
  return ok()
}

function link(
  { documents }: CommandContext,
  { log, edit }: ArticlePlace,
  ticketId: TicketId,
  on: boolean,
): void {
  documents.transact(log, (doc) => setTicketLink(doc, { ticketId, at: edit.at, by: edit.actorId }, on))
}

/** A version is kept once: the same id again is refused. Nothing is kept where the newest version says the same. */
export function keepVersion(
  { documents }: CommandContext,
  { article, log, edit }: ArticlePlace,
  id: VersionId,
  note: string,
): Handled {
  const versions = documents.read(log.docId, readVersions) ?? []
  if (versions.some((version) => version.id === id)) return err({ type: 'already-exists', what: 'version' })
  const now = documents.read(article.docId, (doc) => ({
    title: readArticleMeta(doc).title,
    content: readArticleContent(doc),
  }))
  if (!now) return err({ type: 'not-found', what: 'article' })
  const newest = versions.at(-1)
  const isSame = newest?.title === now.title && isSameContent(newest.content, now.content)
  if (isSame && note === '') return ok()
  documents.transact(log, (doc) => addVersion(doc, { id, at: edit.at, by: edit.actorId, note, ...now }))
  return ok()
}

/** A translation of a translation is one of the first. */
function rootOf({ db }: CommandContext, id: ArticleId | null): ArticleId | null {
  if (id === null) return null
  return db.value<ArticleId | null>('SELECT translation_of FROM articles WHERE article_id = ?', [id]) ?? id
}
