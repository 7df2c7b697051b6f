/**
 * What changed between two contents, for reading: block by block, and within a block that changed word by word. Marks
 * and other attributes are not compared; a block whose look alone changed is shown as it is.
 */
import { diffArrays, diffWordsWithSpace } from 'diff'
import {
  articleText,
  readInlineFile,
  type ArticleNode,
  type InlineFile,
} from '#shared/model/article/article-node.ts'

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export type DiffLine =
  | { readonly type: 'text'; readonly isHeading: boolean; readonly parts: readonly DiffPart[] }
  /** Blocks that did not change, far from any that did. */
  | { readonly type: 'skipped'; readonly count: number }

interface Titled {
  readonly title: string
  readonly content: readonly ArticleNode[]
}

interface Block {
  readonly text: string
  readonly isHeading: boolean
}

/** Unchanged blocks that are kept around each change. */
const around = 1

/** @param nameOf what stands for a picture or a file */
export function diffContent(
  before: Titled,
  after: Titled,
  nameOf: (file: InlineFile) => string = ({ name }) => name,
): readonly DiffLine[] {
  const [old, now] = [blocksOf(before, nameOf), blocksOf(after, nameOf)]
  const changes = diffArrays(old, now, {
    comparator: (a, b) => a.text === b.text && a.isHeading === b.isHeading,
    // Two texts with nothing in common would take a time that grows with the product of their lengths.
    maxEditLength: 2_000,
  })
  const lines: DiffLine[] = []
  if (!changes) return [...whole(old, 'removed'), ...whole(now, 'added')]
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at]
    const next = changes[at + 1]
    if (!change) continue
    if (change.removed && next?.added) {
      lines.push(...replaced(change.value, next.value))
      at++
    } else lines.push(...whole(change.value, change.added ? 'added' : change.removed ? 'removed' : 'same'))
  }
  return withoutFar(lines)
}

export const isUnchanged = (lines: readonly DiffLine[]): boolean =>
  lines.every((line) => line.type === 'skipped' || isSame(line))

const isSame = (line: DiffLine): boolean =>
  line.type === 'text' && line.parts.every(({ kind }) => kind === 'same')

function blocksOf({ title, content }: Titled, nameOf: (file: InlineFile) => string): Block[] {
  const named = content.map((node) => withNames(node, nameOf))
  return [{ text: title, isHeading: true }, ...named.flatMap(toBlocks)].filter(({ text }) => text !== '')
}

function withNames(node: ArticleNode, nameOf: (file: InlineFile) => string): ArticleNode {
  const file = readInlineFile(node)
  if (file) return { type: 'text', text: `[${nameOf(file)}]`, marks: [] }
  return 'children' in node
    ? { ...node, children: node.children.map((child) => withNames(child, nameOf)) }
    : node
}

/** Items of lists and rows of tables are lines of their own. */
function toBlocks(node: ArticleNode): Block[] {
  const inner = 'children' in node ? node.children : []
  if (['bulletList', 'orderedList', 'listItem', 'blockquote', 'table'].includes(node.type)) {
    return inner.flatMap(toBlocks)
  }
  return [{ text: articleText([node]), isHeading: node.type === 'heading' }]
}

const whole = (blocks: readonly Block[], kind: DiffPart['kind']): DiffLine[] =>
  blocks.map(({ text, isHeading }) => ({ type: 'text', isHeading, parts: [{ kind, text }] }))

/** Blocks in the place of others: one for one as far as both reach. */
function replaced(before: readonly Block[], after: readonly Block[]): DiffLine[] {
  const shared = Math.min(before.length, after.length)
  const lines = after.slice(0, shared).map((block, index): DiffLine => {
    const parts = diffWordsWithSpace(before[index]?.text ?? '', block.text, { maxEditLength: 400 })
    if (!parts) {
      return {
        type: 'text',
        isHeading: block.isHeading,
        parts: [
          { kind: 'removed', text: before[index]?.text ?? '' },
          { kind: 'added', text: block.text },
        ],
      }
    }
    return {
      type: 'text',
      isHeading: block.isHeading,
      parts: parts.map(({ value, added, removed }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value,
      })),
    }
  })
  return [...lines, ...whole(before.slice(shared), 'removed'), ...whole(after.slice(shared), 'added')]
}

function withoutFar(lines: readonly DiffLine[]): DiffLine[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some((line) => !isSame(line)),
  )
  const shown: DiffLine[] = []
  let skipped = 0
  lines.forEach((line, at) => {
    if (near[at]) {
      if (skipped > 0) shown.push({ type: 'skipped', count: skipped })
      skipped = 0
      shown.push(line)
    } else skipped++
  })
  if (skipped > 0) shown.push({ type: 'skipped', count: skipped })
  return shown
}
