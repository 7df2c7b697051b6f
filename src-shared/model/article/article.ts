/**
 * A knowledge article. Document shape: root map `meta` (one key a field), root map `tags` (tag -> true), root
 * XML fragment `content` in the node names of Tiptap/ProseMirror: paragraph, heading{level}, bulletList,
 * orderedList, listItem, codeBlock, table, tableRow, tableHeader, tableCell.
 */
import * as Y from 'yjs'
import type { ArticleId, PersonId } from '../../base/ids.ts'
import { idOrNull, numberOr, oneOf, textOf } from '../values.ts'

export const articleStates = ['draft', 'published'] as const
export const articleLanguages = ['de', 'en'] as const

export interface ArticleMeta {
  readonly title: string
  readonly state: (typeof articleStates)[number]
  readonly language: (typeof articleLanguages)[number]
  readonly category: string
  readonly tags: readonly string[]
  readonly createdAt: number
  readonly createdBy: PersonId | null
  readonly updatedAt: number
  readonly translationOf: ArticleId | null
}

/** A node of the content, as plain data: a piece of text or an element. */
export type ArticleNode =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly string[] }
  | { readonly type: string; readonly level?: number; readonly children: readonly ArticleNode[] }

export function isTextNode(node: ArticleNode): node is Extract<ArticleNode, { type: 'text'; text: string }> {
  return node.type === 'text' && 'text' in node
}

export function createArticle(doc: Y.Doc, meta: ArticleMeta, content: readonly ArticleNode[]): void {
  const map = doc.getMap('meta')
  const { tags, ...fields } = meta
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
    tags: [...doc.getMap('tags').keys()].sort(),
    createdAt: numberOr(map.get('createdAt'), 0),
    createdBy: idOrNull<PersonId>(map.get('createdBy')),
    updatedAt: numberOr(map.get('updatedAt'), 0),
    translationOf: idOrNull<ArticleId>(map.get('translationOf')),
  }
}

export function readArticleContent(doc: Y.Doc): ArticleNode[] {
  return doc.getXmlFragment('content').toArray().flatMap(xmlToNodes)
}

/** The text of the content, a line a block. */
export function articleText(content: readonly ArticleNode[]): string {
  return content
    .map(nodeText)
    .filter((line) => line !== '')
    .join('\n')
}

function nodeText(node: ArticleNode): string {
  if (isTextNode(node)) return node.text
  if (!('children' in node)) return ''
  const separator = node.children.some(isTextNode) ? '' : node.type === 'tableRow' ? ' | ' : '\n'
  return node.children.map(nodeText).join(separator)
}

function nodeToXml(node: ArticleNode): Y.XmlElement | Y.XmlText {
  if (isTextNode(node)) {
    const text = new Y.XmlText()
    text.insert(0, node.text, Object.fromEntries(node.marks.map((mark) => [mark, true])))
    return text
  }
  const element = new Y.XmlElement<Record<string, string | number>>(node.type)
  if ('children' in node) {
    if (node.level !== undefined) element.setAttribute('level', node.level)
    element.insert(0, node.children.map(nodeToXml))
  }
  return element as unknown as Y.XmlElement
}

function xmlToNodes(xml: Y.XmlElement | Y.XmlText | Y.XmlHook): ArticleNode[] {
  if (xml instanceof Y.XmlText) {
    const delta = xml.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
    return delta.map((op) => ({
      type: 'text',
      text: textOf(op.insert),
      marks: Object.keys(op.attributes ?? {}),
    }))
  }
  if (!(xml instanceof Y.XmlElement)) return []
  const level = Number(xml.getAttribute('level'))
  return [
    {
      type: xml.nodeName,
      ...(Number.isInteger(level) && level > 0 ? { level } : {}),
      children: xml.toArray().flatMap(xmlToNodes),
    },
  ]
}
