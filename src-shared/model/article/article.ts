/**
 * A knowledge article. Document shape: root map `meta` (one key a field), root map `tags` (tag -> true), root map
 * `files` (BlobId -> {name, type, size, at}), root XML fragment `content` in the node names of Tiptap/ProseMirror:
 * paragraph, heading{level}, bulletList, orderedList{start}, listItem, blockquote, codeBlock, horizontalRule, hardBreak,
 * table, tableRow, tableHeader, tableCell; marks bold, italic, strike, underline, code, link{href}.
 * Its versions, feedback and links to tickets are in a document of their own (article-log.ts).
 */
import type * as Y from 'yjs'
import type { ArticleId, PersonId } from '../../base/ids.ts'
import { readAttachments, type Attachment } from '../attachment.ts'
import { fieldsOf, idOrNull, numberOr, oneOf, textOf } from '../values.ts'
import { isSameNode, type ArticleNode } from './article-node.ts'
import { articleLanguages, articleStates, type ArticleLanguage, type ArticleState } from './article-words.ts'
import { nodeToXml, xmlToNodes } from './article-xml.ts'

export { articleText, isTextNode, type ArticleNode } from './article-node.ts'

export interface ArticleMeta {
  readonly title: string
  readonly state: ArticleState
  readonly language: ArticleLanguage
  readonly category: string
  /** A heading inside of the category; empty for none. */
  readonly section: string
  readonly tags: readonly string[]
  readonly createdAt: number
  readonly createdBy: PersonId | null
  /** Of the last change of the text or its title; kept to the minute while somebody types. */
  readonly updatedAt: number
  readonly updatedBy: PersonId | null
  readonly translationOf: ArticleId | null
  /** Of the last time that it was published, also where it is a draft again; null for never. */
  readonly publishedAt: number | null
  readonly publishedBy: PersonId | null
}

/** What an article begins with; the rest are defaults. */
export type NewArticle = Pick<ArticleMeta, 'title' | 'language' | 'createdAt' | 'createdBy'> &
  Partial<ArticleMeta>

export type ArticleFields = Partial<
  Pick<ArticleMeta, 'title' | 'category' | 'section' | 'language' | 'translationOf'>
>

export interface ArticleEdit {
  readonly actorId: PersonId
  readonly at: number
}

/** While somebody types, the time of the last change is not written more often: each writing stays in the log. */
const touchEveryMs = 60_000

export function createArticle(doc: Y.Doc, meta: NewArticle, content: readonly ArticleNode[]): void {
  const map = doc.getMap('meta')
  const { tags = [], ...fields } = { state: 'draft', category: '', updatedAt: meta.createdAt, ...meta }
  for (const [key, value] of Object.entries(fields)) if (value !== null) map.set(key, value)
  for (const tag of tags) doc.getMap('tags').set(tag, true)
  doc.getXmlFragment('content').insert(0, content.map(nodeToXml))
}

export function readArticleMeta(doc: Y.Doc): ArticleMeta {
  const map = doc.getMap('meta')
  return {
    title: textOf(map.get('title')),
    state: oneOf(articleStates, map.get('state'), 'draft'),
    language: oneOf(articleLanguages, map.get('language'), 'en'),
    category: textOf(map.get('category')),
    section: textOf(map.get('section')),
    tags: [...doc.getMap('tags').keys()].sort(),
    createdAt: numberOr(map.get('createdAt'), 0),
    createdBy: idOrNull<PersonId>(map.get('createdBy')),
    updatedAt: numberOr(map.get('updatedAt'), 0),
    updatedBy: idOrNull<PersonId>(map.get('updatedBy')),
    translationOf: idOrNull<ArticleId>(map.get('translationOf')),
    publishedAt: numberOr(map.get('publishedAt'), null),
    publishedBy: idOrNull<PersonId>(map.get('publishedBy')),
  }
}

export function readArticleContent(doc: Y.Doc): ArticleNode[] {
  return doc
    .getXmlFragment('content')
    .toArray()
    .flatMap((xml) => xmlToNodes(xml))
}

