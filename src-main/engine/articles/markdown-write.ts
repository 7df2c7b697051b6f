/**
 * Content as Markdown (CommonMark with GitHub's tables and strikes). What Markdown cannot say is written as near as it
 * can: underlined words as `<u>`, joined cells as single ones, blocks in a cell as one line, unknown nodes as their text.
 */
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import {
  articleText,
  isTextNode,
  type ArticleElementNode,
  type ArticleNode,
  type ArticleTextNode,
} from '#shared/model/article/article-node.ts'
import type { BlockContent, ListItem, PhrasingContent, Root, RootContent, TableRow } from './markdown-tree.ts'

export function contentToMarkdown(content: readonly ArticleNode[]): string {
  const root: Root = { type: 'root', children: blocks(content) }
  return toMarkdown(root, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    strong: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  })
}

function blocks(nodes: readonly ArticleNode[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (isTextNode(node)) return [{ type: 'paragraph', children: phrasing([node]) }]
    const block = toBlock(node)
    return block ? [block] : []
  })
}

function toBlock(node: ArticleElementNode): RootContent | null {
  const { children } = node
  switch (node.type) {
    case 'heading':
      return { type: 'heading', depth: depthOf(node.level), children: phrasing(children) }
    case 'bulletList':
      return { type: 'list', ordered: false, spread: false, children: items(children) }
    case 'orderedList': {
      const start = Number(node.attrs?.['start'] ?? 1)
      return {
        type: 'list',
        ordered: true,
        start: Number.isSafeInteger(start) && start >= 0 && start < 1e9 ? start : 1,
        spread: false,
        children: items(children),
      }
    }
    case 'blockquote':
      return { type: 'blockquote', children: blocks(children) as BlockContent[] }
    case 'codeBlock': {
      const language = node.attrs?.['language']
      const lang = typeof language === 'string' && /^[\w+#.-]+$/.test(language) ? language : null
      return { type: 'code', lang, value: articleText([node]) }
    }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'table':
      return { type: 'table', children: children.flatMap(toRow) }
    default:
      // Lines that somebody left free are not kept.
      return children.length === 0 ? null : { type: 'paragraph', children: phrasing(inline(children)) }
  }
}

const depthOf = (level = 2): 1 | 2 | 3 | 4 | 5 | 6 => Math.min(6, Math.max(1, level)) as 1 | 2 | 3 | 4 | 5 | 6

function items(nodes: readonly ArticleNode[]): ListItem[] {
  return nodes.map((node) => ({
    type: 'listItem',
    spread: false,
    children: blocks(isTextNode(node) ? [node] : node.children) as BlockContent[],
  }))
}

function toRow(node: ArticleNode): TableRow[] {
  if (isTextNode(node)) return []
  return [
    {
      type: 'tableRow',
      children: node.children.map((cell) => ({
        type: 'tableCell',
        children: phrasing(isTextNode(cell) ? [cell] : inline(cell.children)),
      })),
    },
  ]
}

/** The text inside of blocks, one after the other. */
function inline(nodes: readonly ArticleNode[]): ArticleNode[] {
  return nodes.flatMap((node, index): ArticleNode[] => {
    if (isTextNode(node) || node.type === 'hardBreak') return [node]
    const space: ArticleNode[] = index === 0 ? [] : [{ type: 'text', text: ' ', marks: [] }]
    return [...space, ...inline(node.children)]
  })
}

/** From the outside in; a code span holds nothing else. */
const order = ['link', 'bold', 'italic', 'strike', 'underline', 'code'] as const

function phrasing(nodes: readonly ArticleNode[], from = 0): PhrasingContent[] {
  const mark = order[from]
  if (mark === undefined) {
    return inline(nodes).map((node) =>
      isTextNode(node)
        ? { type: 'text', value: node.text.replaceAll(/\s*\n\s*/g, ' ') }
        : ({ type: 'break' } as const),
    )
  }
  const made: PhrasingContent[] = []
  for (const run of runs(nodes, mark)) {
    if (run.mark === null) {
      made.push(...phrasing(run.nodes, from + 1))
      continue
    }
    const text = run.nodes.map((node) => (isTextNode(node) ? node.text : ' ')).join('')
    if (mark === 'code') made.push({ type: 'inlineCode', value: text })
    // Emphasis cannot begin or end with a space, and around nothing it would stand as asterisks.
    else if (text.trim() === '' && mark !== 'link') made.push(...phrasing(run.nodes, from + 1))
    else made.push(...wrap(mark, run.mark, phrasing(run.nodes, from + 1)))
  }
  return made
}

function wrap(
  mark: Exclude<(typeof order)[number], 'code'>,
  key: string,
  children: PhrasingContent[],
): PhrasingContent[] {
  switch (mark) {
    case 'link':
      return [{ type: 'link', url: key, children }]
    case 'bold':
      return [{ type: 'strong', children }]
    case 'italic':
      return [{ type: 'emphasis', children }]
    case 'strike':
      return [{ type: 'delete', children }]
    case 'underline':
      return [{ type: 'html', value: '<u>' }, ...children, { type: 'html', value: '</u>' }]
  }
}

interface Run {
  /** What tells it from its neighbour; null without the mark. */
  readonly mark: string | null
  readonly nodes: ArticleNode[]
}

function runs(nodes: readonly ArticleNode[], mark: string): Run[] {
  const found: Run[] = []
  for (const node of inline(nodes)) {
    const key = isTextNode(node) ? keyOf(node, mark) : null
    const last = found.at(-1)
    if (last?.mark === key) last.nodes.push(node)
    else found.push({ mark: key, nodes: [node] })
  }
  return found
}

function keyOf(node: ArticleTextNode, mark: string): string | null {
  if (!node.marks.includes(mark)) return null
  if (mark !== 'link') return ''
  const href = node.attrs?.[mark]?.['href']
  return typeof href === 'string' ? href : null
}
