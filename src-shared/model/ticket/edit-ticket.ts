/**
 * Changes a ticket's documents. Each function is called inside one Yjs transaction; it does not check access
 * and does not read a clock: time, actor and ids are handed in.
 */
import type * as Y from 'yjs'
import type { EntryId, PersonId } from '../../base/ids.ts'
import type { Attachment } from '../attachment.ts'
import { findClash } from './clash.ts'
import { readHistory, readTicket } from './read-ticket.ts'
import type { EditableFields, FieldName, FieldValue, ReplyChannel, Ticket } from './ticket.ts'

export interface Edit {
  readonly actorId: PersonId
  /** Milliseconds since 1970. */
  readonly at: number
  /** A new id for each history entry. */
  readonly nextId: () => EntryId
}

export type NewTicket = Omit<Ticket, 'createdAt' | 'createdBy'>

export function createTicket(doc: Y.Doc, ticket: NewTicket, edit: Pick<Edit, 'actorId' | 'at'>): void {
  const { description, tags, ...fields } = ticket
  const map = doc.getMap('fields')
  for (const [key, value] of Object.entries(fields)) if (value !== null && value !== '') map.set(key, value)
  map.set('createdAt', edit.at)
  map.set('createdBy', edit.actorId)
  if (description) doc.getText('description').insert(0, description)
  for (const tag of tags) doc.getMap('tags').set(tag, true)
}

/** Sets fields that differ from what they are, and writes down each change. Returns the names that changed. */
export function setTicketFields(doc: Y.Doc, changes: Partial<EditableFields>, edit: Edit): FieldName[] {
  const before = readTicket(doc)
  const map = doc.getMap<FieldValue>('fields')
  const changed: FieldName[] = []
  for (const [key, to] of Object.entries(changes)) {
    const field = key as FieldName
    if (before[field] === to) continue
    map.set(field, to)
    // Who gives the ticket to somebody while the clash is in view has decided it.
    const settles = field === 'ownerId' && findClash(readHistory(doc)) !== null
    writeHistory(doc, edit, { field, from: before[field], to, settles })
    changed.push(field)
  }
  return changed
}

/** Ends a clash of claims: the ticket is this person's, and the history says who decided. */
export function settleClash(doc: Y.Doc, ownerId: PersonId | null, edit: Edit): void {
  const from = readTicket(doc).ownerId
  if (from !== ownerId) doc.getMap<FieldValue>('fields').set('ownerId', ownerId)
  writeHistory(doc, edit, { field: 'ownerId', from, to: ownerId, settles: true })
}

/** Writes the move down; where the document is, its space says. */
export function noteMove(doc: Y.Doc, from: string, to: string, edit: Edit): void {
  writeHistory(doc, edit, { field: 'queueId', from, to })
}

export function setTag(doc: Y.Doc, tag: string, on: boolean, edit: Edit): boolean {
  const tags = doc.getMap('tags')
  if (tags.has(tag) === on) return false
  if (on) tags.set(tag, true)
  else tags.delete(tag)
  writeHistory(doc, edit, { field: 'tag', from: on ? null : tag, to: on ? tag : null })
  return true
}

export interface NewReply {
  readonly id: EntryId
  readonly authorId: PersonId | null
  readonly from: 'agent' | 'customer'
  readonly channel: ReplyChannel
  readonly text: string
  readonly at: number
  readonly attachments?: readonly Attachment[]
}

export function addReply(doc: Y.Doc, { id, attachments = [], ...reply }: NewReply): void {
  doc.getMap('replies').set(id, attachments.length > 0 ? { ...reply, attachments } : reply)
}

export interface NewNote {
  readonly id: EntryId
  readonly authorId: PersonId | null
  readonly text: string
  readonly at: number
  readonly attachments?: readonly Attachment[]
}

export function addNote(notesDoc: Y.Doc, { id, attachments = [], ...note }: NewNote): void {
  notesDoc.getMap('notes').set(id, attachments.length > 0 ? { ...note, attachments } : note)
}

interface Change {
  readonly field: string
  readonly from: FieldValue
  readonly to: FieldValue
  readonly settles?: boolean
}

function writeHistory(doc: Y.Doc, edit: Edit, { field, from, to, settles = false }: Change): void {
  const entry = { actorId: edit.actorId, at: edit.at, field, from, to }
  doc.getMap('history').set(edit.nextId(), settles ? { ...entry, settles } : entry)
}
