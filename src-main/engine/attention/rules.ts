/** The person's rules, out of the rows of their own document. */
import type { PersonId } from '#shared/base/ids.ts'
import { notifyRulesOf, type NotifyRules } from '#shared/model/personal/notify.ts'
import type { ReadableDb } from '../store/db.ts'

export function readRules(db: ReadableDb, me: PersonId | null): NotifyRules {
  const rows = db.all<{ key: string; value: string }>(
    'SELECT key, value FROM notify_values WHERE person_id = ?',
    [me],
  )
  return notifyRulesOf(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown] as const))
}
