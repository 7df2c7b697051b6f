/**
 * The order of the palette: what begins with the words first, group by group, the best group first. What was found by
 * its meaning and to ask about it come last, so that they move nothing when they come later; a question is asked. Pure.
 */
import type { PaletteGroup, PaletteItem } from '../state/palette.ts'

const groups: readonly PaletteGroup[] = [
  'recent',
  'commands',
  'main',
  'channels',
  'people',
  'tickets',
  'articles',
]
const lastGroups: readonly PaletteGroup[] = ['meaning', 'ask']
const maxInGroup = 8

export function orderItems(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  const words = query.trim().toLowerCase()
  const seen = new Set<string>()
  // What was found by its words stays there.
  const byWords = items.filter(({ group }) => group !== 'meaning')
  const byMeaning = items.filter(({ group }) => group === 'meaning')
  const unique = [...byWords, ...byMeaning].filter(({ id }) => !seen.has(id) && seen.add(id))
  if (words === '') return groups.flatMap((group) => unique.filter((item) => item.group === group))

  const scored = unique.map((item, index) => ({ item, index, score: scoreOf(item, words) }))
  const best = (group: PaletteGroup): number =>
    Math.max(-1, ...scored.filter(({ item }) => item.group === group).map(({ score }) => score))
  const ordered = [...groups].sort((a, b) => best(b) - best(a) || groups.indexOf(a) - groups.indexOf(b))
  const isQuestion = words.endsWith('?')
  return (
    isQuestion ? ['ask' as const, ...ordered, 'meaning' as const] : [...ordered, ...lastGroups]
  ).flatMap((group) =>
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
