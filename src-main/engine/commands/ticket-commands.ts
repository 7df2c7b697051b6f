import {
  asId,
  notesDocId,
  settingsDocId,
  ticketDocId,
  type EntryId,
  type SpaceId,
  type TicketId,
} from '#shared/base/ids.ts'
import { withoutUndefined } from '#shared/base/object.ts'
import { err, ok } from '#shared/base/result.ts'
import type { CommandParsed } from '#shared/contract/contract.ts'
import type { ticketCommands } from '#shared/contract/tickets.ts'
import { setSpaceSettings } from '#shared/model/settings/space-settings.ts'
import {
  addNote,
  addReply,
  createTicket,
  noteMove,
  setTag,
  setTicketFields,
  type Edit,
} from '#shared/model/ticket/edit-ticket.ts'
import type { EditableFields } from '#shared/model/ticket/ticket.ts'
import { findSpace } from '../projections/spaces.ts'
import { moveFiles, requireFiles, sendFiles } from './attachment-commands.ts'
import {
  newId,
  requireMe,
  requireSpace,
  type CommandContext,
  type CommandHandlers,
  type Handled,
  type Me,
} from './context.ts'
import { clearDraft } from './drafts.ts'
import { createQueue } from './workspace-commands.ts'

export const ticketHandlers: CommandHandlers<keyof typeof ticketCommands> = {
  'queue.create'(context, { queueId, name, description }) {
    const me = requireMe(context)
    if (!me.ok) return me
    if (findSpace(context.db, queueId)) return err({ type: 'already-exists', what: 'queue' })
    createQueue(context, queueId, { name, description })
    return ok()
  },
  'queue.update'(context, { queueId, ...changes }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const queue = requireSpace(context, me.value, queueId, ['queue'])
    if (!queue.ok) return queue
    context.documents.transact({ docId: settingsDocId(queueId), spaceId: queueId }, (doc) =>
      setSpaceSettings(doc, withoutUndefined(changes)),
    )
    return ok()
  },
  'ticket.create'(context, ticket) {
    return createTicketIn(context, ticket, 'ticket/new')
  },
  'ticket.update'(context, { ticketId, fields }) {
    return updateTickets(context, [ticketId], withoutUndefined(fields))
  },
  'ticket.updateMany'(context, { ticketIds, fields }) {
    return updateTickets(context, ticketIds, withoutUndefined(fields))
  },
  'ticket.tag'(context, { ticketId, tag, on }) {
    const place = requireTicket(context, ticketId)
    if (!place.ok) return place
    const { queueId, me } = place.value
    context.documents.transact({ docId: ticketDocId(ticketId), spaceId: queueId }, (doc) =>
      setTag(doc, tag, on, edit(context, me)),
    )
    return ok()
  },
  'ticket.move'(context, { ticketId, queueId }) {
    const place = requireTicket(context, ticketId)
    if (!place.ok) return place
    const { queueId: from, me } = place.value
    const queue = requireSpace(context, me, queueId, ['queue'])
    if (!queue.ok) return queue
    if (from === queueId) return ok()
    context.documents.transact({ docId: ticketDocId(ticketId), spaceId: from }, (doc) =>
      noteMove(doc, from, queueId, edit(context, me)),
    )
    const internal = internalSpaceOf(context, queueId)
    const internalBefore = internalSpaceOf(context, from)
    moveFiles(context, ticketId, from, queueId)
    if (internal && internalBefore) moveFiles(context, ticketId, internalBefore, internal)
    context.documents.relocate(ticketDocId(ticketId), queueId)
    // Who may not read notes there has none to take along.
    if (internal) context.documents.relocate(notesDocId(ticketId), internal)
    return ok()
  },
  'ticket.reply'(context, { ticketId, entryId, text, from, channel, state, attachments }) {
    const place = requireNewEntry(context, ticketId, entryId)
    if (!place.ok) return place
    const files = requireFiles(context, attachments)
    if (!files.ok) return files
    const { queueId, me } = place.value
    const authorId = from === 'agent' ? me.id : null
    context.documents.transact({ docId: ticketDocId(ticketId), spaceId: queueId }, (doc) => {
      const at = context.now()
      addReply(doc, { id: entryId, authorId, from, channel, text, at, attachments: files.value })
      if (state !== null) setTicketFields(doc, { state }, edit(context, me))
    })
    clearDraft(context, me, `reply/${ticketId}`)
    sendFiles(context, `reply/${ticketId}`, queueId, files.value)
    return ok()
  },
  'ticket.note'(context, note) {
    return writeNote(context, note, `note/${note.ticketId}`)
  },
}

