/** Markdown with GitHub's tables and lists. What is HTML in it is read as HTML. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { BlockSink } from './block-sink.ts'
import { parseHtml } from './html.ts'
import { addRows } from './rows.ts'

type RootContent = ReturnType<typeof fromMarkdown>['children'][number]
type Table = Extract<RootContent, { readonly type: 'table' }>

/** As far as its text goes. */
interface TextNode {
  readonly type: string
  readonly value?: string
  readonly alt?: string | null | undefined
  readonly children?: readonly TextNode[]
}

const frontMatter = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** @returns the title that its front matter gives it; empty for none */
export function parseMarkdown(text: string, sink: BlockSink): string {
  const [front = '', fields = ''] = frontMatter.exec(text) ?? []
  const tree = fromMarkdown(text.slice(front.length), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  for (const node of tree.children) walk(node, sink, 0)
  const title = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(fields)
  return title?.[2] ?? ''
}

function walk(node: RootContent, sink: BlockSink, depth: number): void {
  switch (node.type) {
    case 'heading':
      sink.add({ kind: 'heading', level: node.depth, text: textOf(node) })
      return
    case 'code':
      sink.add({ kind: 'code', text: node.value })
      return
    case 'table':
      addRows(rowsOf(node), sink)
      return
    case 'list':
      for (const item of node.children) {
        // Its first paragraph is the item; what stands below it comes after.
        const [first, ...rest] = item.children
        if (first?.type === 'paragraph') sink.add({ kind: 'item', level: depth + 1, text: textOf(first) })
        else if (first) walk(first, sink, depth + 1)
        for (const child of rest) walk(child, sink, depth + 1)
      }
      return
    case 'blockquote':
    case 'footnoteDefinition':
      for (const child of node.children) walk(child, sink, depth)
      return
    case 'html':
      parseHtml(node.value, sink)
      return
    case 'paragraph':
      sink.add({ kind: 'paragraph', text: textOf(node) })
      return
    default:
      // Definitions, lines and the like say nothing.
      return
  }
}

function rowsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => textOf(cell)))
}

function textOf(node: TextNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value ?? ''
    case 'break':
      return '\n'
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'html':
      return ''
    default:
      return node.children?.map((child) => textOf(child)).join('') ?? ''
  }
}
