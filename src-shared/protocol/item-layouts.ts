/** The parts that several frames are made of: items of a push, entries of a feed, heads. */
import type { FeedEntry, PushItem, ServerFrame } from './frames.ts'
import { protocolLimits } from './limits.ts'
import type { Reader, Writer } from './wire.ts'

const limit = protocolLimits

export type SpaceIdOf = Extract<ServerFrame, { type: 'poke' }>['spaceId']

const itemTypes = ['update', 'record', 'delete', 'move', 'erase'] as const satisfies PushItem['type'][]

export function writePushItem(w: Writer, item: PushItem): void {
  w.uint(itemTypes.indexOf(item.type))
  w.id(item.itemId)
  w.id(item.spaceId)
  if (item.type === 'record') {
    w.text(item.recordType)
    w.text(item.recordId)
    w.text(item.body)
    return
  }
  w.docId(item.docId)
  if (item.type === 'update') w.bytes(item.payload)
  if (item.type === 'move') w.id(item.toSpaceId)
}

export function readPushItem(r: Reader): PushItem {
  const type = readWord(r, itemTypes)
  const place = { itemId: r.id<PushItem['itemId']>(), spaceId: r.id<SpaceIdOf>() }
  switch (type) {
    case 'update':
      return { type, ...place, docId: r.docId(), payload: r.bytes(limit.payloadBytes) }
    case 'record':
      return { type, ...place, ...readRecord(r) }
    case 'move':
      return { type, ...place, docId: r.docId(), toSpaceId: r.id() }
    default:
      return { type, ...place, docId: r.docId() }
  }
}

const entryTypes = ['update', 'snapshot', 'tombstone', 'record'] as const satisfies FeedEntry['type'][]

export function writeEntry(w: Writer, entry: FeedEntry, after: number): void {
  w.uint(entryTypes.indexOf(entry.type))
  w.uint(entry.seq - after)
  w.id(entry.entryId)
  if (entry.type === 'record') {
    w.text(entry.recordType)
    w.text(entry.recordId)
    w.text(entry.body)
    return
  }
  w.docId(entry.docId)
  if (entry.type === 'tombstone') {
    w.uint(entry.movedTo === null ? 0 : 1)
    if (entry.movedTo !== null) w.id(entry.movedTo)
    return
  }
  if (entry.type === 'snapshot') w.uint(entry.erases ? 1 : 0)
  w.bytes(entry.payload)
}

export function readEntry(r: Reader, after: number): FeedEntry {
  const type = readWord(r, entryTypes)
  const place = { seq: after + r.uint(), entryId: r.id<FeedEntry['entryId']>() }
  switch (type) {
    case 'update':
      return { type, ...place, docId: r.docId(), payload: r.bytes(limit.payloadBytes) }
    case 'snapshot':
      return {
        type,
        ...place,
        docId: r.docId(),
        erases: r.index(2) === 1,
        payload: r.bytes(limit.payloadBytes),
      }
    case 'tombstone':
      return { type, ...place, docId: r.docId(), movedTo: r.index(2) === 1 ? r.id<SpaceIdOf>() : null }
    case 'record':
      return { type, ...place, ...readRecord(r) }
  }
}

function readRecord(r: Reader) {
  return {
    recordType: r.text(limit.nameLength),
    recordId: r.text(limit.nameLength),
    body: r.text(limit.recordBytes),
  }
}

export function writeHead(w: Writer, { spaceId, head }: { spaceId: SpaceIdOf; head: number }): void {
  w.id(spaceId)
  w.uint(head)
}

export const readHead = (r: Reader) => ({ spaceId: r.id<SpaceIdOf>(), head: r.uint() })

export const readWord = <const Word>(r: Reader, words: readonly Word[]): Word =>
  words[r.index(words.length)] as Word
