/** Where articles are, and who may write there. */
import {
  articleDocId,
  articleLogDocId,
  asId,
  settingsDocId,
  type ArticleId,
  type SpaceId,
} from '#shared/base/ids.ts'
import { err, ok } from '#shared/base/result.ts'
import type { ArticleEdit } from '#shared/model/article/article.ts'
import type { ArticleLanguage } from '#shared/model/article/article-words.ts'
import { setSpaceSettings } from '#shared/model/settings/space-settings.ts'
import type { DocumentRef } from '../documents/update-log.ts'
import { newId, requireMe, requireSpace, type CommandContext, type Handled, type Me } from './context.ts'

export interface ArticlePlace {
  readonly me: Me
  readonly spaceId: SpaceId
  readonly article: DocumentRef
  /** The document beside it, with versions, feedback and links. */
  readonly log: DocumentRef
  readonly edit: ArticleEdit
}

export function placeOf(
  context: CommandContext,
  me: Me,
  articleId: ArticleId,
  spaceId: SpaceId,
): ArticlePlace {
  return {
    me,
    spaceId,
    article: { docId: articleDocId(articleId), spaceId },
    log: { docId: articleLogDocId(articleId), spaceId },
    edit: { actorId: me.id, at: context.now() },
  }
}

export function findSpaceOfArticle({ db }: CommandContext, articleId: ArticleId): SpaceId | null {
  return (
    db.value<SpaceId>('SELECT space_id FROM documents WHERE doc_id = ?', [articleDocId(articleId)]) ?? null
  )
}

/** The article if it is there and I may write in its space. */
export function requireArticle(context: CommandContext, articleId: ArticleId): Handled<ArticlePlace> {
  const me = requireMe(context)
  if (!me.ok) return me
  const spaceId = findSpaceOfArticle(context, articleId)
  if (!spaceId || !requireSpace(context, me.value, spaceId, ['knowledge']).ok) {
    return err({ type: 'not-found', what: 'article' })
  }
  return ok(placeOf(context, me.value, articleId, spaceId))
}

export interface NewPlace {
  readonly language: ArticleLanguage
  readonly translationOf: ArticleId | null
  readonly spaceName: string
}

/**
 * Where a new article goes: beside what it translates; else into the knowledge space that has most articles of its
 * language, else the first there is, else one that is made for it.
 */
export function placeForNew(
  context: CommandContext,
  articleId: ArticleId,
  { language, translationOf, spaceName }: NewPlace,
): Handled<ArticlePlace> {
  const me = requireMe(context)
  if (!me.ok) return me
  if (findSpaceOfArticle(context, articleId)) return err({ type: 'already-exists', what: 'article' })
  if (translationOf !== null) {
    const original = requireArticle(context, translationOf)
    return original.ok ? ok(placeOf(context, me.value, articleId, original.value.spaceId)) : original
  }
  const spaces = context.db.all<{ spaceId: SpaceId }>(
    `SELECT s.space_id AS spaceId FROM spaces s
     LEFT JOIN documents d ON d.space_id = s.space_id AND d.kind = 'article'
     LEFT JOIN articles a ON a.doc_key = d.doc_key AND a.language = ?
     WHERE s.kind = 'knowledge' AND s.archived = 0
     GROUP BY s.space_id ORDER BY count(a.doc_key) DESC, s.space_id`,
    [language],
  )
  const known = spaces.find(({ spaceId }) => requireSpace(context, me.value, spaceId, ['knowledge']).ok)
  const spaceId = known?.spaceId ?? createKnowledgeSpace(context, spaceName)
  return ok(placeOf(context, me.value, articleId, spaceId))
}

function createKnowledgeSpace(context: CommandContext, name: string): SpaceId {
  const id = asId<SpaceId>(newId(context))
  context.records.putSpace(id, { kind: 'knowledge', parentId: null, members: [] })
  context.documents.transact({ docId: settingsDocId(id), spaceId: id }, (doc) =>
    setSpaceSettings(doc, { name }),
  )
  return id
}
