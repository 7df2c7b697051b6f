/** The context pane of a ticket: its values, its customer, its dates. */
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketId } from '#shared/base/ids.ts'
import type { TicketDetail } from '#shared/contract/tickets.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { useMe, usePerson } from '../../../state/people.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { Button, Kbd, RelativeTime } from '../../../ui/index.ts'
import { changeTickets, setOwner } from '../actions.ts'
import { TicketHelp } from '../help/ticket-help.tsx'
import { LinkedArticles } from './linked-articles.tsx'
import { EditableLine } from './editable-line.tsx'
import {
  OwnerButton,
  PendingButton,
  PriorityButton,
  QueueButton,
  StateButton,
  TagsButton,
} from './property-buttons.tsx'
import './properties.css'

export const TicketProperties = memo(function TicketProperties({
  ticketId,
}: {
  readonly ticketId: TicketId
}): ReactNode {
  const { meta: ticket } = useLiveQuery('ticket.get', { ticketId })
  return ticket ? <Properties key={ticketId} ticket={ticket} /> : null
})

function Properties({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { t } = useTranslation('tickets')
  const creator = usePerson(ticket.createdBy)
  return (
    <div className="properties">
      <dl className="property-list">
        <Property name={t('field.state')} action="ticket.state">
          <StateButton ticket={ticket} />
        </Property>
        <Property name={t('field.priority')} action="ticket.priority">
          <PriorityButton ticket={ticket} />
        </Property>
        <Property name={t('field.owner')} action="ticket.assign">
          <OwnerButton ticket={ticket} />
          <AssignToMe ticket={ticket} />
        </Property>
        {ticket.state === 'pending' || ticket.pendingUntil !== null ? (
          <Property name={t('field.pendingUntil')}>
            <PendingButton ticket={ticket} />
          </Property>
        ) : null}
        <Property name={t('field.queue')}>
          <QueueButton ticket={ticket} />
        </Property>
        <Property name={t('field.tags')} action="ticket.tags">
          <TagsButton ticket={ticket} />
        </Property>
      </dl>
      <CustomerProperties ticket={ticket} />
      <dl className="property-list">
        <Property name={t('field.created')}>
          <span className="property-fixed">
            <RelativeTime atMs={ticket.createdAt} />
            {creator ? ` · ${creator.name}` : ''}
          </span>
        </Property>
        <Property name={t('field.updated')}>
          <span className="property-fixed">
            <RelativeTime atMs={ticket.updatedAt} />
          </span>
        </Property>
      </dl>
      <LinkedArticles ticketId={ticket.id} />
      <TicketHelp ticket={ticket} />
    </div>
  )
}

function Property(props: {
  readonly name: string
  /** The shortcut that changes it, shown while the pointer is here. */
  readonly action?: string
  readonly children: ReactNode
}): ReactNode {
  const keys = useShortcutKeys(props.action ?? '')
  return (
    <div className="property">
      <dt className="property-name">{props.name}</dt>
      <dd className="property-content">
        {props.children}
        {keys === undefined ? null : (
          <span className="property-keys" aria-hidden>
            <Kbd keys={keys} />
          </span>
        )}
      </dd>
    </div>
  )
}

function AssignToMe({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { t } = useTranslation('tickets')
  const me = useMe()
  if (!me || ticket.ownerId !== null) return null
  return (
    <Button size="small" variant="ghost" onPress={() => void setOwner([ticket], me.key, me.name)}>
      {t('action.assignToMe')}
    </Button>
  )
}

const customerFields = [
  { field: 'customerName', label: 'field.customerName', maxLength: 100, type: 'text' },
  { field: 'customerEmail', label: 'field.customerEmail', maxLength: 254, type: 'email' },
  { field: 'organisation', label: 'field.organisation', maxLength: 100, type: 'text' },
] as const

function CustomerProperties({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { t } = useTranslation('tickets')
  return (
    <section>
      <h2 className="property-heading">{t('field.customer')}</h2>
      <dl className="property-list">
        {customerFields.map(({ field, label, maxLength, type }) => (
          <Property key={field} name={t(label)}>
            <EditableLine
              label={`${t('field.customer')}: ${t(label)}`}
              value={ticket[field]}
              placeholder="–"
              maxLength={maxLength}
              type={type}
              onSave={(value) => void changeTickets([ticket], { [field]: value }, t('did.customer'))}
            />
          </Property>
        ))}
      </dl>
    </section>
  )
}
