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
/** A prompt, or what nobody writes into prose: options, pipes, a path at the start. */
const command =
  /^\s*(?:[$#>~]\s+\S|(?:sudo|apt|npm|docker|git|ssh|curl|ping|nslookup|ipconfig|systemctl|net|sc)\s+[\w./-]+)/u

/** In the order of the text; spans never overlap. */
export function splitUnits(text: string): Unit[] {
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
    const item = units.at(-1)
    if (item)
      units[units.length - 1] = { ...item, end: trimSpan(text, item.start, line.end)?.[1] ?? item.end }
  }

  for (const line of linesOf(text)) {
    const kind = kindOf(line.text, isFenced, last)
    if (kind !== 'prose' || !isSoftBreak(text, prose, line)) endProse()
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
        add(trimSpan(text, line.start, line.end), 'step', kind === 'ordered')
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
  return units.map((unit, index) => {
    const isFirst = unit.kind === 'row' && units[index - 1]?.group !== unit.group
    return isFirst && units[index + 1]?.group === unit.group ? { ...unit, isHeader: true } : unit
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

/** Text that was wrapped goes on in the next line; a new block begins with a capital, a number or a mark. */
function isSoftBreak(text: string, prose: Span | null, line: Line): boolean {
  if (!prose) return true
  const before = text.slice(prose[0], prose[1]).trimEnd()
  return /^\s*[\p{Ll}(]/u.test(line.text) && !/[:]$/u.test(before)
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
