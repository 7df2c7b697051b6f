/** Reading the content of an article: its headings for the table of contents, and the plain text of any node. */
import { isTextNode } from '#shared/model/article/article-node.ts'
import type { ArticleElementNode, ArticleNode, ArticleTextNode } from '#shared/model/article/article-node.ts'

export { isTextNode } from '#shared/model/article/article-node.ts'
export type TextNode = ArticleTextNode
export type ElementNode = ArticleElementNode

export interface Heading {
  /** The id of the heading in the page. */
  readonly id: string
  readonly text: string
  /** 1 for the outermost that the article uses. */
  readonly depth: number
}

export interface Outline {
  readonly headings: readonly Heading[]
  idOf(node: ArticleNode): string | undefined
}

/** All headings in their order, wherever they stand. Depths begin at 1, also where an article begins at level 3. */
export function outlineOf(content: readonly ArticleNode[]): Outline {
  const ids = new Map<ArticleNode, string>()
  const found: { readonly id: string; readonly text: string; readonly level: number }[] = []
  const visit = (node: ArticleNode): void => {
    if (isTextNode(node)) return
    if (node.type === 'heading') {
      const text = nodeText(node).trim()
      if (text === '') return
      const id = `heading-${found.length}`
      ids.set(node, id)
      found.push({ id, text, level: node.level ?? 1 })
      return
    }
    node.children.forEach(visit)
  }
  content.forEach(visit)
  const top = Math.min(...found.map(({ level }) => level))
  return {
    headings: found.map(({ id, text, level }) => ({ id, text, depth: level - top + 1 })),
    idOf: (node) => ids.get(node),
  }
}

export function nodeText(node: ArticleNode): string {
  if (isTextNode(node)) return node.text
  // what a newer version writes may lack children
  const children = (node as Partial<ElementNode>).children ?? []
  return children.map(nodeText).join('')
}
