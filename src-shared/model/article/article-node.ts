/** The content of an article as plain data: what versions keep, lists and search read, and Markdown is made of. No Yjs. */
import { isBlobId, type BlobId } from '../../base/blob-id.ts'
import { cleanFileName } from '../../base/file-name.ts'

export type AttributeValue = string | number | boolean
export type Attributes = Readonly<Record<string, AttributeValue>>

export interface ArticleTextNode {
  readonly type: 'text'
  readonly text: string
  /** Names of marks: bold, italic, strike, underline, code, link, and what newer versions know. */
  readonly marks: readonly string[]
  /** Of those marks that have any: `{link: {href}}`. */
  readonly attrs?: Readonly<Record<string, Attributes>>
}

export interface ArticleElementNode {
  readonly type: string
  /** Of a heading: 1 to 6. */
  readonly level?: number
  /** All other attributes: `start` of an ordered list, `language` of a code block, and what newer versions know. */
  readonly attrs?: Attributes
  readonly children: readonly ArticleNode[]
}

/** A node of the content: a piece of text or an element. */
export type ArticleNode = ArticleTextNode | ArticleElementNode

/** What is nested deeper is not read: nobody writes it, and it would exhaust the stack. */
export const maxNodeDepth = 80

/** What stands in a line of text. */
export function isInline(node: ArticleNode): boolean {
  return isTextNode(node) || node.type === 'hardBreak' || isInlineFile(node)
}

export function isTextNode(node: ArticleNode): node is ArticleTextNode {
  return node.type === 'text' && 'text' in node
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
  if (node.type === 'hardBreak') return '\n'
  const file = readInlineFile(node)
  if (file) return inlineFileText(file)
  if (!('children' in node)) return ''
  const separator = node.children.some(isInline) ? '' : node.type === 'tableRow' ? ' | ' : '\n'
  return node.children.map(nodeText).join(separator)
}

/**
 * Pictures and files inside of the text. A node names the blob and what to call it; the bytes belong to the article as its
 * other files do (`files` of the document), and travel with these.
 */
export const inlineFileTypes = ['picture', 'file'] as const

export interface InlineFile {
  readonly type: (typeof inlineFileTypes)[number]
  /** Null where whoever wrote it named none: there is nothing to show but its name. */
  readonly blob: BlobId | null
  readonly name: string
  /** A claim, as the sender's program wrote it. */
  readonly size: number
  /** What a picture shows, in words; ''. */
  readonly alt: string
}

export const maxAlt = 500

export function isInlineFile(node: ArticleNode): boolean {
  return !('text' in node) && inlineFileTypes.some((type) => type === node.type)
}

/** Whatever the attributes are: one plain name, a size that is a number, and a blob's id or none. Null for other nodes. */
export function readInlineFile(node: ArticleNode): InlineFile | null {
  if (isTextNode(node) || !isInlineFile(node)) return null
  const { blob, name, size, alt } = node.attrs ?? {}
  return {
    type: node.type === 'picture' ? 'picture' : 'file',
    blob: isBlobId(blob) ? blob : null,
    name: cleanFileName(typeof name === 'string' ? name.slice(0, 1_000) : ''),
    size: typeof size === 'number' && Number.isSafeInteger(size) && size > 0 ? size : 0,
    alt: typeof alt === 'string' ? alt.slice(0, maxAlt).replace(/\s+/gu, ' ').trim() : '',
  }
}

export function inlineFileNode({ type, blob, name, size, alt }: InlineFile): ArticleElementNode {
  return {
    type,
    attrs: { ...(blob === null ? {} : { blob }), name, size, ...(alt === '' ? {} : { alt }) },
    children: [],
  }
}

/** What a reader and the index have of it as text: a picture's words stand under it, a line of their own. */
export function inlineFileText(file: InlineFile): string {
  if (file.type === 'file') return file.name
  return file.alt === '' ? '' : `\n${file.alt}\n`
}

/** All of them, in the order of the text. */
export function listInlineFiles(content: readonly ArticleNode[]): InlineFile[] {
  return content.flatMap((node) => {
    const file = readInlineFile(node)
    return file ? [file] : 'children' in node ? listInlineFiles(node.children) : []
  })
}

/** Equal content, whatever the order of keys. */
export function isSameNode(a: ArticleNode, b: ArticleNode): boolean {
  return canonical(a) === canonical(b)
}

export function isSameContent(a: readonly ArticleNode[], b: readonly ArticleNode[]): boolean {
  return (
    a.length === b.length &&
    a.every((node, index) => {
      const other = b[index]
      return other !== undefined && isSameNode(node, other)
    })
  )
}

const canonical = (node: ArticleNode): string =>
  JSON.stringify(node, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
