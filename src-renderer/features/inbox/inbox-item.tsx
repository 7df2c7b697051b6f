import { AlarmClock, HandHelping } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxRow } from '#shared/contract/search.ts'
import { useLiveRow } from '../../state/live.ts'
import { usePerson } from '../../state/people.ts'
import { priorityNames } from '../../state/priority-names.ts'
import { untilWords } from '../../state/snooze.ts'
import { Avatar, CountBadge, PriorityIcon, RelativeTime, StateBadge } from '../../ui/index.ts'

/** One thing that waits, in two lines. */
export const InboxItem = memo(function InboxItem({ row }: { readonly row: InboxRow }): ReactNode {
  switch (row.type) {
    case 'ticket':
      return <TicketItem row={row} />
    case 'queue':
      return <NewTicketItem row={row} />
    case 'snoozed':
      return <SleepingItem row={row} />
    default:
      return <MessageItem row={row} />
  }
})

type MessageRow = Extract<InboxRow, { readonly type: 'mention' | 'direct' }>
type NewTicketRow = Extract<InboxRow, { readonly type: 'queue' }>
type SleepingRow = Extract<InboxRow, { readonly type: 'snoozed' }>
type TicketRow = Extract<InboxRow, { readonly type: 'ticket' }>

function MessageItem({ row }: { readonly row: MessageRow }): ReactNode {
  const { t } = useTranslation(['inbox', 'common', 'ui'])
  const author = usePerson(row.authorId)
  const channel = useLiveRow('chat.channels', {}, row.channelId)
  const authorName = author?.name ?? t('common:unknownPerson')
  // The last word in a direct conversation may be one's own: it is called by whom it is with.
  const name = row.type === 'direct' ? (channel?.name ?? authorName) : authorName
  return (
    <div className="inbox-item" data-opens="" data-type={row.type}>
      <Avatar name={name} size="medium" />
      <span className="inbox-item-title">
        {row.type === 'mention'
          ? t('mention', { name, channel: channel ? `#${channel.name}` : '…' })
          : t('direct', { name })}
        {row.type === 'direct' ? <CountBadge count={row.unread} isStrong /> : null}
      </span>
      <RelativeTime atMs={row.at} className="inbox-item-time" />
      <span className="inbox-item-text">{row.preview}</span>
    </div>
  )
}

function TicketItem({ row }: { readonly row: TicketRow }): ReactNode {
  const { t } = useTranslation(['inbox', 'common', 'ui'])
  return (
    <div className="inbox-item" data-opens="" data-type="ticket">
      <span className="inbox-item-state">
        <StateBadge state={row.state} isIconOnly />
      </span>
      <span className="inbox-item-title">
        <span className="ui-truncate" dir="auto">
          {row.title}
        </span>
        <PriorityIcon priority={priorityNames[row.priority]} />
      </span>
      <RelativeTime atMs={row.at} className="inbox-item-time" />
      <span className="inbox-item-text">
        {t('ticket', { number: row.number === null ? row.code : `#${row.number}` })} ·{' '}
        {t(`ui:state.${row.state}`)}
      </span>
    </div>
  )
}

function NewTicketItem({ row }: { readonly row: NewTicketRow }): ReactNode {
  const { t } = useTranslation('inbox')
  return (
    <div className="inbox-item" data-type="queue">
      <span className="inbox-item-state">
        <HandHelping aria-hidden />
      </span>
      <span className="inbox-item-title">
        <span className="ui-truncate">{row.title}</span>
        <PriorityIcon priority={priorityNames[row.priority]} />
      </span>
      <RelativeTime atMs={row.at} className="inbox-item-time" />
      <span className="inbox-item-text">
        {t('ticket', { number: row.number === null ? row.code : `#${row.number}` })} ·{' '}
        {t('queue', { queue: row.queueName })}
      </span>
    </div>
  )
}

function SleepingItem({ row }: { readonly row: SleepingRow }): ReactNode {
  const { t } = useTranslation('notifications')
  const isChannel = row.place.type === 'channel' && !row.place.isDirect
  return (
    <div className="inbox-item" data-type="snoozed">
      <span className="inbox-item-state">
        <AlarmClock aria-hidden />
      </span>
      <span className="inbox-item-title">
        <span className="ui-truncate">{isChannel ? `#${row.name}` : row.name}</span>
      </span>
      <span className="inbox-item-text">{t('snooze.until', { time: untilWords(row.until) })}</span>
    </div>
  )
}
