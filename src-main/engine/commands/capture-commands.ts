/** What was captured in the small window becomes a note, a message or a ticket; see contract/capture.ts. */
import { notesChannelOf, type ChannelId } from '#shared/base/ids.ts'
import { ok } from '#shared/base/result.ts'
import { captureDraft, type captureCommands } from '#shared/contract/capture.ts'
import { findSpace } from '../projections/spaces.ts'
import { chatHandlers, sendMessage } from './chat-commands.ts'
import { newId, requireMe, type CommandContext, type CommandHandlers, type Me } from './context.ts'
import { createTicketIn, writeNote } from './ticket-commands.ts'
import { createChannel } from './workspace-commands.ts'

export const captureHandlers: CommandHandlers<keyof typeof captureCommands> = {
  'capture.note'(context, { notesName, ...note }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const channelId = notesChannel(context, me.value, notesName)
    const sent = sendMessage(context, { ...plain, ...note, channelId }, captureDraft)
    if (sent.ok) forgetFiles(context)
    return sent
  },
  'capture.message'(context, message) {
    const sent = sendMessage(context, { ...plain, ...message }, captureDraft)
    if (sent.ok) forgetFiles(context)
    return sent
  },
  'capture.ticket'(context, { entryId, attachments, ...ticket }) {
    const rest = { ownerId: null, customerEmail: '', organisation: '', tags: [] }
    const created = createTicketIn(context, { ...rest, ...ticket }, captureDraft)
    if (!created.ok) return created
    if (attachments.length > 0) {
      const note = { ticketId: ticket.ticketId, entryId, text: '', attachments }
      const noted = writeNote(context, note, captureDraft)
      if (!noted.ok) return noted
    }
    forgetFiles(context)
    return ok()
  },
  'capture.takeBack'(context, { messageId }) {
    const deleted = chatHandlers['chat.delete'](context, { messageId })
    if (!deleted.ok) return deleted
    const { db, changed } = context
    const files = db.all<{ id: string; name: string; size: number }>(
      `SELECT blob_id AS id, name, a.size FROM attachments a JOIN blobs b USING (blob_id)
       WHERE subject = ? AND state = 'here' ORDER BY position`,
      [messageId],
    )
    for (const { id, name, size } of files) {
      db.run(
        `INSERT INTO draft_files (draft_key, file_key, name, size, state, done_bytes, blob_id)
         SELECT :key, :file, :name, :size, 'ready', :size, :id
         WHERE NOT EXISTS (SELECT 1 FROM draft_files WHERE draft_key = :key AND blob_id = :id)`,
        { key: captureDraft, file: newId(context), name, size, id },
      )
    }
    if (files.length > 0) changed.add(`draftFiles:${captureDraft}`)
    return ok()
  },
}

const plain = { topic: null, replyTo: null } as const

function notesChannel(context: CommandContext, me: Me, name: string): ChannelId {
  const id = notesChannelOf(me.id)
  if (!findSpace(context.db, id)) createChannel(context, id, { name, description: '' }, [me.id])
  return id
}

/** Also those that could not be taken: what they were for is done. */
function forgetFiles({ db, changed }: CommandContext): void {
  if (db.run('DELETE FROM draft_files WHERE draft_key = ?', [captureDraft]) > 0)
    changed.add(`draftFiles:${captureDraft}`)
}
