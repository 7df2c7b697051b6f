/** The content of an article as plain data: what versions keep, lists and search read, and Markdown is made of. No Yjs. */

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
  if (!('children' in node)) return ''
  const separator = node.children.some(isTextNode) ? '' : node.type === 'tableRow' ? ' | ' : '\n'
  return node.children.map(nodeText).join(separator)
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
