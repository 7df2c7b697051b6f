/**
 * What follows one person over their devices. Document shape: root maps `readMarkers` (ChannelId -> MessageId),
 * `drafts` (draft key -> {text, at}). A draft key says where it belongs: `channel/{id}`, `reply/{ticketId}`,
 * `note/{ticketId}`, `ticket/new`, `capture/new`.
 */
import type * as Y from 'yjs'
import type { ChannelId, MessageId } from '../../base/ids.ts'
import { isUlid } from '../../base/ulid.ts'
import { fieldsOf, idOrNull, numberOr, textOf } from '../values.ts'

export interface Draft {
  readonly key: string
  readonly text: string
  readonly at: number
}

/** Last write wins: a marker may also go back, which is what "mark as unread" means. */
export function setReadMarker(doc: Y.Doc, channelId: ChannelId, messageId: MessageId): boolean {
  const markers = doc.getMap('readMarkers')
  if (markers.get(channelId) === messageId) return false
  markers.set(channelId, messageId)
  return true
}

/** An empty text removes the draft. */
export function setDraft(doc: Y.Doc, key: string, text: string, at: number): boolean {
  const drafts = doc.getMap('drafts')
  if (textOf(fieldsOf(drafts.get(key))['text']) === text) return false
  if (text === '') drafts.delete(key)
  else drafts.set(key, { text, at })
  return true
}

export function readReadMarker(doc: Y.Doc, channelId: ChannelId): MessageId | null {
  return idOrNull<MessageId>(doc.getMap('readMarkers').get(channelId))
}

export function readReadMarkers(doc: Y.Doc): { channelId: ChannelId; messageId: MessageId }[] {
  const markers: { channelId: ChannelId; messageId: MessageId }[] = []
  for (const [channelId, messageId] of doc.getMap('readMarkers')) {
    if (isUlid(channelId) && isUlid(messageId)) {
      markers.push({ channelId: channelId as ChannelId, messageId: messageId as MessageId })
    }
  }
  return markers.sort((a, b) => (a.channelId < b.channelId ? -1 : 1))
}

export function readDrafts(doc: Y.Doc): Draft[] {
  const drafts = doc.getMap('drafts')
  return [...drafts.keys()].sort().flatMap((key) => readDraft(doc, key) ?? [])
}

export function readDraft(doc: Y.Doc, key: string): Draft | null {
  const value = doc.getMap('drafts').get(key)
  if (value === undefined) return null
  const draft = fieldsOf(value)
  return { key, text: textOf(draft['text']), at: numberOr(draft['at'], 0) }
}
