/**
 * Reads the knowledge articles. `== key | category de | category en | tags` opens a subject, `--- de Title` one language
 * of it. In the text: `## ` heading, `- ` and `1. ` list items, `| a | b |` table rows, `~ ` code, all else paragraphs.
 */
import { buildingArticles } from './content/articles/building.ts'
import { fieldNotes } from './content/articles/field-notes.ts'
import { logisticsArticles } from './content/articles/logistics.ts'
import { networkArticles } from './content/articles/network.ts'
import { serviceDeskArticles } from './content/articles/service-desk.ts'
import { windArticles } from './content/articles/wind.ts'
import { readRows } from './rows.ts'
import type { DemoBlock, DemoLanguage } from './types.ts'

export interface ArticleText {
  readonly title: string
  readonly category: string
  /** Blocks with unfilled slots. */
  readonly lines: readonly string[]
}

export interface ArticleSubject {
  readonly key: string
  readonly tags: readonly string[]
  readonly texts: Readonly<Record<DemoLanguage, ArticleText>>
}

export function readArticles(): readonly ArticleSubject[] {
  const sources = [networkArticles, buildingArticles, windArticles, serviceDeskArticles, logisticsArticles]
  const notes = new Map(readRows(fieldNotes).map(([key = '', de = '', en = '']) => [key, { de, en }]))
  return sources.flatMap((source) =>
    source
      .split(/^== /m)
      .slice(1)
      .map((subject) => readSubject(subject, notes)),
  )
}

type FieldNotes = ReadonlyMap<string, Readonly<Record<DemoLanguage, string>>>

function readSubject(source: string, notes: FieldNotes): ArticleSubject {
  const [head = '', german = '', english = ''] = source.split(/^--- (?:de|en) /m)
  const [key = '', categoryDe = '', categoryEn = '', tags = ''] = head.split('|').map((part) => part.trim())
  const note = notes.get(key)
  if (!note) throw new Error(`The article ${key} has no field note`)
  return {
    key,
    tags: tags.split(','),
    texts: {
      de: readText(german, categoryDe, ['## Aus der Praxis', note.de]),
      en: readText(english, categoryEn, ['## From the field', note.en]),
    },
  }
}

function readText(source: string, category: string, ending: readonly string[]): ArticleText {
  const [title = '', ...lines] = source.trim().split('\n')
  return { title, category, lines: [...lines, ...ending] }
}

/** Lines with filled slots to blocks; neighbouring items, rows and code lines become one block. */
export function linesToBlocks(lines: readonly string[]): readonly DemoBlock[] {
  const blocks: DemoBlock[] = []
  for (let at = 0; at < lines.length;) {
    const kind = lineKind(lines[at] ?? '')
    const run: string[] = []
    do {
      run.push((lines[at] ?? '').replace(prefixes[kind], ''))
      at += 1
    } while (joins(kind) && at < lines.length && lineKind(lines[at] ?? '') === kind)
    blocks.push(toBlock(kind, run))
  }
  return blocks
}

type LineKind = 'heading' | 'bullet' | 'step' | 'row' | 'code' | 'paragraph'

const prefixes: Readonly<Record<LineKind, RegExp>> = {
  heading: /^## /,
  bullet: /^- /,
  step: /^\d+\. /,
  row: /^\| /,
  code: /^~ /,
  paragraph: /^/,
}

function lineKind(line: string): LineKind {
  for (const kind of ['heading', 'bullet', 'step', 'row', 'code'] as const)
    if (prefixes[kind].test(line)) return kind
  return 'paragraph'
}

function joins(kind: LineKind): boolean {
  return kind !== 'heading' && kind !== 'paragraph'
}

function toBlock(kind: LineKind, run: readonly string[]): DemoBlock {
  switch (kind) {
    case 'heading':
      return { type: 'heading', level: 2, text: run.join(' ') }
    case 'bullet':
      return { type: 'list', ordered: false, items: run }
    case 'step':
      return { type: 'list', ordered: true, items: run }
    case 'row':
      return { type: 'table', rows: run.map((row) => row.replace(/ \|$/, '').split(' | ')) }
    case 'code':
      return { type: 'code', text: run.join('\n') }
    case 'paragraph':
      return { type: 'paragraph', text: run.join(' ') }
  }
}
