/** Emojis by what people call them, in English and German whatever language is shown. Pure. */
import type { Language } from '#shared/locales/index.ts'
import type { Emoji } from './emojis.ts'

/** The common ones with their names, then all others: one of each. @param table the file of names, see names.tsv */
export function joinNames(common: readonly Emoji[], table: string): readonly Emoji[] {
  const named = new Map(
    table
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, Emoji] => {
        const [char = '', en = '', de = ''] = line.split('\t')
        return [plain(char), { char, names: [], label: { en, de } }]
      }),
  )
  const all = common.map((emoji) => {
    const label = named.get(plain(emoji.char))?.label
    named.delete(plain(emoji.char))
    return label ? { ...emoji, label } : emoji
  })
  return [...all, ...named.values()]
}

/** What to call it in this language; the short name while the others are not loaded. */
export function emojiName({ label, names }: Emoji, language: Language): string {
  return label?.[language] ?? names[0] ?? ''
}

/** Those a name of which begins so: first the short names, then whole names, then words of names. */
export function searchEmojis(emojis: readonly Emoji[], query: string, max: number): readonly Emoji[] {
  const wanted = fold(query.replaceAll('_', ' ').trim())
  if (wanted === '') return []
  return emojis
    .map((emoji) => ({ emoji, rank: rankOf(emoji, wanted) }))
    .filter(({ rank }) => rank !== -1)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, max)
    .map(({ emoji }) => emoji)
}

/** Behind the short names, of which there are few. */
const labelRank = 100

interface Folded {
  readonly short: readonly string[]
  readonly long: readonly { readonly name: string; readonly words: readonly string[] }[]
}

/** Each key that is typed asks for all of them. */
const folded = new WeakMap<Emoji, Folded>()

function foldedOf(emoji: Emoji): Folded {
  const before = folded.get(emoji)
  if (before) return before
  const { names, label } = emoji
  const made = {
    short: names.map((name) => fold(name.replaceAll('_', ' '))),
    long: (label ? [fold(label.en), fold(label.de)] : []).map((name) => ({
      name,
      words: name.split(/[^\p{L}\p{N}]+/u),
    })),
  }
  folded.set(emoji, made)
  return made
}

function rankOf(emoji: Emoji, wanted: string): number {
  const { short, long } = foldedOf(emoji)
  if (short.includes(wanted) || long.some(({ name }) => name === wanted)) return 0
  const index = short.findIndex((name) => name.startsWith(wanted))
  if (index !== -1) return index + 1
  if (long.some(({ name }) => name.startsWith(wanted))) return labelRank
  // Every word that was typed begins one of the words of the same name.
  const parts = wanted.split(/\s+/u)
  const isNamed = long.some(({ words }) => parts.every((part) => words.some((word) => word.startsWith(part))))
  return isNamed ? labelRank + 1 : -1
}

/** Without the sign that only asks for colours. */
const plain = (char: string): string => char.replaceAll('\uFE0F', '')

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
}
