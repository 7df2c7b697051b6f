/**
 * What can be done with tickets. Every change of fields and tags can be taken back: the values before are read from
 * what is on the screen, or asked for, then the change is sent. An open ticket shows it at once; lists and history
 * follow when the engine has it.
 */
import { withoutUndefined } from '#shared/base/object.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { PersonId, QueueId, TicketId } from '#shared/base/ids.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { QueueRow, TicketDetail, TicketRow } from '#shared/contract/tickets.ts'
import type { TicketPriority, TicketState } from '#shared/model/ticket/ticket.ts'
import { queryOnce, runCommand, undoable } from '../../state/commands.ts'
import { i18n } from '../../state/i18n.ts'
import { foresee } from '../../state/live.ts'
import { showToast } from '../../state/toasts.ts'
import { priorityNames } from './model/ticket-names.ts'
import { changeGroups, undoGroups, type Fields, type UpdateGroup } from './model/undo-groups.ts'

/** A ticket as far as the screen knows it: of the list, or opened. */
export type KnownTicket = Omit<TicketRow, 'key' | 'replyCount' | 'noteCount' | 'hasClash'> &
  Partial<Pick<TicketDetail, 'customerEmail' | 'pendingUntil'>> & { readonly id: TicketId }

/** Sets fields of tickets, and offers to take it back. */
export async function changeTickets(
  tickets: readonly KnownTicket[],
  change: Fields,
  label: string,
): Promise<void> {
  const before = tickets.map((ticket) => ({ id: ticket.id, fields: ticket }))
  const groups = changeGroups(before, change)
  if (groups.length === 0) return
  await undoable(
    label,
    () => runGroups(groups),
    () => runGroups(undoGroups(before, change)),
  )
}

export function setState(tickets: readonly KnownTicket[], state: TicketState): Promise<void> {
  const value = i18n.t(`ui:state.${state}`)
  return changeTickets(tickets, { state }, i18n.t('tickets:did.state', { count: tickets.length, value }))
}

export function setPriority(tickets: readonly KnownTicket[], priority: TicketPriority): Promise<void> {
  const value = i18n.t(`ui:priority.${priorityNames[priority]}`)
  return changeTickets(
    tickets,
    { priority },
    i18n.t('tickets:did.priority', { count: tickets.length, value }),
  )
}

/** @param name of the person, for the sentence; left out with nobody */
export function setOwner(
  tickets: readonly KnownTicket[],
  ownerId: PersonId | null,
  name = '',
): Promise<void> {
  const count = tickets.length
  const label =
    ownerId === null
      ? i18n.t('tickets:did.unassign', { count })
      : i18n.t('tickets:did.assign', { count, value: name })
  return changeTickets(tickets, { ownerId }, label)
}

/** Takes tickets to another queue, with their notes; taken back, each goes to where it came from. */
export async function moveTickets(
  tickets: readonly KnownTicket[],
  queue: Pick<QueueRow, 'key' | 'name'>,
): Promise<void> {
  const moving = tickets.filter(({ queueId }) => queueId !== queue.key)
  if (moving.length === 0) return
  const run = (target: (ticket: KnownTicket) => QueueId) => () =>
    firstError(
      moving.map((ticket) => runCommand('ticket.move', { ticketId: ticket.id, queueId: target(ticket) })),
    )
  await undoable(
    i18n.t('tickets:did.move', { count: moving.length, value: queue.name }),
    run(() => queue.key),
    run(({ queueId }) => queueId),
  )
}

export async function setTag(tickets: readonly KnownTicket[], tag: string, on: boolean): Promise<void> {
  const changing = tickets.filter((ticket) => ticket.tags.includes(tag) !== on)
  if (changing.length === 0) return
  const count = changing.length
  const label = on
    ? i18n.t('tickets:did.tag', { count, value: tag })
    : i18n.t('tickets:did.untag', { count, value: tag })
  const run = (value: boolean) => () =>
    firstError(changing.map(({ id }) => runCommand('ticket.tag', { ticketId: id, tag, on: value })))
  await undoable(label, run(on), run(!on))
}

/** What is known of the tickets; those that are not on the screen are asked for. */
export async function readTickets(
  ids: readonly TicketId[],
  known: (id: TicketId) => KnownTicket | undefined,
): Promise<readonly KnownTicket[]> {
  const found = await Promise.all(ids.map(async (id) => known(id) ?? (await askTicket(id))))
  return found.filter((ticket) => ticket !== null)
}

/** Copies a text, and says so. */
export async function copyText(text: string, label: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  showToast({ id: 'copied', tone: 'success', text: label })
}

async function askTicket(ticketId: TicketId): Promise<KnownTicket | null> {
  const result = await queryOnce('ticket.get', { ticketId })
  return result.ok ? result.value.meta : null
}

function runGroups(groups: readonly UpdateGroup[]): Promise<Result<void, CallError>> {
  return firstError(
    groups.map(async ({ ticketIds, fields }) => {
      const takeBack = ticketIds.map((ticketId) =>
        foresee('ticket.get', { ticketId }, (meta) => meta && { ...meta, ...withoutUndefined(fields) }),
      )
      const [only] = ticketIds
      const result =
        ticketIds.length === 1 && only !== undefined
          ? await runCommand('ticket.update', { ticketId: only, fields })
          : await runCommand('ticket.updateMany', { ticketIds, fields })
      if (!result.ok) for (const undo of takeBack) undo()
      return result
    }),
  )
}

async function firstError(
  calls: readonly Promise<Result<unknown, CallError>>[],
): Promise<Result<void, CallError>> {
  for (const result of await Promise.all(calls)) if (!result.ok) return result
  return ok()
}
