/**
 * Records: entries that need one authority and are no CRDTs (spaces, people, ticket numbers). Stored as they come,
 * and kept in their tables in the same step. A local workspace writes its own; a server's arrive through its feed.
 */
import { z } from 'zod'
import type { PersonId, SpaceId, TicketId } from '#shared/base/ids.ts'
import { personRoles } from '#shared/contract/workspace.ts'
import type { SpaceKind } from '../projections/spaces.ts'
import type { ChangedKeys } from '../queries/changed-keys.ts'
import type { WritableDb } from '../store/db.ts'

export interface SpaceRecord {
  readonly kind: SpaceKind
  /** The queue that a `queue-internal` space belongs to. */
  readonly parentId: SpaceId | null
  /** For a direct conversation: who takes part. Empty means everybody in the workspace. */
  readonly members: readonly PersonId[]
}

const personRecord = z.object({
  name: z.string(),
  email: z.string().default(''),
  role: z.enum(personRoles).catch('agent'),
  title: z.string().default(''),
})
export type PersonRecord = z.input<typeof personRecord>

export interface Records {
  putSpace(id: SpaceId, space: SpaceRecord): void
  putPerson(id: PersonId, person: PersonRecord): void
  /** Must come before the ticket's document is projected; afterwards the document has to be projected again. */
  putTicketNumber(id: TicketId, number: number): void
}

export function createRecords(db: WritableDb, changed: ChangedKeys): Records {
  const put = (type: string, id: string, body: unknown) => {
    db.run(
      `INSERT INTO records (type, id, body) VALUES (?, ?, ?)
       ON CONFLICT (type, id) DO UPDATE SET body = excluded.body, server_seq = NULL`,
      [type, id, JSON.stringify(body)],
    )
  }
  return {
    putSpace(id, space) {
      put('space', id, space)
      db.run(
        `INSERT INTO spaces (space_id, kind, parent_id, members) VALUES (?, ?, ?, ?)
         ON CONFLICT (space_id) DO UPDATE SET kind = excluded.kind, parent_id = excluded.parent_id,
           members = excluded.members`,
        [id, space.kind, space.parentId, JSON.stringify(space.members)],
      )
      changed.add('channels', 'queues')
    },
    putPerson(id, record) {
      const person = personRecord.parse(record)
      put('person', id, person)
      db.run(
        `INSERT INTO people (person_id, name, email, role, title) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, email = excluded.email, role = excluded.role,
           title = excluded.title`,
        [id, person.name, person.email, person.role, person.title],
      )
      changed.add('people', 'channels')
    },
    putTicketNumber: (id, number) => put('ticket-number', id, { number }),
  }
}
