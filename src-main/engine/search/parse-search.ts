/**
 * What a person types into the search box: words, "exact phrases", -exclusions and operators such as
 * `in:`, `from:`, `state:`, `owner:`, `tag:`, `priority:`, `type:`, `before:`, `after:` (German names work too).
 * Never fails: what is no operator is a word.
 */
import { foldWord, wordPattern } from './fold.ts'

export interface SearchTerm {
  /** Folded words of the term, in order. */
  readonly words: readonly string[]
  readonly text: string
  readonly isPhrase: boolean
  readonly isExcluded: boolean
  /** The person may still be typing it: the last word counts as a beginning. */
  readonly isPrefix: boolean
}

export const searchOperators = [
  'in',
  'from',
  'state',
  'owner',
  'tag',
  'priority',
  'type',
  'before',
  'after',
] as const
export type SearchOperator = (typeof searchOperators)[number]

export interface OperatorUse {
  readonly operator: SearchOperator
  readonly value: string
  readonly isExcluded: boolean
  /** As typed, to be shown where it names nothing. */
  readonly source: string
}

export interface ParsedSearch {
  readonly terms: readonly SearchTerm[]
  readonly operators: readonly OperatorUse[]
}

const aliases: ReadonlyMap<string, SearchOperator> = new Map([
  ['kanal', 'in'],
  ['warteschlange', 'in'],
  ['queue', 'in'],
  ['channel', 'in'],
  ['von', 'from'],
  ['status', 'state'],
  ['is', 'state'],
  ['ist', 'state'],
  ['bearbeiter', 'owner'],
  ['assignee', 'owner'],
  ['schlagwort', 'tag'],
  ['prio', 'priority'],
  ['priorität', 'priority'],
  ['typ', 'type'],
  ['vor', 'before'],
  ['bis', 'before'],
  ['nach', 'after'],
  ['seit', 'after'],
])

/** More than this is not a search but a pasted text; the rest is left out. */
const maxTerms = 16

const token = /(-?)(?:([\p{L}]+):)?(?:"([^"]*)"?|(\S+))/gu

export function parseSearch(text: string): ParsedSearch {
  const terms: SearchTerm[] = []
  const operators: OperatorUse[] = []
  for (const match of text.matchAll(token)) {
    const [source, minus = '', name, phrase, bare = ''] = match
    const value = phrase ?? bare
    const operator = name === undefined ? null : toOperator(name)
    const isExcluded = minus === '-'
    if (operator) {
      operators.push({ operator, value, isExcluded, source })
      continue
    }
    const termText = name === undefined ? value : `${name}:${value}`
    const words = (termText.match(wordPattern) ?? []).map(foldWord)
    if (words.length === 0 || terms.length >= maxTerms) continue
    const isLast = match.index + source.length === text.length
    terms.push({
      words,
      text: termText,
      isPhrase: phrase !== undefined,
      isExcluded,
      isPrefix: isLast && phrase === undefined && words.join('').length >= 2,
    })
  }
  return { terms, operators }
}

function toOperator(name: string): SearchOperator | null {
  const lower = name.toLocaleLowerCase('de')
  return searchOperators.find((operator) => operator === lower) ?? aliases.get(lower) ?? null
}
