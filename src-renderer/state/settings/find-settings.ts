/**
 * Which settings somebody means who types these words: by name, by what it does, by other words for it, in the language
 * that is shown and in the other ones, by beginnings and with one wrong letter. Pure.
 */
import { foldWords, isOneEditAway } from './fold-words.ts'

/** One setting's words in one language. */
export interface SettingWords {
  readonly name: string
  readonly text: string
  /** With commas between them. */
  readonly words: string
  /** The name of its section, which stands beside it. */
  readonly section: string
  /** Of its options, and whatever else it is found by. */
  readonly also: readonly string[]
}

export interface Searchable<Id extends string> {
  readonly id: Id
  /** The language that is shown comes first. */
  readonly languages: readonly SettingWords[]
}

export interface FoundSetting<Id extends string> {
  readonly id: Id
  /** The word that it was found by, where neither name nor text shows it; null where they do. */
  readonly by: string | null
}

interface Field {
  readonly weight: number
  /** To be shown as what it was found by; null for name and text, which are on screen. */
  readonly shown: string | null
  readonly words: readonly string[]
  /** A wrong letter is forgiven: not in running text, where everything is near to something. */
  readonly isForgiving: boolean
}

interface Indexed<Id extends string> {
  readonly id: Id
  readonly fields: readonly Field[]
  readonly name: string
}

const weights = { name: 12, otherName: 9, words: 7, also: 4, text: 2 }
/** Shorter words are not forgiven anything, and are not looked for within others. */
const minForgiven = 4

/** Takes the words apart once; the function that comes back is called with each key. Nothing for no words. */
export function createSettingFinder<Id extends string>(
  settings: readonly Searchable<Id>[],
): (query: string) => readonly FoundSetting<Id>[] {
  const indexed = settings.map(indexSetting)
  return (query) => {
    const asked = query.trim().split(/\s+/).map(foldWords)
    const wanted = asked.filter((variants) => variants.length > 0)
    if (wanted.length === 0) return []
    const exact = rank(indexed, wanted, query, matchStrictly)
    return exact.length > 0 ? exact : rank(indexed, wanted, query, matchForgiving)
  }
}

function indexSetting<Id extends string>({ id, languages }: Searchable<Id>): Indexed<Id> {
  const fields: Field[] = []
  const add = (text: string, weight: number, isShown: boolean, isForgiving = true): void => {
    fields.push({ weight, shown: isShown ? null : text.trim(), words: foldWords(text), isForgiving })
  }
  languages.forEach(({ name, text, words, section, also }, index) => {
    const isShown = index === 0
    add(name, isShown ? weights.name : weights.otherName, isShown)
    for (const word of words.split(',')) add(word, weights.words, false)
    add(section, weights.also, isShown)
    for (const sentence of also) add(sentence, weights.also, false)
    // A whole sentence says nothing as what it was found by.
    add(text, weights.text, true, false)
  })
  return { id, fields, name: foldWords(languages[0]?.name ?? '').join(' ') }
}

type Match = (asked: string, word: string, field: Field) => number

function rank<Id extends string>(
  settings: readonly Indexed<Id>[],
  wanted: readonly (readonly string[])[],
  query: string,
  match: Match,
): readonly FoundSetting<Id>[] {
  const whole = foldWords(query).join(' ')
  return settings
    .flatMap((setting, order) => {
      let score = setting.name === whole ? 20 : setting.name.startsWith(whole) ? 10 : 0
      let by: string | null = null
      for (const variants of wanted) {
        const best = bestField(setting.fields, variants, match)
        if (!best) return []
        score += best.score
        by ??= best.field.shown
      }
      return [{ found: { id: setting.id, by: shorten(by) }, score, order }]
    })
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ found }) => found)
}

function bestField(
  fields: readonly Field[],
  variants: readonly string[],
  match: Match,
): { readonly field: Field; readonly score: number } | null {
  let best: { readonly field: Field; readonly score: number } | null = null
  for (const field of fields) {
    for (const word of field.words) {
      for (const asked of variants) {
        const score = field.weight * match(asked, word, field)
        if (score > (best?.score ?? 0)) best = { field, score }
      }
    }
  }
  return best
}

/** The word, its beginning, or a part of it: German puts words together. */
function matchStrictly(asked: string, word: string): number {
  if (word === asked) return 1
  if (word.startsWith(asked)) return 0.8
  return asked.length >= minForgiven && word.includes(asked) ? 0.4 : 0
}

function matchForgiving(asked: string, word: string, field: Field): number {
  const strict = matchStrictly(asked, word)
  if (strict > 0 || asked.length < minForgiven || !field.isForgiving) return strict
  if (isOneEditAway(asked, word)) return 0.5
  // Somebody who is still typing has made the mistake in what is there so far.
  const beginnings = [asked.length - 1, asked.length, asked.length + 1]
  return beginnings.some((length) => length < word.length && isOneEditAway(asked, word.slice(0, length)))
    ? 0.3
    : 0
}

const maxShown = 40

function shorten(text: string | null): string | null {
  if (text === null || text.length <= maxShown) return text
  return `${text.slice(0, maxShown).toWellFormed().trimEnd()}…`
}
