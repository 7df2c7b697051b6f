/**
 * The order of names as people look for them: Ä beside A, not behind Z, and 2 before 10. SQLite knows only the letters
 * of English, so lists that are read whole are put in order here. The order is that of no language in particular.
 */
export const { compare: nameCompare } = new Intl.Collator('und', { sensitivity: 'base', numeric: true })

/** @param rows in an order that holds among equal names */
export function inNameOrder<Row extends { readonly name: string }>(
  rows: readonly Row[],
  groupOf: (row: Row) => string = () => '',
): Row[] {
  return rows.toSorted((a, b) => {
    const groups = [groupOf(a), groupOf(b)] as const
    if (groups[0] !== groups[1]) return groups[0] < groups[1] ? -1 : 1
    return nameCompare(a.name, b.name)
  })
}
