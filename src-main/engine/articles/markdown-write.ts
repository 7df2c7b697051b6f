/**
 * Content as Markdown (CommonMark with GitHub's tables and strikes). What Markdown cannot say is written as near as it
 * can: underlined words as `<u>`, joined cells as single ones, blocks in a cell as one line, unknown nodes as their text.
 * Pictures and files lead to where they lie, as far as the caller knows.
 */
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import {
  articleText,
  isInline,
  isInlineFile,
  isTextNode,
  readInlineFile,
  type ArticleElementNode,
  type ArticleNode,
  type ArticleTextNode,
  type InlineFile,
} from '#shared/model/article/article-node.ts'
import type { BlockContent, ListItem, PhrasingContent, Root, RootContent, TableRow } from './markdown-tree.ts'

/** Where a file lies, as a link says it; null where it is not known: then its name is all that is written. */
export type FilePath = (file: InlineFile) => string | null

/** By the content itself, wherever it lies: to compare two texts. */
const byBlob: FilePath = ({ blob }) => (blob === null ? null : `blob:${blob}`)

export function contentToMarkdown(content: readonly ArticleNode[], pathOf: FilePath = byBlob): string {
  const root: Root = { type: 'root', children: blocks(withPaths(content, pathOf)) }
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

/** What writes below knows them as nodes with a path, or as the words that are left of them. */
function withPaths(nodes: readonly ArticleNode[], pathOf: FilePath): ArticleNode[] {
  return nodes.map((node): ArticleNode => {
    if (isTextNode(node)) return node
    const file = readInlineFile(node)
    if (!file) return { ...node, children: withPaths(node.children, pathOf) }
    const src = sourceOf(node) ?? pathOf(file)
    return src === null
      ? { type: 'text', text: file.alt || file.name, marks: [] }
      : { type: file.type, attrs: { src, name: file.name, alt: file.alt }, children: [] }
  })
}

/** Of one that was read from Markdown and is not yet a blob. */
function sourceOf({ attrs }: ArticleElementNode): string | null {
  const src = attrs?.['src']
  return typeof src === 'string' ? src : null
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
    if (isInline(node)) return [node]
    if (isTextNode(node)) return []
    const space: ArticleNode[] = index === 0 ? [] : [{ type: 'text', text: ' ', marks: [] }]
    return [...space, ...inline(node.children)]
  })
}

/** From the outside in; a code span holds nothing else. */
const order = ['link', 'bold', 'italic', 'strike', 'underline', 'code'] as const

function phrasing(nodes: readonly ArticleNode[], from = 0): PhrasingContent[] {
  const mark = order[from]
  if (mark === undefined) {
    return inline(nodes).map((node): PhrasingContent =>
      isTextNode(node)
        ? { type: 'text', value: node.text.replaceAll(/\s*\n\s*/g, ' ') }
        : isInlineFile(node)
          ? fileLink(node)
          : { type: 'break' },
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

function fileLink(node: ArticleElementNode): PhrasingContent {
  const { src, name, alt } = node.attrs ?? {}
  const url = String(src ?? '')
  return node.type === 'picture'
    ? { type: 'image', url, alt: String(alt ?? '') }
    : { type: 'link', url, children: [{ type: 'text', value: String(name ?? '') }] }
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