/** A long guide has many pictures. */
export const maxArticleFiles = 200

/** Files that belong to the article, oldest first. */
export function readArticleFiles(doc: Y.Doc): Attachment[] {
  const files = [...doc.getMap('files')].map(([id, value]) => ({ ...fieldsOf(value), id }))
  files.sort(
    (a, b) => numberOr(fieldsOf(a)['at'], 0) - numberOr(fieldsOf(b)['at'], 0) || (a.id < b.id ? -1 : 1),
  )
  return readAttachments(files, maxArticleFiles)
}

export function addArticleFiles(doc: Y.Doc, files: readonly Attachment[], edit: ArticleEdit): void {
  const map = doc.getMap('files')
  for (const { id, ...file } of files) map.set(id, { ...file, at: edit.at })
  touch(doc, edit, 'now')
}

export function removeArticleFile(doc: Y.Doc, id: string, edit: ArticleEdit): void {
  const map = doc.getMap('files')
  if (!map.has(id)) return
  map.delete(id)
  touch(doc, edit, 'now')
}

/** Sets what differs; saying again what stands there changes nothing. */
export function setArticleFields(doc: Y.Doc, fields: ArticleFields, edit: ArticleEdit): void {
  const map = doc.getMap('meta')
  const before = readArticleMeta(doc)
  for (const [key, value] of Object.entries(fields)) {
    if (before[key as keyof ArticleFields] === value) continue
    if (value === null) map.delete(key)
    else map.set(key, value)
    touch(doc, edit, 'now')
  }
}

export function setArticleTags(doc: Y.Doc, tags: readonly string[], edit: ArticleEdit): void {
  const map = doc.getMap('tags')
  const wanted = new Set(tags)
  const gone = [...map.keys()].filter((tag) => !wanted.has(tag))
  const added = [...wanted].filter((tag) => !map.has(tag))
  for (const tag of gone) map.delete(tag)
  for (const tag of added) map.set(tag, true)
  if (gone.length + added.length > 0) touch(doc, edit, 'now')
}

export function setArticleState(doc: Y.Doc, state: ArticleState, { actorId, at }: ArticleEdit): void {
  const map = doc.getMap('meta')
  if (readArticleMeta(doc).state === state) return
  map.set('state', state)
  if (state !== 'published') return
  map.set('publishedAt', at)
  map.set('publishedBy', actorId)
}

/** Puts other content in the place of the present, and leaves the blocks alone that are the same at both ends. */
export function replaceContent(doc: Y.Doc, content: readonly ArticleNode[], edit: ArticleEdit): void {
  const fragment = doc.getXmlFragment('content')
  const before = fragment.toArray().map((xml) => xmlToNodes(xml)[0])
  const isSame = (a: ArticleNode | undefined, b: ArticleNode | undefined) =>
    a !== undefined && b !== undefined && isSameNode(a, b)
  let start = 0
  while (start < Math.min(before.length, content.length) && isSame(before[start], content[start])) start++
  let end = 0
  const most = Math.min(before.length, content.length) - start
  while (end < most && isSame(before[before.length - 1 - end], content[content.length - 1 - end])) end++
  const gone = before.length - start - end
  const added = content.slice(start, content.length - end)
  if (gone === 0 && added.length === 0) return
  if (gone > 0) fragment.delete(start, gone)
  if (added.length > 0) fragment.insert(start, added.map(nodeToXml))
  touch(doc, edit, 'now')
}

/** Notes who changed the article last, and when. `now` always, `seldom` at most once a minute for the same person. */
export function touch(doc: Y.Doc, { actorId, at }: ArticleEdit, how: 'now' | 'seldom'): void {
  const map = doc.getMap('meta')
  const { updatedAt, updatedBy } = readArticleMeta(doc)
  if (updatedBy !== actorId) map.set('updatedBy', actorId)
  if (at > updatedAt + (how === 'seldom' ? touchEveryMs : 0)) map.set('updatedAt', at)
}
