/** A person's own document to `read_markers` and `drafts`. */
import { parseDocId, type ChannelId } from '#shared/base/ids.ts'
import {
  readDraft,
  readDrafts,
  readReadMarker,
  readReadMarkers,
  type Draft,
} from '#shared/model/personal/personal.ts'
import type { WritableDb } from '../store/db.ts'
import type { Projector } from './projector.ts'

export const personalProjector: Projector = {
  kind: 'personal',
  version: 1,
  project({ db, row, changed }, doc, changes) {
    const personId = parseDocId(row.docId)?.owner ?? ''
    const markers = changes
      ? [...changes.keys('readMarkers')].map((key) => ({
          channelId: key as ChannelId,
          messageId: readReadMarker(doc, key as ChannelId),
        }))
      : readReadMarkers(doc)
    for (const { channelId, messageId } of markers) {
      if (messageId === null) continue
      db.run(
        `INSERT INTO read_markers (person_id, channel_id, message_id) VALUES (?, ?, ?)
         ON CONFLICT (person_id, channel_id) DO UPDATE SET message_id = excluded.message_id`,
        [personId, channelId, messageId],
      )
      changed.add('channels', `channel:${channelId}`, 'inbox')
    }
    if (changes) {
      for (const key of changes.keys('drafts')) putDraft(db, personId, key, readDraft(doc, key))
    } else {
      db.run('DELETE FROM drafts WHERE person_id = ?', [personId])
      for (const draft of readDrafts(doc)) putDraft(db, personId, draft.key, draft)
    }
    for (const key of changes?.keys('drafts') ?? []) changed.add(`draft:${key}`)
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
