/**
 * One Markdown file as an article. Known by its id: the same file again changes nothing, and a file that changed changes
 * its article, of which a version is kept first.
 */
import type { BlobId } from '#shared/base/blob-id.ts'
import { articleDocId, asId, type ArticleId, type VersionId } from '#shared/base/ids.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { isUlid } from '#shared/base/ulid.ts'
import type { TransferSkip } from '#shared/contract/article-transfer.ts'
import { limits } from '#shared/contract/values.ts'
import {
  addArticleFiles,
  createArticle,
  maxArticleFiles,
  readArticleContent,
  readArticleFiles,
  readArticleMeta,
  replaceContent,
  setArticleFields,
  setArticleState,
  setArticleTags,
} from '#shared/model/article/article.ts'
import { articleText, type ArticleNode } from '#shared/model/article/article-node.ts'
import {
  articleLanguages,
  articleStates,
  type ArticleLanguage,
  type ArticleState,
} from '#shared/model/article/article-words.ts'
import { findSpaceOfArticle, placeForNew, requireArticle } from '../commands/article-access.ts'
import { keepVersion } from '../commands/article-commands.ts'
import { requireFiles, sendFiles } from '../commands/attachment-commands.ts'
import { newId, type CommandContext } from '../commands/context.ts'
import { getMeta } from '../store/meta.ts'
import type { FrontMatter } from './front-matter.ts'
import type { ReadContent } from './find-files.ts'
import { contentToMarkdown } from './markdown-write.ts'
import { idFor } from './transfer-files.ts'

export interface ImportPlan {
  readonly articleId: ArticleId
  readonly title: string
  readonly language: ArticleLanguage
  readonly category: string
  readonly section: string
  readonly tags: readonly string[]
  /** Null where the file does not say: a new article is a draft, another stays what it is. */
  readonly state: ArticleState | null
  readonly translationOf: ArticleId | null
  readonly content: readonly ArticleNode[]
  /** As it stands in the file. */
  readonly body: string
  /** The content as we write it. */
  readonly markdown: string
  /** Below the folder. */
  readonly files: readonly string[]
}

/** @param name of the file below the folder: its folders are category and section where the file names none */
export function planImport(
  { db }: CommandContext,
  name: string,
  fields: FrontMatter,
  body: string,
  read: ReadContent,
): Result<ImportPlan, TransferSkip> {
  const id = lineOf(fields, 'id')
  if (id !== '' && !isUlid(id)) return err('bad-id')
  const folders = name.split('/')
  const file = (folders.pop() ?? '').replace(/\.(md|markdown)$/i, '')
  const [first] = read.content
  // A heading over everything is the title, where the file has no other.
  const isTitle =
    lineOf(fields, 'title') === '' && first?.type === 'heading' && 'level' in first && first.level === 1
  const title = (lineOf(fields, 'title') || (isTitle ? articleText([first]) : '') || file)
    .slice(0, limits.title)
    .trim()
  const content = isTitle ? read.content.slice(1) : read.content
  const translationOf = lineOf(fields, 'translationOf')
  return ok({
    articleId: asId<ArticleId>(isUlid(id) ? id : idFor(getMeta(db, 'workspaceId') ?? '', name, title)),
    title,
    language: oneOf(articleLanguages, lineOf(fields, 'language')) ?? guessLanguage(articleText(content)),
    category: (lineOf(fields, 'category') || (folders[0] ?? '')).slice(0, limits.name),
    section: (lineOf(fields, 'section') || (folders[1] ?? '')).slice(0, limits.name),
    tags: tagsOf(fields),
    state: oneOf(articleStates, lineOf(fields, 'state')),
    translationOf: isUlid(translationOf) ? asId<ArticleId>(translationOf) : null,
    content,
    body,
    markdown: isTitle || read.hasFiles ? contentToMarkdown(content) : read.markdown,
    files: [...new Set([...listOf(fields, 'files'), ...read.files])].slice(0, maxArticleFiles),
  })
}

