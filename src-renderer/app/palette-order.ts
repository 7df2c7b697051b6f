/** The order of the palette: what begins with the words first, group by group, the best group first. Pure. */
import type { PaletteGroup, PaletteItem } from '../state/palette.ts'

const groups: readonly PaletteGroup[] = ['recent', 'commands', 'channels', 'people', 'tickets', 'articles']
const maxInGroup = 8

export function orderItems(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  const words = query.trim().toLowerCase()
  const seen = new Set<string>()
  const unique = items.filter(({ id }) => !seen.has(id) && seen.add(id))
  if (words === '') return groups.flatMap((group) => unique.filter((item) => item.group === group))

  const scored = unique.map((item, index) => ({ item, index, score: scoreOf(item, words) }))
  const best = (group: PaletteGroup): number =>
    Math.max(-1, ...scored.filter(({ item }) => item.group === group).map(({ score }) => score))
  return [...groups]
    .sort((a, b) => best(b) - best(a) || groups.indexOf(a) - groups.indexOf(b))
    .flatMap((group) =>
      scored
        .filter(({ item }) => item.group === group)
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, maxInGroup)
        .map(({ item }) => item),
    )
}

/** 3 for the very label, 2 for its beginning, 1 for the beginning of a word in it, 0 for anything else. */
function scoreOf({ label, detail }: PaletteItem, words: string): number {
  const text = label.toLowerCase()
  if (text === words || detail?.toLowerCase() === words) return 3
  if (text.startsWith(words)) return 2
  return text.split(/[\s#/·-]+/).some((word) => word.startsWith(words)) ? 1 : 0
}
