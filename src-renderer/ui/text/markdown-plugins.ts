/** Two small steps for react-markdown; the trees are typed only as far as they are touched. */
import { findWordRanges, splitByRanges, type TextRange } from './word-ranges.ts'

interface TreeNode {
  type: string
  value?: string
  children?: TreeNode[]
  tagName?: string
  properties?: Record<string, string>
}

/** remark: a line break in the text is one on the screen, as chat users expect. */
export function remarkLineBreaks() {
  return (tree: TreeNode): void => {
    replaceText(tree, (value) =>
      value
        .split(/\r?\n/)
        .flatMap((line, index): TreeNode[] =>
          index === 0 ? [{ type: 'text', value: line }] : [{ type: 'break' }, { type: 'text', value: line }],
        ),
    )
  }
}

/** rehype: <mark> around search words. */
export function rehypeMarkWords(words: readonly string[]) {
  return () =>
    (tree: TreeNode): void => {
      replaceText(tree, (value) =>
        splitByRanges(value, findWordRanges(value, words)).map((piece) =>
          piece.isMarked
            ? {
                type: 'element',
                tagName: 'mark',
                properties: {},
                children: [{ type: 'text', value: piece.text }],
              }
            : { type: 'text', value: piece.text },
        ),
      )
    }
}

/** rehype: a <span> with `data-reference` around each range that is found in running text; code and links are left alone. */
export function rehypeReferences(find: (text: string) => readonly TextRange[]) {
  return () =>
    (tree: TreeNode): void => {
      const mark = (value: string): TreeNode[] =>
        splitByRanges(value, find(value)).map((piece) =>
          piece.isMarked
            ? {
                type: 'element',
                tagName: 'span',
                properties: { dataReference: piece.text },
                children: [{ type: 'text', value: piece.text }],
              }
            : { type: 'text', value: piece.text },
        )
      replaceText(tree, mark, (node) => node.tagName === 'code' || node.tagName === 'a')
    }
}

function replaceText(
  node: TreeNode,
  replace: (value: string) => TreeNode[],
  isSkipped: (node: TreeNode) => boolean = () => false,
): void {
  if (!node.children || isSkipped(node)) return
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return child.value ? replace(child.value) : [child]
    replaceText(child, replace, isSkipped)
    return [child]
  })
}
