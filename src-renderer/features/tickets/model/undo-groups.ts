/**
 * What takes a change of many tickets back: each gets the values it had. Tickets that had the same are one command, and
 * a command holds no more ids than the contract allows.
 */
import type { TicketId } from '#shared/base/ids.ts'
import type { EditableFields } from '#shared/model/ticket/ticket.ts'
import { maxRows } from './page-window.ts'

export type Fields = Partial<EditableFields>

export interface TicketBefore {
  readonly id: TicketId
  readonly fields: Fields
}

export interface UpdateGroup {
  readonly ticketIds: TicketId[]
  readonly fields: Fields
}

/** The tickets that a change would change, split so that each command fits. */
export function changeGroups(before: readonly TicketBefore[], change: Fields): UpdateGroup[] {
  const ids = before.filter((ticket) => differs(ticket.fields, change)).map((ticket) => ticket.id)
  return chunks(ids).map((ticketIds) => ({ ticketIds, fields: change }))
}

/** The commands that restore what the change changed. */
export function undoGroups(before: readonly TicketBefore[], change: Fields): UpdateGroup[] {
  const names = Object.keys(change) as (keyof EditableFields)[]
  const groups = new Map<string, { readonly ids: TicketId[]; readonly fields: Fields }>()
  for (const ticket of before) {
    if (!differs(ticket.fields, change)) continue
    const fields: Fields = Object.fromEntries(names.map((name) => [name, ticket.fields[name]]))
    const key = JSON.stringify(names.map((name) => fields[name]))
    const group = groups.get(key)
    if (group) group.ids.push(ticket.id)
    else groups.set(key, { ids: [ticket.id], fields })
  }
  return [...groups.values()].flatMap(({ ids, fields }) =>
    chunks(ids).map((ticketIds) => ({ ticketIds, fields })),
  )
}

function differs(before: Fields, change: Fields): boolean {
  return (Object.keys(change) as (keyof EditableFields)[]).some((name) => before[name] !== change[name])
}

function chunks<T>(items: readonly T[]): T[][] {
  const pieces: T[][] = []
  for (let start = 0; start < items.length; start += maxRows) pieces.push(items.slice(start, start + maxRows))
  return pieces
}
