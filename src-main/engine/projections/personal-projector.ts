/** A person's own document to `read_markers`, `drafts`, `notify_values` and `seen_tickets`. */
import type * as Y from 'yjs'
import { asId, parseDocId, type ChannelId } from '#shared/base/ids.ts'
import { isUlid } from '#shared/base/ulid.ts'
import {
  readDraft,
  readDrafts,
  readReadMarker,
  readReadMarkers,
  type Draft,
} from '#shared/model/personal/personal.ts'
import { readNotifyValues, readSeenTickets } from '#shared/model/personal/notify.ts'
import type { WritableDb } from '../store/db.ts'
import type { Projector } from './projector.ts'

export const personalProjector: Projector = {
  kind: 'personal',
  version: 2,
  project({ db, row, changed }, doc, changes) {
    const personId = parseDocId(row.docId)?.owner ?? ''
    if (!changes) db.run('DELETE FROM read_markers WHERE person_id = ?', [personId])
    const markers = changes
      ? [...changes.keys('readMarkers')].filter(isUlid).map((key) => ({
          channelId: asId<ChannelId>(key),
          messageId: readReadMarker(doc, asId<ChannelId>(key)),
        }))
      : readReadMarkers(doc)
    for (const { channelId, messageId } of markers) {
      if (messageId === null) {
        db.run('DELETE FROM read_markers WHERE person_id = ? AND channel_id = ?', [personId, channelId])
      } else {
        db.run(
          `INSERT INTO read_markers (person_id, channel_id, message_id) VALUES (?, ?, ?)
           ON CONFLICT (person_id, channel_id) DO UPDATE SET message_id = excluded.message_id`,
          [personId, channelId, messageId],
        )
      }
      changed.add('channels', `channel:${channelId}`, 'inbox')
    }
    if (changes) {
      for (const key of changes.keys('drafts')) putDraft(db, personId, key, readDraft(doc, key))
    } else {
      for (const { key } of db.all<{ key: string }>('DELETE FROM drafts WHERE person_id = ? RETURNING key', [
        personId,
      ])) {
        changed.add(`draft:${key}`)
      }
      for (const draft of readDrafts(doc)) {
        putDraft(db, personId, draft.key, draft)
        changed.add(`draft:${draft.key}`)
      }
    }
    for (const key of changes?.keys('drafts') ?? []) changed.add(`draft:${key}`)
    if (!changes || changes.touches('notify')) {
      putNotifyValues(db, personId, doc)
      changed.add('notify', 'channels')
    }
    if (!changes || changes.touches('seenTickets')) {
      putSeenTickets(db, personId, doc)
      changed.add('notify')
    }
  },
  remove({ db, row, changed }) {
    const personId = parseDocId(row.docId)?.owner ?? ''
    db.run('DELETE FROM read_markers WHERE person_id = ?', [personId])
    db.run('DELETE FROM drafts WHERE person_id = ?', [personId])
    db.run('DELETE FROM notify_values WHERE person_id = ?', [personId])
    db.run('DELETE FROM seen_tickets WHERE person_id = ?', [personId])
    changed.add('channels', 'inbox', 'notify')
  },
}

function putDraft(db: WritableDb, personId: string, key: string, draft: Draft | null): void {
  if (!draft) {
    db.run('DELETE FROM drafts WHERE person_id = ? AND key = ?', [personId, key])
    return
  }
  db.run(
    `INSERT INTO drafts (person_id, key, text, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (person_id, key) DO UPDATE SET text = excluded.text, at = excluded.at`,
    [personId, key, draft.text, draft.at],
  )
}

/** They are a handful, and change rarely: written as a whole. */
function putNotifyValues(db: WritableDb, personId: string, doc: Y.Doc): void {
  db.run('DELETE FROM notify_values WHERE person_id = ?', [personId])
  for (const [key, value] of readNotifyValues(doc)) {
    db.run('INSERT INTO notify_values (person_id, key, value) VALUES (?, ?, ?)', [
      personId,
      key,
      JSON.stringify(value ?? null),
    ])
  }
}

function putSeenTickets(db: WritableDb, personId: string, doc: Y.Doc): void {
  db.run('DELETE FROM seen_tickets WHERE person_id = ?', [personId])
  for (const { ticketId, at } of readSeenTickets(doc)) {
    db.run('INSERT INTO seen_tickets (person_id, ticket_id, at) VALUES (?, ?, ?)', [personId, ticketId, at])
  }
}
