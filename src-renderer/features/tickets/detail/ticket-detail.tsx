/** An open ticket: title, state, the whole conversation, and the composer at its foot. */
import { FileQuestion } from 'lucide-react'
import { memo, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId, TicketId } from '#shared/base/ids.ts'
import { useSeenTicket } from '../../../state/attention.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { EmptyState } from '../../../ui/index.ts'
import { ClashBanner } from './clash-banner.tsx'
import { Composer } from './composer.tsx'
import { Conversation } from './conversation.tsx'
import type { TicketOpening } from './entry.tsx'
import { TicketHead } from './ticket-head.tsx'
import { TypingLine } from './ticket-presence.tsx'
import './detail.css'

export interface TicketDetailProps {
  readonly ticketId: TicketId
  /** To scroll to and to point out. */
  readonly entryId: EntryId | undefined
  /** To the next one of the list; null where there is none. */
  readonly onStep: ((by: 1 | -1) => void) | null
}

export const TicketDetail = memo(function TicketDetail({
  ticketId,
  entryId,
  onStep,
}: TicketDetailProps): ReactNode {
  const { t } = useTranslation('tickets')
  const { status, meta: ticket, rows } = useLiveQuery('ticket.get', { ticketId })
  const opening = useOpening(ticket)
  useSeenTicket(ticketId, ticket)
  if (status === 'loading' || ticket === undefined) return null
  if (ticket === null || opening === null) {
    return (
      <EmptyState icon={<FileQuestion aria-hidden />} title={t('empty.gone')} text={t('empty.goneText')} />
    )
  }
  return (
    <article className="ticket-detail" aria-label={ticket.title}>
      <TicketHead ticket={ticket} onStep={onStep} />
      {ticket.clash ? (
        <ClashBanner ticketId={ticketId} clash={ticket.clash} ownerId={ticket.ownerId} />
      ) : null}
      <Conversation opening={opening} entries={rows} entryId={entryId} />
      <TypingLine ticketId={ticketId} />
      <Composer
        ticketId={ticketId}
        customerName={ticket.customerName}
        lastEntryId={rows.at(-1)?.key ?? null}
      />
    </article>
  )
})

const none: Partial<TicketOpening> = {}

/** The same object until something of it changes, so that the conversation is not drawn again with every property. */
function useOpening(ticket: TicketOpening | null | undefined): TicketOpening | null {
  const { id, createdAt, createdBy = null, customerName = '', description = '' } = ticket ?? none
  return useMemo(
    () =>
      id === undefined || createdAt === undefined
        ? null
        : { id, createdAt, createdBy, customerName, description },
    [id, createdAt, createdBy, customerName, description],
  )
}
