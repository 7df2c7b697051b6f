/** Chosen places become the parts of an answer: headings in front, neighbours joined, repetitions cited together. */
import type { AnswerPart } from '#shared/contract/ask.ts'
import { rowUnder } from './rows.ts'
import { sayingOf, saysTheSame, type Said } from './saying.ts'
import type { Span } from './sentences.ts'
import type { Unit } from './units.ts'

/** What extraction needs to know of a passage. */
export interface Source {
  /** What it is part of: two passages of one article have the same. */
  readonly sourceKey: number
  readonly type: 'article' | 'ticket' | 'note' | 'message' | 'file'
  /** A ticket's description or an article: ''. */
  readonly part: string
  /** Null for a customer. */
  readonly authorId: string | null
  readonly position: number
  readonly title: string
  readonly headings: readonly string[]
  readonly text: string
  readonly language: 'de' | 'en' | null
  /** As retrieval ranked it, from 0 to 1. */
  readonly score: number
}

/** Whether each line of such a passage is a block of its own. */
export const hasBlocks = (type: Source['type']): boolean => type === 'article' || type === 'file'

export interface Extract {
  /** Citations are indexes into the passages handed in, counted from 0. */
  readonly parts: readonly AnswerPart[]
  /** What each cited passage is cited for, by its index; the spans are in order and do not overlap. */
  readonly evidence: ReadonlyMap<number, readonly Span[]>
}

/** What belongs together and is shown together: a sentence or two, a list, rows of one table. */
export interface Place {
  readonly passage: number
  readonly units: readonly Unit[]
  readonly score: number
}

export function writeParts(passages: readonly Source[], places: readonly Place[]): Extract {
  const parts: (AnswerPart & {
    readonly said: Said | null
    readonly span: Span
    readonly passage: number
  })[] = []
  const evidence = new Map<number, Span[]>()
  const used = new Set<Unit>()
  for (const { passage, units } of places) {
    const source = passages[passage]
    if (!source) continue
    const heading = source.headings.at(-1)
    const isList = units.some((unit) => unit.kind === 'step' && unit.isOrdered)
    if (isList && heading !== undefined && heading !== '' && !units.every((unit) => used.has(unit))) {
      const repeats = parts.some((part) => part.kind === 'heading' && part.text === heading)
      if (!repeats)
        parts.push({
          kind: 'heading',
          text: heading,
          citations: [passage],
          isSupported: true,
          said: null,
          span: [0, 0],
          passage,
        })
    }
    for (const unit of units) {
      if (used.has(unit)) continue
      used.add(unit)
      const text = textOf(source, unit)
      const said = sayingOf(text)
      addSpan(evidence, passage, [unit.start, unit.end])
      // It stands above its rows, and is marked with them.
      if (unit.isHeader && units.some((other) => isUnder(source, unit, other))) continue
      const same = parts.findIndex(
        (part) => part.said !== null && part.passage !== passage && saysTheSame(part.said, said),
      )
      const before = parts[same]
      const citations = before ? [...new Set([...before.citations, passage])] : [passage]
      if (before && (unit.kind !== 'step' || before.kind === 'step')) {
        parts[same] = { ...before, citations }
        continue
      }
      // A list stays whole: what was said before it moves into it.
      if (before) parts.splice(same, 1)
      const last = parts.at(-1)
      if (last && unit.kind === 'sentence' && isNext(last, passage, unit, source)) {
        const joined = source.text.slice(last.span[0], unit.end)
        parts[parts.length - 1] = {
          ...last,
          text: joined,
          said: sayingOf(joined),
          span: [last.span[0], unit.end],
        }
        continue
      }
      const head = unit.kind === 'row' ? headOf(source, unit, units) : null
      const row = head === null ? null : rowUnder(head, text)
      parts.push({
        kind: unit.kind === 'row' && !row ? 'sentence' : unit.kind,
        ...(row ? { row } : {}),
        text,
        citations: [passage],
        isSupported: true,
        said,
        span: [unit.start, unit.end],
        passage,
      })
    }
  }
  const merged = new Map([...evidence].map(([passage, spans]) => [passage, mergeSpans(spans)] as const))
  return {
    parts: dropBareHeadings(parts).map(({ kind, text, citations, isSupported, row }) => ({
      ...{ kind, text, citations, isSupported },
      ...(row ? { row } : {}),
    })),
    evidence: merged,
  }
}

function isUnder(source: Source, head: Unit, row: Unit): boolean {
  return (
    row.group === head.group && row !== head && rowUnder(textOf(source, head), textOf(source, row)) !== null
  )
}

/** What names the columns of a row: the table's first row, or, where the table was cut, the heading that repeats it. */
function headOf(source: Source, row: Unit, units: readonly Unit[]): string | null {
  if (row.isHeader) return null
  const head = units.find((other) => other.isHeader && other.group === row.group)
  return head ? textOf(source, head) : isCutTable(source) ? (source.headings.at(-1) ?? null) : null
}

/** The passage goes on with rows of a table whose head is repeated as its last heading. */
export function isCutTable({ headings, text }: Pick<Source, 'headings' | 'text'>): boolean {
  const head = headings.at(-1) ?? ''
  const first = text.slice(0, text.includes('\n') ? text.indexOf('\n') : undefined)
  return head.includes('|') && first.includes('|') && rowUnder(head, first) !== null
}

/** Only white space lies between the part and the unit, and both are sentences of one passage. */
function isNext(
  last: AnswerPart & { readonly span: Span; readonly passage: number },
  passage: number,
  unit: Unit,
  source: Source,
): boolean {
  if (last.kind !== 'sentence' || last.passage !== passage || last.citations.length > 1) return false
  const between = source.text.slice(last.span[1], unit.start)
  return unit.start >= last.span[1] && /^[^\S\n]*$/u.test(between)
}

function dropBareHeadings<Part extends AnswerPart>(parts: readonly Part[]): Part[] {
  return parts.filter((part, i) => {
    const next = parts[i + 1]
    return part.kind !== 'heading' || (next !== undefined && next.kind !== 'heading')
  })
}

function addSpan(evidence: Map<number, Span[]>, passage: number, span: Span): void {
  const spans = evidence.get(passage)
  if (spans) spans.push(span)
  else evidence.set(passage, [span])
}

/** In order; spans with only a little white space between them become one, so that a mark does not flicker. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [start, end] of sorted) {
    const last = merged.at(-1)
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

export function textOf(source: Source | undefined, unit: Unit): string {
  return source?.text.slice(unit.start, unit.end) ?? ''
}
