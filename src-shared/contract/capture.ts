/**
 * Quick capture: something noted, said or reported in passing, from the small window. Each of these takes the draft
 * `capture/new` and its files with it, in one step with what it makes, and leaves every other draft alone.
 */
import { z } from 'zod'
import { attachmentList, saysSomething } from './attachments.ts'
import { command } from './define.ts'
import {
  channelId,
  entryId,
  freeText,
  limits,
  lineText,
  messageId,
  optionalLine,
  queueId,
  ticketId,
} from './values.ts'
import { ticketPriorities } from '../model/ticket/ticket.ts'

/** The one draft that the small window has, in every workspace. */
export const captureDraft = 'capture/new'

const said = { messageId, text: freeText(limits.message), attachments: attachmentList }
const emptyText = { path: ['text'], message: 'empty' }

export const captureCommands = {
  /** Into the person's notes to themselves, which nobody else can read. They are made where there are none. */
  'capture.note': command(
    z
      .strictObject({
        ...said,
        /** What that conversation is called where it has to be made. */
        notesName: lineText(limits.name),
      })
      .refine(saysSomething, emptyText),
  ),
  'capture.message': command(z.strictObject({ ...said, channelId }).refine(saysSomething, emptyText)),
  /** A ticket; its files come with an internal note, which customers never receive. */
  'capture.ticket': command(
    z.strictObject({
      ticketId,
      /** Of that note. */
      entryId,
      queueId,
      title: lineText(limits.title),
      description: freeText(limits.body).default(''),
      priority: z.literal(ticketPriorities).default(2),
      customerName: optionalLine(limits.name).default(''),
      attachments: attachmentList,
    }),
  ),
  /** Undo: deletes the note or message, and hangs its files on the draft again. The text is the window's to bring back. */
  'capture.takeBack': command(z.strictObject({ messageId })),
}
