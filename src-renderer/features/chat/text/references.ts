/**
 * What a message points at: people by `@Name`, tickets by `#1042` or their short code. Offsets are UTF-16. A name is
 * looked for only among those whom the engine found when the message was sent, so this stays cheap.
 */
import type { PersonId } from '#shared/base/ids.ts'

export interface NamedPerson {
  readonly id: PersonId
  readonly name: string
}

export type Reference =
  | { readonly kind: 'person'; readonly personId: PersonId; readonly start: number; readonly end: number }
  /** `words` is what to search for: `1042` or `7K3QZP`. */
  | { readonly kind: 'ticket'; readonly words: string; readonly start: number; readonly end: number }

/** In order, without overlaps. */
export function findReferences(text: string, people: readonly NamedPerson[]): readonly Reference[] {
  const found = [...findPeople(text, people), ...findTickets(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  let end = 0
  return found.filter((reference) => {
    if (reference.start < end) return false
    end = reference.end
    return true
  })
}

/** `@Ann` is no mention in `@Anna` or in `joe@Ann`: the engine's rule. */
function findPeople(text: string, people: readonly NamedPerson[]): Reference[] {
  if (people.length === 0 || !text.includes('@')) return []
  const found: Reference[] = []
  for (const { id, name } of people) {
    if (name === '') continue
    const needle = `@${name}`
    for (let start = text.indexOf(needle); start !== -1; start = text.indexOf(needle, start + 1)) {
      const end = start + needle.length
      if (/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) || /[\p{L}\p{N}_]/u.test(text.charAt(end))) continue
      found.push({ kind: 'person', personId: id, start, end })
    }
  }
  return found
}

/**
 * A number needs its `#`. A code is six characters of Crockford's base 32 (no I, L, O, U); without `#` it must hold
 * both letters and digits, so that words in capitals and phone numbers stay what they are.
 */
const ticketPattern =
  /(?<![\p{L}\p{N}_&/#.-])(?:#(\d{1,9}|[0-9A-HJKMNP-TV-Z]{6})|(?=[A-Z]*\d)(?=\d*[A-Z])([0-9A-HJKMNP-TV-Z]{6}))(?![\p{L}\p{N}_#/]|[-.,:]\p{N})/gu

function findTickets(text: string): Reference[] {
  if (!/\d|#/.test(text)) return []
  return [...text.matchAll(ticketPattern)].map((match) => ({
    kind: 'ticket',
    words: match[1] ?? match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
}
