/** A ticket's values as buttons, each opening the picker for it. Rows in the context pane, chips in a narrow window. */
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '#shared/contract/tickets.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useLiveRow } from '../../../state/live.ts'
import { usePerson } from '../../../state/people.ts'
import { Avatar, Popover, PriorityIcon, StateBadge, TagChip } from '../../../ui/index.ts'
import { priorityNames } from '../model/ticket-names.ts'
import { TicketPicker } from '../pickers/ticket-picker.tsx'
import type { PickerKind } from '../state/panel-state.ts'

interface ValueProps {
  readonly ticket: TicketDetail
  /** Stands by itself, with a border. */
  readonly isChip?: boolean
}

export function StateButton({ ticket, isChip = false }: ValueProps): ReactNode {
  const { t } = useTranslation('tickets')
  return (
    <ValueButton kind="state" ticket={ticket} isChip={isChip} name={t('field.state')}>
      <StateBadge state={ticket.state} />
    </ValueButton>
  )
}

export function PriorityButton({ ticket, isChip = false }: ValueProps): ReactNode {
  const { t } = useTranslation('tickets')
  return (
    <ValueButton kind="priority" ticket={ticket} isChip={isChip} name={t('field.priority')}>
      <PriorityIcon priority={priorityNames[ticket.priority]} withLabel />
    </ValueButton>
  )
}

export function OwnerButton({ ticket, isChip = false }: ValueProps): ReactNode {
  const { t } = useTranslation('tickets')
  const owner = usePerson(ticket.ownerId)
  return (
    <ValueButton kind="assign" ticket={ticket} isChip={isChip} name={t('field.owner')}>
      {owner ? <Avatar name={owner.name} size="tiny" /> : <span className="ticket-nobody" aria-hidden />}
      <span className={owner ? 'ui-truncate' : 'property-none'}>{owner?.name ?? t('noOwner')}</span>
    </ValueButton>
  )
}

export function QueueButton({ ticket }: ValueProps): ReactNode {
  const { t } = useTranslation('tickets')
  const queue = useLiveRow('ticket.queues', {}, ticket.queueId)
  return (
    <ValueButton kind="queue" ticket={ticket} isChip={false} name={t('field.queue')}>
      <span className="ui-truncate" dir="auto">
        {queue?.name}
      </span>
    </ValueButton>
  )
}

export function TagsButton({ ticket }: ValueProps): ReactNode {
  const { t } = useTranslation('tickets')
  return (
    <ValueButton kind="tags" ticket={ticket} isChip={false} name={t('field.tags')}>
      {ticket.tags.length === 0 ? (
        <span className="property-none">{t('noTags')}</span>
      ) : (
        <span className="property-tags">
          {ticket.tags.map((tag) => (
            <TagChip key={tag} name={tag} />
          ))}
        </span>
      )}
    </ValueButton>
  )
}

export function PendingButton({ ticket }: ValueProps): ReactNode {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  const { pendingUntil } = ticket
  return (
    <ValueButton kind="pending" ticket={ticket} isChip={false} name={t('field.pendingUntil')}>
      {pendingUntil === null ? (
        <span className="property-none">{t('pending.none')}</span>
      ) : (
        <span title={formats.exact(pendingUntil)}>{formats.date(pendingUntil)}</span>
      )}
    </ValueButton>
  )
}

interface ValueButtonProps {
  readonly kind: PickerKind
  readonly ticket: TicketDetail
  readonly isChip: boolean
  /** What the value is of; read before the value. */
  readonly name: string
  readonly children: ReactNode
}

function ValueButton({ kind, ticket, isChip, name, children }: ValueButtonProps): ReactNode {
  const { t } = useTranslation('tickets')
  return (
    <Popover
      label={t(`picker.${kind}`)}
      className="ticket-picker-popover"
      trigger={
        <Button className={isChip ? 'property-chip' : 'property-value'}>
          <span className="ui-visually-hidden">{name}: </span>
          {children}
        </Button>
      }
    >
      {(close) => <TicketPicker kind={kind} tickets={[ticket]} onDone={close} />}
    </Popover>
  )
}
