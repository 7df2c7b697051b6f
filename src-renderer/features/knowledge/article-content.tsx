/** The content of an article as HTML elements. A node that is not known here shows what is inside of it. */
import { createElement, memo, type ReactNode } from 'react'
import { readInlineFile, type ArticleNode } from '#shared/model/article/article-node.ts'
import { CodeBox, SafeLink, TableBox } from '../../ui/index.ts'
import { InlineFilePart } from './inline-files.tsx'
import { isTextNode, type ElementNode, type Outline, type TextNode } from './model/article-nodes.ts'

export interface ArticleContentProps {
  readonly content: readonly ArticleNode[]
  readonly outline: Outline
}

export const ArticleContent = memo(function ArticleContent({
  content,
  outline,
}: ArticleContentProps): ReactNode {
  return (
    <div className="article-content" dir="auto">
      <Nodes nodes={content} outline={outline} />
    </div>
  )
})

function Nodes({
  nodes,
  outline,
}: {
  readonly nodes: readonly ArticleNode[]
  readonly outline: Outline
}): ReactNode {
  return nodes.map((node, index) =>
    isTextNode(node) ? (
      <MarkedText key={index} node={node} />
    ) : (
      <Element key={index} node={node} outline={outline} />
    ),
  )
}

const plainElements: Readonly<Record<string, string>> = {
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
}

function Element({ node, outline }: { readonly node: ElementNode; readonly outline: Outline }): ReactNode {
  const nodes = (node as Partial<ElementNode>).children ?? []
  const children = <Nodes nodes={nodes} outline={outline} />
  const plain = plainElements[node.type]
  if (plain !== undefined) return createElement(plain, null, children)
  switch (node.type) {
    case 'paragraph':
      // An empty one is a line that somebody left free.
      return <p>{nodes.length === 0 ? <br /> : children}</p>
    case 'orderedList': {
      const start = numberOf(node, 'start')
      return <ol {...(start === undefined ? {} : { start })}>{children}</ol>
    }
    case 'heading': {
      // the title is the page's h1
      const level = Math.min(6, Math.max(2, (node.level ?? 1) + (node.level === 1 ? 1 : 0)))
      return createElement(`h${level}`, { id: outline.idOf(node), tabIndex: -1 }, children)
    }
    case 'codeBlock':
      return <CodeBox>{children}</CodeBox>
    case 'table':
      return (
        <TableBox className="article-table">
          <tbody>{children}</tbody>
        </TableBox>
      )
    case 'tableHeader':
      return (
        <th scope="col" {...spansOf(node)}>
          {children}
        </th>
      )
    case 'tableCell':
      return <td {...spansOf(node)}>{children}</td>
    case 'horizontalRule':
      return <hr />
    case 'hardBreak':
      return <br />
    case 'picture':
    case 'file': {
      const file = readInlineFile(node)
      return file ? <InlineFilePart file={file} /> : null
    }
    default:
      return <div>{children}</div>
  }
}

const maxSpan = 100

function spansOf(node: ElementNode): { readonly colSpan?: number; readonly rowSpan?: number } {
  const [colSpan = 1, rowSpan = 1] = [numberOf(node, 'colspan'), numberOf(node, 'rowspan')]
  return {
    ...(colSpan > 1 && colSpan <= maxSpan ? { colSpan } : {}),
    ...(rowSpan > 1 && rowSpan <= maxSpan ? { rowSpan } : {}),
  }
}

/** A whole number as it is written or as text; undefined for anything else. */
function numberOf(node: ElementNode, name: string): number | undefined {
  const value = Number(node.attrs?.[name] ?? Number.NaN)
  return Number.isSafeInteger(value) ? value : undefined
}

const markElements: Readonly<Record<string, string>> = {
  bold: 'strong',
  strong: 'strong',
  italic: 'em',
  em: 'em',
  code: 'code',
  strike: 's',
  underline: 'u',
}

function MarkedText({ node }: { readonly node: TextNode }): ReactNode {
  return node.marks.reduce<ReactNode>((inner, mark) => {
    if (mark === 'link') {
      const href = node.attrs?.[mark]?.['href']
      return <SafeLink href={typeof href === 'string' ? href : undefined}>{inner}</SafeLink>
    }
    const element = markElements[mark]
    return element === undefined ? inner : createElement(element, null, inner)
  }, node.text)
}
