/** A ticket in a window of its own. */
import type { ReactNode } from 'react'
import { AreaLayout } from '../../app/area-layout.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { useAreaRoute } from '../../state/navigation.ts'
import { useWindowTitle } from '../../state/view.ts'
import type { TicketId } from '#shared/base/ids.ts'
import { TicketDetail } from './detail/ticket-detail.tsx'
import { ticketLabel } from './model/ticket-names.ts'
import { PickerDialog } from './pickers/picker-dialog.tsx'
import { TicketProperties } from './properties/ticket-properties.tsx'
import { useOpenTicketShortcuts } from './ticket-shortcuts.ts'
import { useTargets } from './use-targets.ts'
// The bar's and the help's, which the list brings along elsewhere.
import './list/list.css'
import './list/ticket-row.css'
import './tickets.css'

export function TicketPlace(): ReactNode {
  const { ticketId, entryId } = useAreaRoute('tickets')
  const { pick, assignToMe } = useTargets(noRow, ticketId ?? null)
  useOpenTicketShortcuts({ isOpen: true, hasTarget: always, pick, assignToMe })
  if (ticketId === undefined) return null
  return (
    <>
      <Title ticketId={ticketId} />
      <AreaLayout
        area="tickets"
        detail={<TicketDetail ticketId={ticketId} entryId={entryId} onStep={null} />}
        context={<TicketProperties ticketId={ticketId} />}
      />
      <PickerDialog />
    </>
  )
}

function Title({ ticketId }: { readonly ticketId: TicketId }): null {
  const { meta: ticket } = useLiveQuery('ticket.get', { ticketId })
  useWindowTitle(ticket ? `${ticketLabel(ticket)} ${ticket.title}` : null)
  return null
}

const noRow = (): undefined => undefined
const always = (): boolean => true
