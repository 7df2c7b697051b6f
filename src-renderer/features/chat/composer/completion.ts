/** What a person is about to name in a text: somebody after `@`, an emoji after `:`. Pure; offsets are UTF-16. */
import type { PersonId } from '#shared/base/ids.ts'
import type { Emoji } from './emojis.ts'
import { searchEmojis } from './emoji-search.ts'

export interface CompletionToken {
  readonly kind: 'person' | 'emoji'
  /** What was typed after the sign. */
  readonly query: string
  /** Where the sign stands. */
  readonly from: number
  /** The caret. */
  readonly to: number
}

const maxSuggestions = 8
/** Names have spaces; more than three words after an @ are no name any more. */
const personToken = /(?:^|[\s([{"'„“*_>-])@((?:[\p{L}\p{N}.'’-]+(?: (?! )|$)){0,3}[\p{L}\p{N}.'’-]*)$/u
const emojiToken = /(?:^|[\s([{"'„“])(:([\p{L}\p{N}_+-]{2,20}))$/u

/** What stands before the caret; null where nothing is being named. */
export function findCompletionToken(text: string, caret: number): CompletionToken | null {
  const before = text.slice(Math.max(0, caret - 80), caret)
  const person = personToken.exec(before)?.[1]
  if (person !== undefined)
    return { kind: 'person', query: person, from: caret - person.length - 1, to: caret }
  const emoji = emojiToken.exec(before)?.[2]
  if (emoji !== undefined) return { kind: 'emoji', query: emoji, from: caret - emoji.length - 1, to: caret }
  return null
}

export interface PersonSuggestion {
  readonly key: PersonId
  readonly name: string
}

/** Those any of whose names begin so: first those whose first name does, then by name. Oneself comes last. */
export function suggestPeople<Person extends PersonSuggestion>(
  people: Iterable<Person>,
  query: string,
  meId: PersonId | null,
  compare: (a: string, b: string) => number,
): readonly Person[] {
  const wanted = fold(query)
  const parts = wanted.split(/\s+/).filter(Boolean)
  const ranked: { readonly person: Person; readonly rank: number }[] = []
  for (const person of people) {
    const name = fold(person.name)
    const words = name.split(/[\s-]+/)
    if (!parts.every((part) => words.some((word) => word.startsWith(part)))) continue
    ranked.push({ person, rank: (name.startsWith(wanted) ? 0 : 1) + (person.key === meId ? 2 : 0) })
  }
  const found = ranked
    .sort((a, b) => a.rank - b.rank || compare(a.person.name, b.person.name))
    .slice(0, maxSuggestions)
    .map(({ person }) => person)
  return isWritten(query, found) ? [] : found
}

/** The name stands there in full, and no longer one could be meant: Enter sends then. */
function isWritten(query: string, found: readonly PersonSuggestion[]): boolean {
  if (query.endsWith(' ')) return found.some(({ name }) => name === query.trimEnd())
  return found.length === 1 && found[0]?.name === query
}

/** Those a name of which begins so, in either language. */
export function suggestEmojis(emojis: readonly Emoji[], query: string): readonly Emoji[] {
  return searchEmojis(emojis, query, maxSuggestions)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
