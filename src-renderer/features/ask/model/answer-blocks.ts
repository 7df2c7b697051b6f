/** The parts of an answer as they are drawn: sentences run on, steps are numbered, headings and code stand alone. Pure. */
import type { AnswerPart, Question } from '#shared/contract/ask.ts'

export type AnswerBlock =
  | { readonly type: 'paragraph'; readonly parts: readonly AnswerPart[] }
  /** `start`: the number of the first step; lists that are interrupted by code or a sentence count on. */
  | { readonly type: 'steps'; readonly start: number; readonly parts: readonly AnswerPart[] }
  | { readonly type: 'heading' | 'code'; readonly part: AnswerPart }
  /** Rows of one table: what the columns are called is said once. */
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly AnswerRow[] }

export interface AnswerRow {
  readonly cells: readonly string[]
  readonly part: AnswerPart
}

/**
 * @param isExtract sentences are from several authors then, so that those of one source stay together
 */
export function answerBlocks(parts: readonly AnswerPart[], isExtract: boolean): readonly AnswerBlock[] {
  const blocks: AnswerBlock[] = []
  let step = 0
  for (const part of parts) {
    const last = blocks.at(-1)
    switch (part.kind) {
      case 'heading':
        step = 0
        blocks.push({ type: 'heading', part })
        break
      case 'code':
        blocks.push({ type: 'code', part })
        break
      case 'step':
        step += 1
        if (last?.type === 'steps') blocks[blocks.length - 1] = { ...last, parts: [...last.parts, part] }
        else blocks.push({ type: 'steps', start: step, parts: [part] })
        break
      case 'row':
        if (last?.type === 'table' && part.row && isOneTable(last, part.row.head, part))
          blocks[blocks.length - 1] = { ...last, rows: [...last.rows, { cells: part.row.cells, part }] }
        else if (part.row)
          blocks.push({ type: 'table', head: part.row.head, rows: [{ cells: part.row.cells, part }] })
        else blocks.push({ type: 'paragraph', parts: [part] })
        break
      case 'sentence':
        if (last?.type === 'paragraph' && (!isExtract || isOfOneSource(last.parts, part)))
          blocks[blocks.length - 1] = { ...last, parts: [...last.parts, part] }
        else blocks.push({ type: 'paragraph', parts: [part] })
    }
  }
  return blocks
}

function isOneTable(
  { head, rows }: Extract<AnswerBlock, { type: 'table' }>,
  columns: readonly string[],
  part: AnswerPart,
): boolean {
  const isSameHead = head.length === columns.length && head.every((name, at) => name === columns[at])
  return (
    isSameHead &&
    isOfOneSource(
      rows.map((row) => row.part),
      part,
    )
  )
}

function isOfOneSource(before: readonly AnswerPart[], part: AnswerPart): boolean {
  const cited = before.at(-1)?.citations ?? []
  return part.citations.some((number) => cited.includes(number))
}

/** Numbers of all sources that an answer rests on, in the order they are first named. */
export function citedNumbers(parts: readonly AnswerPart[]): readonly number[] {
  return [...new Set(parts.flatMap(({ citations }) => citations))]
}

/** How many parts say what no source holds. */
export function countUnsupported(parts: readonly AnswerPart[]): number {
  return parts.filter(({ isSupported, kind }) => !isSupported && kind !== 'heading').length
}

/** Where nothing answers, what comes near is shown in the place of an answer instead. */
export function hasSources({ passages, state }: Pick<Question, 'passages' | 'state'>): boolean {
  return passages.length > 0 && state.type !== 'not-found'
}
