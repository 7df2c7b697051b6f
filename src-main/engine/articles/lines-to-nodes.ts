/**
 * The text of a reply as blocks of an article: paragraphs, lists and fenced code, by their lines. People write replies
 * in plain words; all of Markdown is read where files are imported (markdown-read.ts), off the path of commands.
 */
import type { ArticleNode } from '#shared/model/article/article-node.ts'

type Line =
  | { readonly kind: 'text' | 'bullet' | 'step'; readonly text: string; readonly number: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'code'; readonly text: string }

export function linesToNodes(text: string): ArticleNode[] {
  const nodes: ArticleNode[] = []
  const lines = readLines(text)
  for (let at = 0; at < lines.length;) {
    const first = lines[at]
    if (!first) break
    at++
    if (first.kind === 'blank') continue
    if (first.kind === 'code') {
      nodes.push({ type: 'codeBlock', children: toText(first.text) })
      continue
    }
    const run = [first]
    for (let next = lines[at]; next && next.kind === first.kind; next = lines[at]) {
      run.push(next)
      at++
    }
    nodes.push(toBlock(run, first))
  }
  return nodes
}

function toBlock(
  run: readonly { readonly text: string }[],
  { kind, number }: { readonly kind: 'text' | 'bullet' | 'step'; readonly number: number },
): ArticleNode {
  if (kind === 'text') {
    const children = run.flatMap(({ text }, index): ArticleNode[] =>
      index === 0 ? toText(text) : [{ type: 'hardBreak', children: [] }, ...toText(text)],
    )
    return { type: 'paragraph', children }
  }
  const items = run.map(({ text }): ArticleNode => ({
    type: 'listItem',
    children: [{ type: 'paragraph', children: toText(text) }],
  }))
  if (kind === 'bullet') return { type: 'bulletList', children: items }
  return { type: 'orderedList', ...(number === 1 ? {} : { attrs: { start: number } }), children: items }
}

function readLines(text: string): Line[] {
  const found: Line[] = []
  let code: string[] | null = null
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*```/.test(line)) {
      if (code) found.push({ kind: 'code', text: code.join('\n') })
      code = code ? null : []
      continue
    }
    if (code) {
      code.push(line)
      continue
    }
    const bullet = /^\s*[-*•]\s+(.+)$/.exec(line)?.[1]
    const [, number, step] = /^\s*(\d{1,3})[.)]\s+(.+)$/.exec(line) ?? []
    if (line.trim() === '') found.push({ kind: 'blank' })
    else if (bullet !== undefined) found.push({ kind: 'bullet', text: bullet, number: 0 })
    else if (step !== undefined) found.push({ kind: 'step', text: step, number: Number(number) })
    else found.push({ kind: 'text', text: line.trim(), number: 0 })
  }
  if (code && code.length > 0) found.push({ kind: 'code', text: code.join('\n') })
  return found
}

const toText = (text: string): ArticleNode[] => (text === '' ? [] : [{ type: 'text', text, marks: [] }])
