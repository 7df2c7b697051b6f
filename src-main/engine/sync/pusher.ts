/** Pushes what waits, oldest first, at most two pushes on the way, and takes the server's answers. */
import type { DocId, SpaceId, UpdateId } from '#shared/base/ids.ts'
import type { Timers } from '#shared/base/timers.ts'
import {
  isFinal,
  type ClientFrame,
  type PushItem,
  type ServerFrame,
  type SpaceHead,
} from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { CommandContext } from '../commands/context.ts'
import { pendingKeys } from '../documents/subjects.ts'
import { findDocument } from '../documents/update-log.ts'
import { findSpace } from '../projections/spaces.ts'
import { moveCursorPastOwn } from './cursors.ts'
import { waitingOrders, waitingRecords, waitingUpdates } from './outbox.ts'
import { describeDocument, keepRefused, keepTakenBack, type Refusal } from './refusals.ts'
import { dropSpace } from './spaces.ts'

type Ack = Extract<ServerFrame, { type: 'ack' }>
type Reject = Extract<ServerFrame, { type: 'reject' }>

export interface Pusher {
  /** Something may wait. */
  push(): void
  acknowledged(ack: Ack): void
  rejected(reject: Reject): void
  /** The connection is gone: what was on the way has to be said again. */
  reset(): void
}

export interface PusherDeps {
  readonly context: CommandContext
  readonly transact: (work: () => void) => void
  readonly send: (frame: ClientFrame) => void
  readonly isOnline: () => boolean
  readonly timers: Timers
  /** A space that was dropped because the server refused it. */
  readonly onDropped: (spaceId: SpaceId) => void
  /** Entries of ours stand in feeds where this device did not expect them. */
  readonly onElsewhere: (heads: readonly SpaceHead[]) => void
}

const maxPushes = 2
const laterMs = 5_000

export function createPusher(deps: PusherDeps): Pusher {
  const { context, transact, send, timers } = deps
  const { db } = context
  /** The items of each push that are not answered yet. */
  let pushes: Set<UpdateId>[] = []
  let isResting = false

  const inFlight = (): Set<UpdateId> => new Set(pushes.flatMap((push) => [...push]))
  const answered = (itemId: UpdateId) => {
    for (const push of pushes) push.delete(itemId)
    pushes = pushes.filter((push) => push.size > 0)
  }
  const refuse = (itemId: UpdateId, reason: Reject['reason']) => {
    const { documents, records } = context
    const refusal = { key: context.nextId(), reason, at: context.now() }
    const place = db.get<{ docId: DocId; spaceId: SpaceId }>(
      'SELECT doc_id AS docId, space_id AS spaceId FROM updates JOIN documents USING (doc_key) WHERE update_id = ?',
      [itemId],
    )
    if (place) {
      const subject = describeDocument(db, place.docId, place.spaceId)
      keepTakenBack(db, subject, documents.takeBack(itemId), refusal)
      return
    }
    if (refuseOrder(itemId, refusal)) return
    const record = records.takeBack(itemId)
    if (record?.type !== 'space') return
    const spaceId = record.id as SpaceId
    if (db.value("SELECT 1 FROM records WHERE type = 'space' AND id = ?", [spaceId]) !== undefined) return
    dropSpace(context, spaceId)
    deps.onDropped(spaceId)
  }
  /** The document stays where the server has it; a move that was shown here is undone. */
  const refuseOrder = (itemId: UpdateId, refusal: Refusal): boolean => {
    const order = db.get<{ type: string; docId: DocId; spaceId: SpaceId }>(
      'DELETE FROM orders WHERE item_id = ? RETURNING type, doc_id AS docId, space_id AS spaceId',
      [itemId],
    )
    if (!order) return false
    const subject = describeDocument(db, order.docId, order.spaceId)
    keepRefused(db, subject, { ...refusal, text: '' })
    if (order.type !== 'move') return true
    if (findSpace(db, order.spaceId)) context.documents.moveTo(order.docId, order.spaceId)
    else {
      const again = { ...refusal, key: context.nextId() }
      keepTakenBack(db, subject, context.documents.remove(order.docId), again)
    }
    return true
  }
  const rest = () => {
    if (isResting) return
    isResting = true
    timers.after(laterMs, () => {
      isResting = false
      push()
    })
  }

  const push = () => {
    while (deps.isOnline() && !isResting && pushes.length < maxPushes) {
      const flying = inFlight()
      let items: readonly PushItem[] = waitingRecords(db, flying)
      if (items.length === 0) items = waitingUpdates(db, flying)
      if (items.length === 0) items = waitingOrders(db).filter(({ itemId }) => !flying.has(itemId))
      if (items.length === 0) return
      const [only] = items
      if (
        items.length === 1 &&
        only?.type === 'update' &&
        only.payload.byteLength > protocolLimits.payloadBytes
      ) {
        transact(() => refuse(only.itemId, 'too-large'))
        continue
      }
      pushes.push(new Set(items.map(({ itemId }) => itemId)))
      send({ type: 'push', items })
    }
  }

  return {
    push,
    acknowledged({ items }) {
      const elsewhere: SpaceHead[] = []
      transact(() => {
        for (const { itemId, spaceId, seq } of items) {
          const docId = context.documents.acknowledge(itemId, seq)
          if (docId) {
            context.changed.add(...pendingKeys(docId))
            // Where the server has it in another space than this device thought, that space's feed has to say so.
            if (findDocument(db, docId)?.spaceId === spaceId) moveCursorPastOwn(db, spaceId, seq)
            else elsewhere.push({ spaceId, head: seq })
          } else if (!context.records.acknowledge(itemId, seq)) {
            db.run('DELETE FROM orders WHERE item_id = ?', [itemId])
          }
        }
        context.changed.add('sync')
      })
      for (const { itemId } of items) answered(itemId)
      if (elsewhere.length > 0) deps.onElsewhere(elsewhere)
      push()
    },
    rejected({ itemId, reason }) {
      if (isFinal(reason)) {
        transact(() => {
          refuse(itemId, reason)
          context.changed.add('sync')
        })
      }
      answered(itemId)
      if (isFinal(reason)) push()
      else rest()
    },
    reset() {
      pushes = []
    },
  }
}
