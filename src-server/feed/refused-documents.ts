/**
 * Documents of which an update was refused for good, by device. What the device had already sent on top of it would
 * wait for the refused part for ever, so later updates are looked at closely until the server forgets [P6].
 */
import type { DocId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { RejectReason } from '#shared/protocol/frames.ts'

export interface RefusedDocuments {
  note(deviceId: Ulid, docId: DocId, reason: RejectReason): void
  reasonOf(deviceId: Ulid, docId: DocId): RejectReason | null
}

const remembered = 10_000

export function createRefusedDocuments(): RefusedDocuments {
  const reasons = new Map<string, RejectReason>()
  const key = (deviceId: Ulid, docId: DocId) => `${deviceId} ${docId}`
  return {
    note(deviceId, docId, reason) {
      const [oldest] = reasons.keys()
      if (reasons.size >= remembered && oldest !== undefined) reasons.delete(oldest)
      reasons.set(key(deviceId, docId), reason)
    },
    reasonOf: (deviceId, docId) => reasons.get(key(deviceId, docId)) ?? null,
  }
}
