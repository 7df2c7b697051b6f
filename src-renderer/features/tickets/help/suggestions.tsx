/** Tags and a queue that similar tickets have. One press takes one over; it can be taken back like any change. */
import { ArrowRightLeft, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketHelp, TicketRef } from '#shared/contract/help.ts'
import type { TicketDetail } from '#shared/contract/tickets.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useLiveRow } from '../../../state/live.ts'
import { Button } from '../../../ui/index.ts'
import { moveTickets, setTag } from '../actions.ts'
import { ticketLabel } from './ticket-label.ts'

const maxNamed = 3

export interface SuggestionsProps {
  readonly ticket: TicketDetail
  readonly help: TicketHelp
}

export function Suggestions({ ticket, help }: SuggestionsProps): ReactNode {
  const { t } = useTranslation('tickets')
  const queue = useLiveRow('ticket.queues', {}, help.queue?.value)
  const tags = help.tags.filter(({ value }) => !ticket.tags.includes(value))
  const hasQueue = queue !== null && queue.key !== ticket.queueId && !queue.archived
  if (tags.length === 0 && !hasQueue) return <p className="help-none">{t('help.noSuggestions')}</p>
  return (
    <ul className="help-list">
      {tags.map(({ value, because }) => (
        <li key={value} className="help-suggestion">
          <Button size="small" icon={<Plus aria-hidden />} onPress={() => void setTag([ticket], value, true)}>
            {t('help.addTag', { tag: value })}
          </Button>
          <Reason because={because} />
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
          <Reason because={help.queue?.because ?? []} />
        </li>
      ) : null}
    </ul>
  )
}

function Reason({ because }: { readonly because: readonly TicketRef[] }): ReactNode {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  if (because.length === 0) return null
  const names = formats.list(because.slice(0, maxNamed).map(ticketLabel))
  return (
    <span
      className="help-reason"
      title={because.map((each) => `${ticketLabel(each)} ${each.title}`).join('\n')}
    >
      {t('help.reason', { names })}
    </span>
  )
}
