/**
 * Records: entries that need one authority and are no CRDTs (spaces, people, the workspace, ticket numbers). What is
 * written here takes effect at once and is a proposal to the server where there is one; what the server says arrives
 * through its feeds and stands.
 */
import { z } from 'zod'
import { asId, type PersonId, type SpaceId, type TicketId, type UpdateId } from '#shared/base/ids.ts'
import { isUlid, type Ulid } from '#shared/base/ulid.ts'
import { personRoles } from '#shared/contract/workspace.ts'
import { setTicketNumber } from '../projections/ticket-projector.ts'
import type { SpaceKind } from '../projections/spaces.ts'
import type { ChangedKeys } from '../queries/changed-keys.ts'
import type { WritableDb } from '../store/db.ts'
import { getMeta, setMeta } from '../store/meta.ts'

const ulid = <T extends Ulid>() => z.custom<T>(isUlid)
const spaceKinds = [
  'queue',
  'queue-internal',
  'channel',
  'direct',
  'knowledge',
  'personal',
  'directory',
] as const satisfies SpaceKind[]

const spaceRecord = z.object({
  kind: z.enum(spaceKinds),
  /** The queue that a `queue-internal` space belongs to. */
  parentId: ulid<SpaceId>().nullable().default(null),
  /** Who takes part. Empty means everybody in the workspace. */
  members: z.array(ulid<PersonId>()).readonly().default([]),
})
export type SpaceRecord = z.output<typeof spaceRecord>

const personRecord = z.object({
  name: z.string(),
  email: z.string().default(''),
  role: z.enum(personRoles).catch('agent'),
  title: z.string().default(''),
  /** Taken out of the workspace. */
  removed: z.boolean().default(false),
})
export type PersonRecord = z.input<typeof personRecord>

const workspaceRecord = z.object({ name: z.string() })
const numberRecord = z.object({ number: z.int().min(1) })

/** A record as the server has published it. */
export interface ReceivedRecord {
  readonly recordType: string
  readonly recordId: string
  readonly body: string
  readonly seq: number
}

export interface Records {
  putSpace(id: SpaceId, space: SpaceRecord): void
  putPerson(id: PersonId, person: PersonRecord): void
  putWorkspaceName(name: string): void
  putTicketNumber(id: TicketId, number: number): void
  receive(record: ReceivedRecord): void
  /** The server has taken the proposal; what it made of it follows in the feed. */
  acknowledge(itemId: UpdateId, seq: number): boolean
  /** The proposal is off: what the server last said stands again. Returns what it was; null where nothing waits under this id. */
  takeBack(itemId: UpdateId): { readonly type: string; readonly id: string } | null
}

export function createRecords(db: WritableDb, changed: ChangedKeys, nextId: () => Ulid): Records {
  /** Into the tables that are read. Bodies of types or shapes that are not known are only kept. */
  const take: Readonly<Record<string, (id: string, body: unknown) => void>> = {
    space(id, body) {
      const space = spaceRecord.safeParse(body)
      if (!space.success) return
      db.run(
        `INSERT INTO spaces (space_id, kind, parent_id, members) VALUES (?, ?, ?, ?)
         ON CONFLICT (space_id) DO UPDATE SET kind = excluded.kind, parent_id = excluded.parent_id,
           members = excluded.members`,
        [id, space.data.kind, space.data.parentId, JSON.stringify(space.data.members)],
      )
      changed.add('channels', 'queues')
    },
    person(id, body) {
      const person = personRecord.safeParse(body)
      if (!person.success) return
      const { name, email, role, title, removed } = person.data
      db.run(
        `INSERT INTO people (person_id, name, email, role, title, removed) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, email = excluded.email, role = excluded.role,
           title = excluded.title, removed = excluded.removed`,
        [id, name, email, role, title, removed ? 1 : 0],
      )
      changed.add('people', 'channels')
    },
    workspace(_id, body) {
      const workspace = workspaceRecord.safeParse(body)
      if (!workspace.success) return
      setMeta(db, 'workspaceName', workspace.data.name)
      changed.add('workspace')
    },
    'ticket-number'(id, body) {
      const number = numberRecord.safeParse(body)
      if (!number.success) return
      setTicketNumber(db, changed, id as TicketId, number.data.number)
    },
  }
  const propose = (type: string, id: string, body: unknown) => {
    db.run(
      `INSERT INTO records (type, id, body, item_id) VALUES (?, ?, ?, ?)
       ON CONFLICT (type, id) DO UPDATE SET body = excluded.body, server_seq = NULL, item_id = excluded.item_id`,
      [type, id, JSON.stringify(body), nextId()],
    )
    take[type]?.(id, body)
  }
  return {
    putSpace: (id, space) => propose('space', id, space),
    putPerson: (id, person) => propose('person', id, personRecord.parse(person)),
    putWorkspaceName(name) {
      const id = getMeta(db, 'workspaceId')
      if (id !== null) propose('workspace', id, { name })
    },
    putTicketNumber: (id, number) => propose('ticket-number', id, { number }),
    receive({ recordType, recordId, body, seq }) {
      const parsed = parseJson(body)
      if (parsed === undefined) return
      // A proposal of ours that is still on its way is newer; its own answer follows.
      const isOurs =
        db.value(
          'SELECT 1 FROM records WHERE type = ? AND id = ? AND item_id IS NOT NULL AND server_seq IS NULL',
          [recordType, recordId],
        ) !== undefined
      db.run(
        `INSERT INTO records (type, id, body, server_body, server_seq) VALUES (:type, :id, :body, :body, :seq)
         ON CONFLICT (type, id) DO UPDATE SET server_body = excluded.server_body,
           body = iif(:isOurs, body, excluded.body), server_seq = iif(:isOurs, NULL, excluded.server_seq)`,
        { type: recordType, id: recordId, body, seq, isOurs: isOurs ? 1 : 0 },
      )
      if (!isOurs) take[recordType]?.(recordId, parsed)
    },
    acknowledge: (itemId, seq) =>
      db.run('UPDATE records SET server_seq = ? WHERE item_id = ? AND server_seq IS NULL', [seq, itemId]) > 0,
    takeBack(itemId) {
      const record = db.get<{ type: string; id: string; serverBody: string | null }>(
        'SELECT type, id, server_body AS serverBody FROM records WHERE item_id = ? AND server_seq IS NULL',
        [itemId],
      )
      if (!record) return null
      const { type, id, serverBody } = record
      if (serverBody === null) {
        db.run('DELETE FROM records WHERE type = ? AND id = ?', [type, id])
      } else {
        db.run(
          'UPDATE records SET body = server_body, server_seq = 0, item_id = NULL WHERE type = ? AND id = ?',
          [type, id],
        )
        take[type]?.(id, parseJson(serverBody))
      }
      return { type, id }
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A person's own space has the person's id, so that all their devices agree on it without asking. */
export const personalSpaceOf = (me: PersonId): SpaceId => asId<SpaceId>(me)
