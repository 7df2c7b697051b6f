/** Which tickets a key acts on: the selection, else the open ticket, else the row under the keyboard. */
import type { TicketId } from '#shared/base/ids.ts'
import type { TicketRow } from '#shared/contract/tickets.ts'
import { peekMeta } from '../../state/live.ts'
import { useMe } from '../../state/people.ts'
import { readTickets, setOwner, type KnownTicket } from './actions.ts'
import { useListState } from './state/list-state.ts'
import { openPicker, type PickerKind } from './state/panel-state.ts'

export interface Targets {
  pick(this: void, kind: PickerKind): void
  assignToMe(this: void): void
}

/** @param rowOf the row of a ticket, where a list has it */
export function useTargets(
  rowOf: (id: TicketId) => TicketRow | undefined,
  activeId: TicketId | null,
): Targets {
  const me = useMe()

  /** @param isComplete all fields are wanted, not only those of the list */
  const withTargets = async (
    isComplete: boolean,
    act: (tickets: readonly KnownTicket[]) => void,
  ): Promise<void> => {
    const { selected } = useListState.getState()
    const ids = selected.size > 0 ? [...selected] : activeId === null ? [] : [activeId]
    const known = (id: TicketId): KnownTicket | undefined => {
      // An open ticket is ahead of its row: it shows a change before the engine has it.
      const open = peekMeta('ticket.get', { ticketId: id })
      if (open) return open
      const row = rowOf(id)
      return row && !isComplete ? { ...row, id } : undefined
    }
    const tickets = await readTickets(ids, known)
    if (tickets.length > 0) act(tickets)
  }

  return {
    pick: (kind) => void withTargets(kind === 'pending', (tickets) => openPicker(kind, tickets)),
    assignToMe: () => {
      if (me) void withTargets(false, (tickets) => void setOwner(tickets, me.key, me.name))
    },
  }
}
