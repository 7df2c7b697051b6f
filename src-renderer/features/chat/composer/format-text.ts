/** What the formatting keys do to a text, as one replacement that the browser can undo. Pure; offsets are UTF-16. */
export interface TextSelection {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Put `insert` in the place of [from, to), then select [start, end). */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly start: number
  readonly end: number
}

export const formats = { bold: '**', italic: '_', code: '`' } as const
export type Format = keyof typeof formats

/** Puts the marks around the selection, or takes them away where they are; with nothing selected, the caret goes between. */
export function toggleFormat(selection: TextSelection, format: Format): TextChange {
  const mark = formats[format]
  const { text } = selection
  const { start, end } = withoutOuterSpace(selection)
  const selected = text.slice(start, end)
  const { length } = mark

  if (selected.length >= 2 * length && selected.startsWith(mark) && selected.endsWith(mark)) {
    const insert = selected.slice(length, -length)
    return { from: start, to: end, insert, start, end: start + insert.length }
  }
  if (
    text.slice(start - length, start) === mark &&
    text.slice(end, end + length) === mark &&
    start >= length
  ) {
    return {
      from: start - length,
      to: end + length,
      insert: selected,
      start: start - length,
      end: end - length,
    }
  }
  if (format === 'code' && selected.includes('\n')) {
    const insert = `\`\`\`\n${selected}\n\`\`\``
    return { from: start, to: end, insert, start: start + 4, end: start + 4 + selected.length }
  }
  return { from: start, to: end, insert: mark + selected + mark, start: start + length, end: end + length }
}

const listItem = /^(\s*)(?:([-*+])|(\d{1,9})([.)])|(>))( +)(\[[ xX]\] +)?/

/** A new line that goes on with the list or quotation of the one before; an empty item ends the list. Null: nothing to go on with. */
export function continueList({ text, start, end }: TextSelection): TextChange | null {
  if (start !== end) return null
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(lineStart, start)
  const match = listItem.exec(line)
  if (!match) return null
  const [whole, indent = '', bullet = '', number, delimiter = '', quote = '', space = ' ', box] = match
  const lineEnd = text.indexOf('\n', start)
  const rest = text.slice(start, lineEnd === -1 ? text.length : lineEnd)
  if (line === whole && rest.trim() === '') {
    return { from: lineStart, to: start, insert: '', start: lineStart, end: lineStart }
  }
  const sign = number === undefined ? bullet + quote : `${Number(number) + 1}${delimiter}`
  const insert = `\n${indent}${sign}${space}${box === undefined ? '' : '[ ] '}`
  return { from: start, to: start, insert, start: start + insert.length, end: start + insert.length }
}

/** For tests and for fields that are not on the screen. */
export function applyChange(text: string, { from, to, insert }: TextChange): string {
  return text.slice(0, from) + insert + text.slice(to)
}

/** `** word**` is no bold: marks hug the words. */
function withoutOuterSpace({ text, start, end }: TextSelection): {
  readonly start: number
  readonly end: number
} {
  const selected = text.slice(start, end)
  if (selected.trim() === '') return { start, end }
  return {
    start: start + selected.length - selected.trimStart().length,
    end: end - (selected.length - selected.trimEnd().length),
  }
}
