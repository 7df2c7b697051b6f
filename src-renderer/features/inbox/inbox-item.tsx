import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxRow } from '#shared/contract/search.ts'
import { useLiveRow } from '../../state/live.ts'
import { usePerson } from '../../state/people.ts'
import { priorityNames } from '../../state/priority-names.ts'
import { Avatar, CountBadge, PriorityIcon, RelativeTime, StateBadge } from '../../ui/index.ts'

/** One thing that waits, in two lines. */
export const InboxItem = memo(function InboxItem({ row }: { readonly row: InboxRow }): ReactNode {
  return row.type === 'ticket' ? <TicketItem row={row} /> : <MessageItem row={row} />
})

type MessageRow = Extract<InboxRow, { readonly type: 'mention' | 'direct' }>
type TicketRow = Extract<InboxRow, { readonly type: 'ticket' }>

function MessageItem({ row }: { readonly row: MessageRow }): ReactNode {
  const { t } = useTranslation(['inbox', 'common', 'ui'])
  const author = usePerson(row.authorId)
  const channel = useLiveRow('chat.channels', {}, row.channelId)
  const authorName = author?.name ?? t('common:unknownPerson')
  // The last word in a direct conversation may be one's own: it is called by whom it is with.
  const name = row.type === 'direct' ? (channel?.name ?? authorName) : authorName
  return (
    <div className="inbox-item" data-type={row.type}>
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
    <div className="inbox-item" data-type="ticket">
      <span className="inbox-item-state">
        <StateBadge state={row.state} isIconOnly />
      </span>
      <span className="inbox-item-title">
        <span className="ui-truncate">{row.title}</span>
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
