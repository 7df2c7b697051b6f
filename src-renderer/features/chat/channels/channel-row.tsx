import { PencilLine } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { useHasDraft } from '../../../state/drafts.ts'
import { navigate } from '../../../state/navigation.ts'
import { useMeId, usePerson } from '../../../state/people.ts'
import { CountBadge, RelativeTime } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import { isUnread } from './channel-sections.ts'
import { ChannelSign } from './channel-name.tsx'

export interface ChannelRowProps {
  readonly channel: ChannelRow
  readonly isOpen: boolean
  /** The one row of the list that Tab reaches. */
  readonly isTabStop: boolean
  readonly hasPreview: boolean
}

export const ChannelListRow = memo(function ChannelListRow(props: ChannelRowProps): ReactNode {
  const { channel, isOpen, isTabStop, hasPreview } = props
  const { t } = useChatText()
  const hasDraft = useHasDraft(`channel/${channel.key}`)
  const isNew = isUnread(channel)
  return (
    <button
      type="button"
      className="chat-channel"
      data-channel={channel.key}
      data-opens=""
      tabIndex={isTabStop ? 0 : -1}
      {...(isOpen ? { 'aria-current': 'page' as const } : {})}
      {...(isNew ? { 'data-unread': '' } : {})}
      {...(hasPreview ? { 'data-double': '' } : {})}
      onClick={() => navigate({ area: 'chat', channelId: channel.key })}
    >
      <span className="chat-channel-sign">
        <ChannelSign channel={channel} />
      </span>
      <span className="chat-channel-name ui-truncate" dir="auto">
        {channel.name}
      </span>
      <span className="chat-channel-marks">
        {hasDraft && !isOpen ? (
          <span className="chat-draft-mark" title={t('common:draft')}>
            <PencilLine aria-hidden />
            <span className="ui-visually-hidden">{t('common:draft')}</span>
          </span>
        ) : null}
        {channel.mentions > 0 && channel.kind === 'channel' ? (
          <span className="chat-mention-count">
            <span aria-hidden>@</span>
            <CountBadge
              count={channel.mentions}
              isStrong
              label={t('mentions', { count: channel.mentions })}
            />
          </span>
        ) : (
          <CountBadge count={channel.archived ? 0 : channel.unread} isStrong={channel.kind === 'direct'} />
        )}
      </span>
      {hasPreview ? <Preview channel={channel} /> : null}
    </button>
  )
})

function Preview({ channel }: { readonly channel: ChannelRow }): ReactNode {
  const { t } = useChatText()
  const meId = useMeId()
  const author = usePerson(channel.lastMessage?.authorId)
  if (!channel.lastMessage)
    return (
      <span className="chat-channel-preview ui-truncate" dir="auto">
        {channel.description}
      </span>
    )
  const { preview, authorId, sentAt } = channel.lastMessage
  const name = authorId === meId ? t('common:you') : (author?.name.split(' ')[0] ?? '')
  const isNamed = name !== '' && (channel.kind === 'channel' || authorId === meId)
  return (
    <span className="chat-channel-preview">
      <span className="ui-truncate" dir="auto">
        {isNamed ? t('previewBy', { name, text: preview }) : preview}
      </span>
      <RelativeTime atMs={sentAt} className="chat-channel-time" />
    </span>
  )
}
