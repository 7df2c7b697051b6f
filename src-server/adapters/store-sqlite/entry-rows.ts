/** Feed entries as rows and back. */
import { asId, type DocId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { readUlidBytes, ulidByteLength, writeUlidBytes, type Ulid } from '#shared/base/ulid.ts'
import type { FeedEntry } from '#shared/protocol/frames.ts'
import type { NewEntry } from '../../feed/sync-store.ts'

/** Numbers in the column `type`; never used for something else. */
export const rowTypes = { update: 0, snapshot: 1, tombstone: 2, record: 3, erasingSnapshot: 4 } as const

/** In the order of `entryColumns`. */
export type EntryRow = readonly [
  seq: number,
  type: number,
  entryId: Uint8Array,
  docId: string | null,
  payload: Uint8Array,
]

export const entryColumns = 'e.seq, e.type, e.entry_id, d.doc_id, e.payload'

export function rowToEntry([seq, type, idBytes, docIdText, payload]: EntryRow): FeedEntry {
  const entryId = asId<UpdateId>(readUlidBytes(idBytes, 0))
  const docId = docIdText as DocId
  switch (type) {
    case rowTypes.update:
      return { type: 'update', seq, entryId, docId, payload }
    case rowTypes.snapshot:
      return { type: 'snapshot', seq, entryId, docId, payload, erases: false }
    case rowTypes.erasingSnapshot:
      return { type: 'snapshot', seq, entryId, docId, payload, erases: true }
    case rowTypes.tombstone: {
      const movedTo = payload.byteLength === 0 ? null : asId<SpaceId>(readUlidBytes(payload, 0))
      return { type: 'tombstone', seq, entryId, docId, movedTo }
    }
    case rowTypes.record: {
      const [recordType, recordId, body] = JSON.parse(textDecoder.decode(payload)) as [string, string, string]
      return { type: 'record', seq, entryId, recordType, recordId, body }
    }
    default:
      throw new Error(`an entry of type ${type} is of a newer server`)
  }
}

export function entryRowType(entry: NewEntry): number {
  return entry.type === 'snapshot' && entry.erases ? rowTypes.erasingSnapshot : rowTypes[entry.type]
}

export function entryRowPayload(entry: NewEntry): Uint8Array {
  switch (entry.type) {
    case 'update':
    case 'snapshot':
      return entry.payload
    case 'tombstone':
      return entry.movedTo === null ? new Uint8Array(0) : ulidToBytes(entry.movedTo)
    case 'record':
      return Buffer.from(JSON.stringify([entry.recordType, entry.recordId, entry.body]))
  }
}

export function ulidToBytes(id: Ulid): Uint8Array {
  const bytes = new Uint8Array(ulidByteLength)
  writeUlidBytes(id, bytes, 0)
  return bytes
}

const textDecoder = new TextDecoder()
