/**
 * Markdown as content that the editor knows. Pictures and links that lead into the folder become pictures and files with
 * their path (`src`), which the caller has to look for; those elsewhere stay links. HTML is its text as it is written;
 * task lists become lists with their boxes as text. Never throws for what stands in the text.
 */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { err, ok, type Result } from '#shared/base/result.ts'
import { maxNodeDepth, type ArticleNode, type Attributes } from '#shared/model/article/article-node.ts'
import type { PhrasingContent, Root, RootContent } from './markdown-tree.ts'

/** Blocks in blocks beyond this are nothing that anybody writes, and take the parser very long. */
const maxContainers = 60

export function markdownToContent(text: string): Result<ArticleNode[], 'too-deep'> {
  if (isTooDeep(text)) return err('too-deep')
  const root: Root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return ok(root.children.flatMap((node) => toBlocks(node, definitionsOf(root), 0)))
}

function isTooDeep(text: string): boolean {
  return new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])(?=[ \\t>]|$)){${String(maxContainers)},}`, 'm').test(
    text,
  )
}

type Definitions = ReadonlyMap<string, string>

function definitionsOf(root: Root): Definitions {
  return new Map(
    root.children.flatMap((node) =>
      node.type === 'definition' ? [[node.identifier, node.url] as const] : [],
    ),
  )
}

function toBlocks(node: RootContent, links: Definitions, depth: number): ArticleNode[] {
  if (depth > maxNodeDepth / 2) return []
  const inside = (children: readonly RootContent[]) =>
    orParagraph(children.flatMap((child) => toBlocks(child, links, depth + 1)))
  switch (node.type) {
    case 'paragraph':
      return [paragraph(toInline(node.children, links))]
    case 'heading':
      return [{ type: 'heading', level: node.depth, children: withoutBreaks(toInline(node.children, links)) }]
    case 'blockquote':
      return [{ type: 'blockquote', children: inside(node.children) }]
    case 'code':
      return [
        {
          type: 'codeBlock',
          ...(node.lang ? { attrs: { language: node.lang } } : {}),
          children: plain(node.value),
        },
      ]
    case 'thematicBreak':
      return [{ type: 'horizontalRule', children: [] }]
    case 'list':
      return [
        {
          type: node.ordered ? 'orderedList' : 'bulletList',
          ...(node.ordered && typeof node.start === 'number' && node.start !== 1
            ? { attrs: { start: node.start } }
            : {}),
          children: node.children.map((item) => ({
            type: 'listItem',
            children: beginWithParagraph(withBox(item.checked, inside(item.children))),
          })),
        },
      ]
    case 'table':
      return [
        {
          type: 'table',
          children: rectangular(node.children.map((row) => row.children)).map((cells, index) => ({
            type: 'tableRow',
            children: cells.map((cell) => ({
              type: index === 0 ? 'tableHeader' : 'tableCell',
              children: [paragraph(cell ? toInline(cell.children, links) : [])],
            })),
          })),
        },
      ]
    case 'html':
      return node.value.trim() === '' ? [] : [paragraph(linesOf(node.value))]
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return 'children' in node ? inside(node.children) : []
    default:
      return [paragraph(toInline([node], links))]
  }
}

const paragraph = (children: ArticleNode[]): ArticleNode => ({ type: 'paragraph', children })
const plain = (text: string): ArticleNode[] => (text === '' ? [] : [{ type: 'text', text, marks: [] }])
const linesOf = (text: string): ArticleNode[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, index): ArticleNode[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak', children: [] }]),
      ...plain(line.trim()),
    ])
const orParagraph = (nodes: ArticleNode[]): ArticleNode[] => (nodes.length > 0 ? nodes : [paragraph([])])

/** The editor's list items begin with one. */
const beginWithParagraph = (nodes: ArticleNode[]): ArticleNode[] =>
  nodes[0]?.type === 'paragraph' ? nodes : [paragraph([]), ...nodes]

function withBox(checked: boolean | null | undefined, nodes: ArticleNode[]): ArticleNode[] {
  if (typeof checked !== 'boolean') return nodes
  const [first, ...rest] = nodes
  const box = plain(checked ? '[x] ' : '[ ] ')
  return first?.type === 'paragraph' && 'children' in first
    ? [paragraph([...box, ...first.children]), ...rest]
    : [paragraph(box), ...nodes]
}

/** Rows of one length, as a table has them. */
function rectangular<T>(rows: readonly (readonly T[])[]): (T | null)[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  return rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null))
}

const withoutBreaks = (nodes: ArticleNode[]): ArticleNode[] =>
  nodes.map((node) => (node.type === 'hardBreak' ? { type: 'text', text: ' ', marks: [] } : node))

interface Marks {
  readonly names: readonly string[]
  readonly attrs: Readonly<Record<string, Attributes>>
}

const noMarks: Marks = { names: [], attrs: {} }

function toInline(nodes: readonly (PhrasingContent | RootContent)[], links: Definitions): ArticleNode[] {
  const made: ArticleNode[] = []
  let isUnderlined = false
  const put = (text: string, { names, attrs }: Marks) => {
    // Line ends inside of a paragraph are spaces.
    const value = text.replace(/[ \t]*\r?\n[ \t]*/g, ' ')
    if (value === '') return
    const marks = [...new Set(isUnderlined ? [...names, 'underline'] : names)].sort()
    made.push({
      type: 'text',
      text: value,
      marks: marks.includes('code') ? ['code'] : marks,
      ...(Object.keys(attrs).length > 0 && !marks.includes('code') ? { attrs } : {}),
    })
  }
  const putFile = (type: 'picture' | 'file', src: string, words: string) => {
    const name = src.split(/[/\\]/u).at(-1) ?? ''
    const attrs = type === 'picture' ? { src, name, alt: words } : { src, name: words }
    made.push({ type, attrs, children: [] })
  }
  const visit = (node: PhrasingContent | RootContent, marks: Marks, depth: number): void => {
    if (depth > maxNodeDepth) return
    const inside = (name: string | null, attrs?: Attributes) => {
      if (!('children' in node)) return
      const next: Marks =
        name === null
          ? marks
          : {
              names: [...marks.names, name],
              attrs: attrs ? { ...marks.attrs, [name]: attrs } : marks.attrs,
            }
      for (const child of node.children as PhrasingContent[]) visit(child, next, depth + 1)
    }
    switch (node.type) {
      case 'text':
        put(node.value, marks)
        break
      case 'inlineCode':
        put(node.value, { ...marks, names: [...marks.names, 'code'] })
        break
      case 'strong':
        inside('bold')
        break
      case 'emphasis':
        inside('italic')
        break
      case 'delete':
        inside('strike')
        break
      case 'link': {
        const name = node.children.map((child) => (child.type === 'text' ? child.value : '\0')).join('')
        if (isPathOfFile(node.url) && name !== '' && !name.includes('\0')) putFile('file', node.url, name)
        else inside('link', { href: node.url })
        break
      }
      case 'linkReference': {
        const href = links.get(node.identifier)
        if (href === undefined) inside(null)
        else inside('link', { href })
        break
      }
      case 'image':
        if (isPath(node.url)) putFile('picture', node.url, node.alt ?? '')
        else
          put(node.alt || node.url, {
            names: [...marks.names, 'link'],
            attrs: { ...marks.attrs, link: { href: node.url } },
          })
        break
      case 'imageReference':
        put(node.alt ?? node.identifier, marks)
        break
      case 'break':
        made.push({ type: 'hardBreak', children: [] })
        break
      case 'html':
        if (/^<u>$/i.test(node.value)) isUnderlined = true
        else if (/^<\/u>$/i.test(node.value)) isUnderlined = false
        else if (/^<br\s*\/?>$/i.test(node.value)) made.push({ type: 'hardBreak', children: [] })
        else put(node.value, marks)
        break
      case 'footnoteReference':
        put(`[${node.identifier}]`, marks)
        break
      default:
        inside(null)
    }
  }
  for (const node of nodes) visit(node, noMarks, 0)
  return joined(made)
}

/** Not an address, and no place in a page. */
function isPath(url: string): boolean {
  return url !== '' && url.length <= 1_000 && !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/iu.test(url)
}

/** Another Markdown file is a page to read, and a name without an ending may be anything. */
function isPathOfFile(url: string): boolean {
  return isPath(url) && /\.[a-z0-9]{1,8}$/iu.test(url) && !/\.(?:md|markdown|html?)$/iu.test(url)
}

/** Neighbours with the same marks are one piece, as in the document. */
function joined(nodes: readonly ArticleNode[]): ArticleNode[] {
  const made: ArticleNode[] = []
  for (const node of nodes) {
    const last = made.at(-1)
    const isSame =
      last?.type === 'text' &&
      node.type === 'text' &&
      'text' in last &&
      'text' in node &&
      JSON.stringify([last.marks, last.attrs]) === JSON.stringify([node.marks, node.attrs])
    if (isSame) made[made.length - 1] = { ...last, text: last.text + node.text }
    else made.push(node)
  }
  return made
}
