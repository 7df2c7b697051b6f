/** Where keys lead in a list of rows. */
export interface ListPosition {
  /** -1 when no row is active. */
  readonly activeIndex: number
  readonly count: number
  /** Rows that one page key moves by. */
  readonly pageRows: number
}

/** The row that a navigation key leads to, or undefined if it is not one or leads nowhere. */
export function nextIndexForKey(
  key: string,
  { activeIndex, count, pageRows }: ListPosition,
): number | undefined {
  if (count === 0) return undefined
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: activeIndex + 1,
    ArrowUp: activeIndex < 0 ? count - 1 : activeIndex - 1,
    PageDown: activeIndex + pageRows,
    PageUp: activeIndex - pageRows,
    Home: 0,
    End: count - 1,
  }
  const target = targets[key]
  if (target === undefined) return undefined
  const next = Math.min(count - 1, Math.max(0, target))
  return next === activeIndex ? undefined : next
}

/** The index of a key by asking every row; -1 if there is none. */
export function indexOfKey(key: string, count: number, getKey: (index: number) => string): number {
  for (let index = 0; index < count; index += 1) if (getKey(index) === key) return index
  return -1
}
