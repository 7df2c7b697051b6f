/** Tags and a queue that similar tickets have. One press takes one over; it can be taken back like any change. */
import { ArrowRightLeft, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketName } from '#shared/contract/help.ts'
import type { TicketDetail } from '#shared/contract/tickets.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useLiveQuery, useLiveRow } from '../../../state/live.ts'
import { Button } from '../../../ui/index.ts'
import { moveTickets, setTag } from '../actions.ts'
import { ticketLabel } from './ticket-label.ts'

const maxNamed = 3

export function Suggestions({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { t } = useTranslation('tickets')
  const { status, meta, rows } = useLiveQuery('help.suggest', { ticketId: ticket.id })
  const queue = useLiveRow('ticket.queues', {}, meta?.queue?.queueId)
  if (status !== 'ready') return null
  const tags = rows.filter(({ key }) => !ticket.tags.includes(key))
  const hasQueue = queue !== null && queue.key !== ticket.queueId && !queue.archived
  if (tags.length === 0 && !hasQueue) return <p className="help-none">{t('help.noSuggestions')}</p>
  return (
    <ul className="help-list">
      {tags.map(({ key, from }) => (
        <li key={key} className="help-suggestion">
          <Button size="small" icon={<Plus aria-hidden />} onPress={() => void setTag([ticket], key, true)}>
            {t('help.addTag', { tag: key })}
          </Button>
          <Reason from={from} looked={meta?.looked ?? from.length} />
        </li>
      ))}
      {hasQueue ? (
        <li className="help-suggestion">
          <Button
            size="small"
            icon={<ArrowRightLeft aria-hidden />}
            onPress={() => void moveTickets([ticket], queue)}
          >
            {t('help.moveTo', { queue: queue.name })}
          </Button>
          <Reason from={meta?.queue?.from ?? []} looked={meta?.looked ?? 0} />
        </li>
      ) : null}
    </ul>
  )
}

interface ReasonProps {
  readonly from: readonly TicketName[]
  readonly looked: number
}

function Reason({ from, looked }: ReasonProps): ReactNode {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  return (
    <span className="help-reason" title={from.map((each) => `${ticketLabel(each)} ${each.title}`).join('\n')}>
      {t('help.reason', {
        count: looked,
        some: formats.number(from.length),
        names: formats.list(from.slice(0, maxNamed).map(ticketLabel)),
      })}
    </span>
  )
}
