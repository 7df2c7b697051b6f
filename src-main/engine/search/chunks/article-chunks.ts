/** An article to passages: under its headings, steps kept together, table rows with the table's head. */
import type { PersonId } from '#shared/base/ids.ts'
import { isTextNode, type ArticleMeta, type ArticleNode } from '#shared/model/article/article.ts'
import { inlineFileText, isInline, readInlineFile } from '#shared/model/article/article-node.ts'
import { writeCell } from '../answers/rows.ts'
import type { Chunk } from './chunk.ts'
import { createLanguageOf } from './language.ts'
import { packBlocks, type Block } from './pack-blocks.ts'
import { maxChunks } from './size.ts'

/** A draft gives none: what is not published answers nobody. */
export function chunkArticle(meta: ArticleMeta, content: readonly ArticleNode[]): Chunk[] {
  if (meta.state !== 'published') return []
  const author: PersonId | null = meta.createdBy
  const languageOf = createLanguageOf(meta.language)
  const chunks: Chunk[] = []
  for (const { headings, text } of packBlocks(blocksOf(content))) {
    chunks.push({
      part: '',
      headings,
      text,
      language: languageOf(text),
      authorId: author,
      at: meta.updatedAt,
    })
    if (chunks.length === maxChunks) break
  }
  return chunks
}

const itemTypes = new Set(['listItem', 'taskItem'])
const cellTypes = new Set(['tableCell', 'tableHeader'])

function* blocksOf(nodes: readonly ArticleNode[], kind: Block['kind'] = 'paragraph'): Generator<Block> {
  for (const node of nodes) {
    if (!('children' in node)) continue
    if (node.type === 'heading') {
      yield block('heading', inlineText(node), node.level ?? 1)
    } else if (node.type === 'codeBlock') {
      yield block('code', inlineText(node))
    } else if (node.type === 'tableRow') {
      yield block('row', node.children.map((cell) => writeCell(cellText(cell))).join(' | '))
    } else if (node.children.some(isInline)) {
      yield block(kind, inlineText(node))
    } else {
      // Of whatever kind it is: what is in it is read, and nothing gets lost.
      yield* blocksOf(node.children, itemTypes.has(node.type) ? 'item' : kind)
    }
  }
}

function block(kind: Block['kind'], text: string, level: number | null = null): Block {
  return { kind, level, text, part: '' }
}

function inlineText(node: ArticleNode): string {
  if (isTextNode(node)) return node.text
  const file = readInlineFile(node)
  if (file) return inlineFileText(file)
  if (!('children' in node)) return ''
  if (node.type === 'hardBreak') return '\n'
  return node.children.map(inlineText).join('')
}

function cellText(node: ArticleNode): string {
  if (!cellTypes.has(node.type) || !('children' in node)) return inlineText(node)
  return node.children.map(inlineText).join(' ')
}
