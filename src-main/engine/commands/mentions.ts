/** Finds who is meant by `@Name` in a message; the ids are stored beside the text, so that renaming breaks nothing. */
import type { PersonId } from '#shared/base/ids.ts'
import type { ReadableDb } from '../store/db.ts'

/** Naming oneself calls nobody. */
export function findMentions(db: ReadableDb, text: string, authorId: PersonId): PersonId[] {
  if (!text.includes('@')) return []
  const people = db.all<Named>('SELECT person_id AS id, name FROM people WHERE person_id <> ?', [authorId])
  return mentionsOf(people, text)
}

export function mentionsOf(people: readonly Named[], text: string): PersonId[] {
  if (!text.includes('@')) return []
  return people.filter(({ name }) => name !== '' && mentions(text, name)).map(({ id }) => id)
}

export interface Named {
  readonly id: PersonId
  readonly name: string
}

/** `@Ann` is no mention in `@Anna` or in `joe@Ann`. */
function mentions(text: string, name: string): boolean {
  const needle = `@${name}`
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + needle.length)
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}_]/u.test(after)) return true
  }
  return false
}
