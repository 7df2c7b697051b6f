/** Reads a ticket out of its documents. Pure; defaults fill what is missing, unknown values never throw. */
import type * as Y from 'yjs'
import type { EntryId, PersonId } from '../../base/ids.ts'
import { ulidTime } from '../../base/ulid.ts'
import { readAttachments } from '../attachment.ts'
import { fieldsOf, idOrNull, numberOr, oneOf, sortedIds, textOf } from '../values.ts'
import {
  replyChannels,
  ticketPriorities,
  ticketStates,
  type HistoryEntry,
  type Note,
  type Reply,
  type Ticket,
  type TicketPriority,
} from './ticket.ts'

export function readTicket(doc: Y.Doc): Ticket {
  const fields = doc.getMap('fields')
  return {
    title: textOf(fields.get('title')),
    description: doc.getText('description').toString(),
    state: oneOf(ticketStates, fields.get('state'), 'new'),
    priority: readPriority(fields.get('priority')),
    ownerId: idOrNull<PersonId>(fields.get('ownerId')),
    customerName: textOf(fields.get('customerName')),
    customerEmail: textOf(fields.get('customerEmail')),
    organisation: textOf(fields.get('organisation')),
    pendingUntil: numberOr(fields.get('pendingUntil'), null),
    createdAt: numberOr(fields.get('createdAt'), 0),
    createdBy: idOrNull<PersonId>(fields.get('createdBy')),
    tags: readTags(doc),
  }
}

export function readTags(doc: Y.Doc): string[] {
  return [...doc.getMap('tags').keys()].sort()
}

export function readReplies(doc: Y.Doc): Reply[] {
  const replies = doc.getMap('replies')
  return sortedIds<EntryId>(replies).map((id) => readReply(id, replies.get(id)))
}

export function readReply(id: EntryId, value: unknown): Reply {
  const reply = fieldsOf(value)
  return {
    id,
    authorId: idOrNull<PersonId>(reply['authorId']),
    from: oneOf(['agent', 'customer'], reply['from'], 'agent'),
    channel: oneOf(replyChannels, reply['channel'], 'web'),
    text: textOf(reply['text']),
    at: numberOr(reply['at'], ulidTime(id)),
    attachments: readAttachments(reply['attachments']),
  }
}

export function readNotes(notesDoc: Y.Doc): Note[] {
  const notes = notesDoc.getMap('notes')
  return sortedIds<EntryId>(notes).map((id) => readNote(id, notes.get(id)))
}

export function readNote(id: EntryId, value: unknown): Note {
  const note = fieldsOf(value)
  return {
    id,
    authorId: idOrNull<PersonId>(note['authorId']),
    text: textOf(note['text']),
    at: numberOr(note['at'], ulidTime(id)),
    attachments: readAttachments(note['attachments']),
  }
}

export function readHistory(doc: Y.Doc): HistoryEntry[] {
  const history = doc.getMap('history')
  return sortedIds<EntryId>(history).map((id) => readHistoryEntry(id, history.get(id)))
}

export function readHistoryEntry(id: EntryId, value: unknown): HistoryEntry {
  const entry = fieldsOf(value)
  return {
    id,
    actorId: idOrNull<PersonId>(entry['actorId']),
    at: numberOr(entry['at'], ulidTime(id)),
    field: textOf(entry['field']) as HistoryEntry['field'],
    from: scalarOrNull(entry['from']),
    to: scalarOrNull(entry['to']),
    settles: entry['settles'] === true,
  }
}

function readPriority(value: unknown): TicketPriority {
  return ticketPriorities.find((priority) => priority === value) ?? 2
}

function scalarOrNull(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
