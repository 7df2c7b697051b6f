/** Turns generated data into documents, through the same model functions that commands use. */
import type * as Y from 'yjs'
import { asId, type EntryId, type MessageId, type PersonId } from '#shared/base/ids.ts'
import { ulidTime, type UlidFactory } from '#shared/base/ulid.ts'
import type { ArticleNode } from '#shared/model/article/article.ts'
import { appendMessage, editMessage, setReaction } from '#shared/model/chat/chat.ts'
import { addNote, addReply, createTicket, setTicketFields } from '#shared/model/ticket/edit-ticket.ts'
import type { EditableFields, TicketPriority } from '#shared/model/ticket/ticket.ts'
import type { DemoBlock, DemoMessage, DemoTicket } from './types.ts'

export function buildSegment(
  doc: Y.Doc,
  messages: readonly DemoMessage[],
  mentionsIn: (text: string) => PersonId[],
): void {
  for (const message of messages) {
    const id = message.id as MessageId
    const at = ulidTime(id)
    appendMessage(doc, {
      id,
      authorId: message.authorId as PersonId,
      text: message.text,
      topic: message.topic,
      replyTo: message.replyTo as MessageId | null,
      mentions: mentionsIn(message.text),
      at,
    })
    if (message.editedText !== null) {
      const fiveMinutes = 300_000
      editMessage(doc, id, message.editedText, mentionsIn(message.editedText), at + fiveMinutes)
    }
    for (const { emoji, personIds } of message.reactions) {
      for (const personId of personIds) setReaction(doc, id, personId as PersonId, emoji, true)
    }
  }
}

/** The ticket as it was made, then every change of its history in turn. */
export function buildTicket(doc: Y.Doc, ticket: DemoTicket, ids: UlidFactory): void {
  const firstFrom = (field: string, fallback: string | number | null) =>
    ticket.history.find((event) => event.field === field)?.from ?? fallback
  createTicket(
    doc,
    {
      title: ticket.title,
      description: ticket.description,
      state: 'new',
      priority: toPriority(firstFrom('priority', ticket.priority)),
      ownerId: null,
      customerName: ticket.customer.name,
      customerEmail: ticket.customer.email,
      organisation: ticket.customer.organisation,
      pendingUntil: ticket.pendingUntil,
      tags: ticket.tags,
    },
    { actorId: ticket.createdBy as PersonId, at: ulidTime(ticket.id as EntryId) },
  )
  for (const event of ticket.history) {
    const changes = toChanges(event.field, event.to)
    if (!changes) continue
    let nextId = asId<EntryId>(event.id as EntryId)
    setTicketFields(doc, changes, {
      actorId: event.actorId as PersonId,
      at: event.at,
      nextId: () => {
        const id = nextId
        nextId = asId<EntryId>(ids.next(id))
        return id
      },
    })
  }
  for (const reply of ticket.replies) {
    const id = reply.id as EntryId
    addReply(doc, { ...reply, id, authorId: reply.authorId as PersonId | null, at: ulidTime(id) })
  }
}

export function buildNotes(doc: Y.Doc, ticket: DemoTicket): void {
  for (const note of ticket.notes) {
    const id = note.id as EntryId
    addNote(doc, { id, authorId: note.authorId as PersonId, text: note.text, at: ulidTime(id) })
  }
}

/** The generator counts priorities from the most urgent, tickets from the least. */
function toPriority(value: string | number | null): TicketPriority {
  return (5 - Number(value)) as TicketPriority
}

/** Null for what a ticket's document does not hold: the queue is the space that it lies in. */
function toChanges(field: string, to: string | number | null): Partial<EditableFields> | null {
  switch (field) {
    case 'state':
      return { state: to as EditableFields['state'] }
    case 'priority':
      return { priority: toPriority(to) }
    case 'ownerId':
      return { ownerId: to as PersonId | null }
    default:
      return null
  }
}

export function articleContent(blocks: readonly DemoBlock[]): ArticleNode[] {
  return blocks.map(blockToNode)
}

const text = (value: string): ArticleNode => ({ type: 'text', text: value, marks: [] })
const paragraph = (value: string): ArticleNode => ({ type: 'paragraph', children: [text(value)] })

function blockToNode(block: DemoBlock): ArticleNode {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', level: block.level, children: [text(block.text)] }
    case 'paragraph':
      return paragraph(block.text)
    case 'code':
      return { type: 'codeBlock', children: [text(block.text)] }
    case 'list':
      return {
        type: block.ordered ? 'orderedList' : 'bulletList',
        children: block.items.map((item) => ({ type: 'listItem', children: [paragraph(item)] })),
      }
    case 'table':
      return {
        type: 'table',
        children: block.rows.map((cells, row) => ({
          type: 'tableRow',
          children: cells.map((cell) => ({
            type: row === 0 ? 'tableHeader' : 'tableCell',
            children: [paragraph(cell)],
          })),
        })),
      }
  }
}
