import type { ReactNode } from 'react'
import type { TextRange } from '../text/word-ranges.ts'

export interface PaletteItem {
  readonly id: string
  /** The heading it stands under, already in the person's language. */
  readonly group: string
  readonly title: string
  /** UTF-16 ranges of the title that matched. */
  readonly titleRanges?: readonly TextRange[]
  /** Quieter, behind the title. */
  readonly hint?: string
  readonly icon?: ReactNode
  readonly shortcut?: string
}

export type PaletteRow =
  | { readonly kind: 'heading'; readonly group: string }
  | { readonly kind: 'item'; readonly item: PaletteItem; readonly itemIndex: number }

/** Items under their headings, groups in the order of their first item. `itemIndex` counts items only. */
export function paletteRows(items: readonly PaletteItem[]): readonly PaletteRow[] {
  const groups = new Map<string, PaletteItem[]>()
  for (const item of items) {
    const group = groups.get(item.group)
    if (group) group.push(item)
    else groups.set(item.group, [item])
  }
  const rows: PaletteRow[] = []
  let itemIndex = 0
  for (const [group, members] of groups) {
    rows.push({ kind: 'heading', group })
    for (const item of members) {
      rows.push({ kind: 'item', item, itemIndex })
      itemIndex += 1
    }
  }
  return rows
}
