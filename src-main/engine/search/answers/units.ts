/** A passage cut into what an answer can be made of: sentences, list items, table rows, code. */
import { splitSentences, trimSpan, type Span } from './sentences.ts'

export interface Unit {
  readonly start: number
  readonly end: number
  readonly kind: 'sentence' | 'step' | 'row' | 'code'
  /** Units of one list, table or paragraph follow each other and have the same number. */
  readonly group: number
  /** The first row of a table. */
  readonly isHeader: boolean
  /** Of a numbered list, whose items make sense only together and in order. */
  readonly isOrdered: boolean
}

interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
}

type LineKind = 'blank' | 'fence' | 'row' | 'rule' | 'ordered' | 'bullet' | 'more' | 'code' | 'prose'

const orderedMark = /^\s*(?:\d{1,3}[.)]|[a-z]\)|(?:schritt|step)\s+\d{1,3}\s*[:.)–-])\s+\S/iu
const bulletMark = /^\s*[-*•‣–·▪☐☑]\s+\S/u
const tableRow = /\S\s*(?:\||\t)\s*\S/u
const tableRule = /^[\s|:+=-]*-[\s|:+=-]*$/u
/** A prompt, or a line that begins with a program. */
const command =
  /^\s*(?:[$]\s+\S|(?:sudo|apt|npm|docker|git|ssh|curl|ping|nslookup|tracert|ipconfig|systemctl|net|sc)\s+[\w./-]+[^.?!:]*$)/u
/** What a list says beside its items. */
const mark = /^\s*(?:\d{1,3}[.)]|[a-z]\)|[-*•‣–·▪☐☑])\s+/u
/** Text is rarely wrapped before. */
const wrappedAt = 50
/** Lines that follow each other and are no longer than that are the items of a list whose marks were not kept. */
const item = { lines: 3, characters: 180, sentences: 2 } as const

export interface UnitOptions {
  /** Each line is a block of its own (a paragraph, a list item), as in the passages of articles and files. */
  readonly blocks: boolean
}

/** In the order of the text; spans never overlap. */
export function splitUnits(text: string, { blocks }: UnitOptions = { blocks: false }): Unit[] {
  const units: Unit[] = []
  let group = -1
  let last: LineKind = 'blank'
  let isFenced = false
  let prose: Span | null = null

  const add = (span: Span | null, kind: Unit['kind'], isOrdered = false) => {
    if (span) units.push({ start: span[0], end: span[1], kind, group, isHeader: false, isOrdered })
  }
  const endProse = () => {
    if (!prose) return
    const [from, to] = prose
    prose = null
    group++
    for (const [start, end] of splitSentences(text.slice(from, to)))
      add([from + start, from + end], 'sentence')
  }
  const grow = (line: Line) => {
    const before = units.at(-1)
    const end = before && trimSpan(text, before.start, line.end)?.[1]
    if (before) units[units.length - 1] = { ...before, end: end ?? before.end }
  }

  for (const line of linesOf(text)) {
    const kind = kindOf(line.text, isFenced, last)
    if (kind !== 'prose' || blocks || !isSoftBreak(text, prose, line)) endProse()
    switch (kind) {
      case 'fence':
        isFenced = !isFenced
        group++
        break
      case 'code':
        if (last !== 'code') group++
        add(trimEnd(text, line), 'code')
        break
      case 'row':
        if (last !== 'row' && last !== 'rule') group++
        add(trimSpan(text, line.start, line.end), 'row')
        break
      case 'ordered':
      case 'bullet':
        if (last !== kind && last !== 'more') group++
        add(
          trimSpan(text, line.start + (mark.exec(line.text)?.[0].length ?? 0), line.end),
          'step',
          kind === 'ordered',
        )
        break
      case 'more':
        grow(line)
        break
      case 'prose':
        prose = [prose?.[0] ?? line.start, line.end]
        break
      case 'blank':
      case 'rule':
        break
    }
    // A blank line between two items does not end their list.
    if (kind !== 'blank' || !(last === 'ordered' || last === 'more')) last = kind
  }
  endProse()
  const listed = blocks ? findLists(text, units) : units
  return listed.map((unit, index) => {
    const isFirst = unit.kind === 'row' && listed[index - 1]?.group !== unit.group
    return isFirst && listed[index + 1]?.group === unit.group ? { ...unit, isHeader: true } : unit
  })
}

function kindOf(line: string, isFenced: boolean, last: LineKind): LineKind {
  if (/^\s*(?:```|~~~)/u.test(line)) return 'fence'
  if (isFenced) return line.trim() === '' ? 'blank' : 'code'
  if (line.trim() === '') return 'blank'
  if (tableRule.test(line)) return 'rule'
  if (orderedMark.test(line)) return 'ordered'
  if (bulletMark.test(line)) return 'bullet'
  if (tableRow.test(line)) return 'row'
  const isInList = last === 'ordered' || last === 'bullet' || last === 'more'
  if (isInList && /^\s{2,}/u.test(line)) return 'more'
  if (/^(?: {4}|\t)/u.test(line) || command.test(line)) return 'code'
  return 'prose'
}

/** Text that was wrapped goes on in the next line; what begins with a capital does so only after a long line. */
function isSoftBreak(text: string, prose: Span | null, line: Line): boolean {
  if (!prose) return true
  const before = text.slice(prose[0], prose[1]).trimEnd()
  if (/:$/u.test(before)) return false
  if (/^\s*[\p{Ll}(]/u.test(line.text)) return true
  const lastLine = before.slice(before.lastIndexOf('\n') + 1)
  return lastLine.length >= wrappedAt && !/[.!?…;"“”)]$/u.test(lastLine)
}

/** Runs of short lines, as lists are where their marks were left out. */
function findLists(text: string, units: readonly Unit[]): Unit[] {
  const lines = new Map<number, Unit[]>()
  for (const unit of units) lines.set(unit.group, [...(lines.get(unit.group) ?? []), unit])
  const runs: { group: number; units: readonly Unit[] }[][] = [[]]
  for (const [group, own] of lines) {
    const first = own[0]
    const last = own.at(-1)
    if (!first || !last) continue
    const line = text.slice(first.start, last.end)
    const isShort = own.length <= item.sentences && line.length <= item.characters && !/[:?]$/u.test(line)
    if (first.kind === 'sentence' && isShort) runs.at(-1)?.push({ group, units: own })
    else runs.push([])
  }
  const steps = new Map<number, { readonly group: number; readonly end: number }>()
  for (const run of runs) {
    const [head] = run
    const before = head && units[units.findIndex((unit) => unit.group === head.group) - 1]
    const isIntroduced = before !== undefined && text.charAt(before.end - 1) === ':'
    if (!head || run.length < (isIntroduced ? 2 : item.lines)) continue
    for (const line of run) steps.set(line.group, { group: head.group, end: line.units.at(-1)?.end ?? 0 })
  }
  return units.flatMap((unit, index): Unit[] => {
    const step = steps.get(unit.group)
    if (!step) return [unit]
    // A step of two sentences is one step.
    if (units[index - 1]?.group === unit.group) return []
    return [{ ...unit, end: step.end, kind: 'step', group: step.group, isOrdered: true }]
  })
}

function trimEnd(text: string, { start, end }: Line): Span | null {
  const trimmed = trimSpan(text, start, end)
  return trimmed && [start, trimmed[1]]
}

function* linesOf(text: string): Generator<Line> {
  let start = 0
  while (start <= text.length) {
    const at = text.indexOf('\n', start)
    const end = at < 0 ? text.length : at
    yield { start, end, text: text.slice(start, end) }
    start = end + 1
  }
}
