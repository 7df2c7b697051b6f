/**
 * Blocks of a text with structure (an article, a file) to passages: under their headings, lists and steps whole, rows
 * with the head of their table, each passage as large as is good for finding it.
 */
import { sizeOf, sizes } from './size.ts'
import { piecesOf } from './split-text.ts'

export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code'
  /** Of a heading, from 1. */
  readonly level: number | null
  readonly text: string
  /** Which part of the source it stands in; passages end where another begins. */
  readonly part: string
}

export interface Packed {
  readonly part: string
  readonly headings: readonly string[]
  readonly text: string
}

/** Longer headings are text that somebody made large. */
const maxHeading = 200
const maxDepth = 6

interface Unit {
  readonly text: string
  readonly size: number
}

/** @param blocks may be endless; one passage is held at a time */
export function* packBlocks(blocks: Iterable<Block>): Generator<Packed> {
  const path: { readonly level: number; readonly text: string }[] = []
  /** Of the present section and part; given out when the section ends or it is full. */
  let units: Unit[] = []
  let size = 0
  /** The passage before, if there is one: it may still take in a rest. */
  let held: readonly (Packed & { readonly size: number; readonly section: number })[] = []
  let section = 0
  let part = ''
  /** A list or a table that has not ended yet. */
  let run: {
    readonly kind: 'item' | 'row'
    readonly lines: string[]
    size: number
    head: string | null
  } | null = null

  const headings = (more: string | null): string[] => {
    const texts = path.map(({ text }) => text)
    return more === null ? texts : [...texts, more]
  }
  function* give(head: string | null = null): Generator<Packed> {
    if (units.length === 0) return
    const text = units.map((unit) => unit.text).join('\n')
    const [before] = held
    const joins =
      before !== undefined &&
      head === null &&
      before.section === section &&
      size < sizes.rest &&
      before.size + size <= sizes.full
    if (joins) {
      held = [{ ...before, text: `${before.text}\n${text}`, size: before.size + size }]
    } else {
      yield* held
      held = [{ part, headings: headings(head), text, size, section: head === null ? section : -1 }]
    }
    units = []
    size = 0
  }
  function* add(unit: Unit): Generator<Packed> {
    const isFull = size + unit.size > sizes.full && (size >= sizes.enough || size + unit.size > sizes.most)
    if (isFull) yield* give()
    units.push(unit)
    size += unit.size
  }
  function* endRun(): Generator<Packed> {
    const ended = run
    run = null
    if (!ended || ended.lines.length === 0) return
    if (ended.head !== null) {
      yield* give()
      units = [{ text: ended.lines.join('\n'), size: ended.size }]
      size = ended.size
      yield* give(ended.head)
      return
    }
    yield* add({ text: ended.lines.join('\n'), size: ended.size })
  }
  /** A line of a list or table. Where it grows too long it is cut between two lines. */
  function* addLine(kind: 'item' | 'row', text: string): Generator<Packed> {
    if (run && run.kind !== kind) yield* endRun()
    for (const piece of piecesOf(text, sizes.most)) {
      const pieceSize = sizeOf(piece)
      if (run && run.size + pieceSize > (kind === 'row' ? sizes.full : sizes.most)) {
        const first: string | undefined = run.head ?? run.lines[0]
        yield* endRun()
        // What a row means is said in the first one.
        const head = kind === 'row' && first !== undefined && first.length <= maxHeading ? first : null
        run = { kind, lines: [], size: 0, head }
      }
      run ??= { kind, lines: [], size: 0, head: null }
      run.lines.push(piece)
      run.size += pieceSize
    }
  }
  function* endSection(): Generator<Packed> {
    yield* endRun()
    yield* give()
    section++
  }

  for (const block of blocks) {
    const text = block.text.trim()
    if (text === '') continue
    if (block.part !== part) {
      yield* endSection()
      part = block.part
    }
    if (block.kind === 'heading' && text.length <= maxHeading) {
      yield* endSection()
      const level = Math.min(Math.max(block.level ?? 1, 1), maxDepth)
      while ((path.at(-1)?.level ?? 0) >= level) path.pop()
      path.push({ level, text })
      continue
    }
    if (block.kind === 'item' || block.kind === 'row') {
      yield* addLine(block.kind, text)
      continue
    }
    yield* endRun()
    for (const piece of piecesOf(text)) yield* add({ text: piece, size: sizeOf(piece) })
  }
  yield* endSection()
  yield* held
}
