/** The place in its VirtualList of the row that an element is in; -1 where it is in none. */
export function rowIndexOf(element: Element): number {
  const index = element.closest<HTMLElement>('[data-index]')?.dataset['index']
  return index === undefined ? -1 : Number(index)
}