/** Makes what is on a draft into a ticket: its text is taken off it, and of no other. */
export function createTicketIn(
  context: CommandContext,
  { ticketId, queueId, ...ticket }: CommandParsed<'ticket.create'>,
  draftKey: string,
): Handled {
  const me = requireMe(context)
  if (!me.ok) return me
  const queue = requireSpace(context, me.value, queueId, ['queue'])
  if (!queue.ok) return queue
  if (findQueueOf(context, ticketId)) return err({ type: 'already-exists', what: 'ticket' })
  const owner = requireOwner(context, ticket.ownerId)
  if (!owner.ok) return owner
  context.documents.transact({ docId: ticketDocId(ticketId), spaceId: queueId }, (doc) => {
    createTicket(doc, { ...ticket, state: 'new', pendingUntil: null }, edit(context, me.value))
  })
  clearDraft(context, me.value, draftKey)
  return ok()
}

/** The same for an internal note, with the draft's files. */
export function writeNote(
  context: CommandContext,
  { ticketId, entryId, text, attachments }: CommandParsed<'ticket.note'>,
  draftKey: string,
): Handled {
  const place = requireNewEntry(context, ticketId, entryId)
  if (!place.ok) return place
  const files = requireFiles(context, attachments)
  if (!files.ok) return files
  const { queueId, me } = place.value
  const internal = internalSpaceOf(context, queueId)
  if (!internal) return err({ type: 'no-access' })
  context.documents.transact({ docId: notesDocId(ticketId), spaceId: internal }, (doc) => {
    const at = context.now()
    addNote(doc, { id: entryId, authorId: me.id, text, at, attachments: files.value })
  })
  clearDraft(context, me, draftKey)
  sendFiles(context, draftKey, internal, files.value)
  return ok()
}

interface TicketPlace {
  readonly queueId: SpaceId
  readonly me: Me
}

export const edit = (context: CommandContext, me: Me): Edit => ({
  actorId: me.id,
  at: context.now(),
  nextId: () => newId<EntryId>(context),
})

function findQueueOf({ db }: CommandContext, ticketId: TicketId): SpaceId | null {
  return (db.value<string>('SELECT space_id FROM documents WHERE doc_id = ?', [ticketDocId(ticketId)]) ??
    null) as SpaceId | null
}

function internalSpaceOf({ db }: CommandContext, queueId: SpaceId): SpaceId | null {
  return (
    db.value<SpaceId>("SELECT space_id FROM spaces WHERE parent_id = ? AND kind = 'queue-internal'", [
      queueId,
    ]) ?? null
  )
}

export function requireTicket(context: CommandContext, ticketId: TicketId): Handled<TicketPlace> {
  const me = requireMe(context)
  if (!me.ok) return me
  const queueId = findQueueOf(context, ticketId)
  if (!queueId || !requireSpace(context, me.value, queueId, ['queue']).ok) {
    return err({ type: 'not-found', what: 'ticket' })
  }
  return ok({ queueId, me: me.value })
}

/** An entry is written once: the same id again is refused, not merged over what stands there. */
function requireNewEntry(
  context: CommandContext,
  ticketId: TicketId,
  entryId: EntryId,
): Handled<TicketPlace> {
  const place = requireTicket(context, ticketId)
  if (!place.ok) return place
  const exists = context.db.value('SELECT 1 FROM ticket_entries WHERE ticket_id = ? AND entry_id = ?', [
    ticketId,
    entryId,
  ])
  // The ticket's own id is that of its description.
  const isTaken = exists !== undefined || entryId === asId<EntryId>(ticketId)
  return isTaken ? err({ type: 'already-exists', what: 'entry' }) : place
}

export function requireOwner({ db }: CommandContext, ownerId: string | null | undefined): Handled {
  if (ownerId === null || ownerId === undefined) return ok()
  const exists = db.value('SELECT 1 FROM people WHERE person_id = ?', [ownerId])
  return exists === undefined ? err({ type: 'not-found', what: 'person' }) : ok()
}

function updateTickets(
  context: CommandContext,
  ticketIds: readonly TicketId[],
  fields: Partial<EditableFields>,
): Handled {
  const owner = requireOwner(context, fields.ownerId)
  if (!owner.ok) return owner
  for (const ticketId of new Set(ticketIds)) {
    const place = requireTicket(context, ticketId)
    if (!place.ok) return place
    const { queueId, me } = place.value
    context.documents.transact({ docId: ticketDocId(ticketId), spaceId: queueId }, (doc) =>
      setTicketFields(doc, fields, edit(context, me)),
    )
  }
  return ok()
}
