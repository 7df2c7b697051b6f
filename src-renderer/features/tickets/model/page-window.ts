/**
 * Which part of a long list to ask for: whole pages around what is on the screen, so that scrolling a few rows asks for
 * nothing new, and never more than the contract allows.
 */
export interface PageWindow {
  readonly offset: number
  readonly limit: number
}

export const pageRows = 100
/** The contract's `limits.rows`, written out because its module would load the schemas. */
export const maxRows = 500

/**
 * @param first index of the first row on the screen, -1 for none
 * @param last index of the last
 */
export function pageWindow(first: number, last: number): PageWindow {
  const start = Math.max(0, first)
  const end = Math.max(start, last)
  const half = pageRows / 2
  const offset = Math.max(0, Math.floor((start - half) / pageRows) * pageRows)
  const pages = Math.max(2, Math.ceil((end + 1 + half - offset) / pageRows))
  return { offset, limit: Math.min(maxRows, pages * pageRows) }
}

/** The row after or before the present one, or where it was: a row that left the list hands its place to the next. */
export function stepIndex(
  by: 1 | -1,
  { index, lastIndex, count }: { readonly index: number; readonly lastIndex: number; readonly count: number },
): number {
  if (count === 0) return -1
  const wanted = index >= 0 ? index + by : lastIndex < 0 ? 0 : by > 0 ? lastIndex : lastIndex - 1
  return Math.min(count - 1, Math.max(0, wanted))
}