export function importArticle(
  context: CommandContext,
  plan: ImportPlan,
): Result<'created' | 'updated' | 'unchanged', TransferSkip> {
  const { articleId, content, body, markdown, state, tags, files: _, ...fields } = plan
  if (!findSpaceOfArticle(context, articleId)) {
    const place = placeForNew(context, articleId, { ...fields, translationOf: null, spaceName: 'Knowledge' })
    if (!place.ok) return err('no-access')
    const { edit } = place.value
    const meta = { ...fields, tags, createdAt: edit.at, createdBy: edit.actorId }
    context.documents.transact(place.value.article, (doc) => {
      createArticle(doc, meta, content)
      if (state !== null) setArticleState(doc, state, edit)
    })
    return ok('created')
  }
  const place = requireArticle(context, articleId)
  if (!place.ok) return err('no-access')
  const { article, edit } = place.value
  const before = context.documents.read(article.docId, (doc) => ({
    ...readArticleMeta(doc),
    content: readArticleContent(doc),
    files: readArticleFiles(doc),
  }))
  if (!before) return err('no-access')
  // Compared as Markdown: what that cannot say must not be lost by exporting and importing.
  const exported = contentToMarkdown(before.content, ({ blob }) =>
    // Of what nobody has any more only the name was written.
    before.files.some(({ id }) => id === blob) ? `blob:${blob ?? ''}` : null,
  )
  const isSameText = exported.trim() === body.trim() || exported === markdown
  const isSame =
    isSameText &&
    (state === null || before.state === state) &&
    JSON.stringify(before.tags) === JSON.stringify([...tags].sort()) &&
    (['title', 'language', 'category', 'section', 'translationOf'] as const).every(
      (field) => before[field] === fields[field],
    )
  if (isSame) return ok('unchanged')
  if (!isSameText || before.title !== fields.title) {
    keepVersion(context, place.value, newId<VersionId>(context), '')
  }
  context.documents.transact(article, (doc) => {
    if (!isSameText) replaceContent(doc, content, edit)
    setArticleFields(doc, fields, edit)
    setArticleTags(doc, tags, edit)
    if (state !== null) setArticleState(doc, state, edit)
  })
  return ok('updated')
}

/** What was copied onto the article's draft becomes the article's. False where nothing was. */
export function attachReady(context: CommandContext, articleId: ArticleId): boolean {
  const place = requireArticle(context, articleId)
  if (!place.ok) return false
  const draftKey = `article/${articleId}`
  const ready = context.db.all<{ id: BlobId; name: string }>(
    "SELECT blob_id AS id, name FROM draft_files WHERE draft_key = ? AND state = 'ready'",
    [draftKey],
  )
  const files = requireFiles(context, ready)
  if (!files.ok || files.value.length === 0) return false
  context.documents.transact({ ...place.value.article, docId: articleDocId(articleId) }, (doc) =>
    addArticleFiles(doc, files.value, place.value.edit),
  )
  sendFiles(context, draftKey, place.value.spaceId, files.value)
  return true
}

function lineOf(fields: FrontMatter, key: string): string {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  return typeof value === 'string'
    ? value.toWellFormed().replaceAll('\0', '').replace(/\s+/gu, ' ').trim()
    : ''
}

function listOf(fields: FrontMatter, key: string): readonly string[] {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (value === undefined) return []
  return typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value
}

function tagsOf(fields: FrontMatter): string[] {
  const tags = listOf(fields, 'tags').map((tag) =>
    tag
      .toWellFormed()
      .replaceAll('\0', '')
      .replace(/\s+/gu, ' ')
      .trim()
      .toLocaleLowerCase('en')
      .replace(/^[#\s]+/u, ''),
  )
  return [...new Set(tags)].filter((tag) => tag !== '' && tag.length <= limits.tag).slice(0, limits.tags)
}

function oneOf<T extends string>(words: readonly T[], text: string): T | null {
  return words.find((word) => word === text) ?? null
}

const german = /[äöüß]|\b(?:der|die|das|und|nicht|ist|mit|auf|für|ein|eine|wird)\b/gi
const english = /\b(?:the|and|is|not|with|on|for|a|an|of|to|in)\b/gi

function guessLanguage(text: string): ArticleLanguage {
  const start = text.slice(0, 4_000)
  return (start.match(german)?.length ?? 0) > (start.match(english)?.length ?? 0) ? 'de' : 'en'
}
