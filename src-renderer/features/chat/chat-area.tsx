/** The chat area: channels, the open one, and what is known about it. */
import { MessagesSquare } from 'lucide-react'
import { useCallback, type ReactNode } from 'react'
import type { ChannelId } from '#shared/base/ids.ts'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { AreaLayout } from '../../app/area-layout.tsx'
import { useLiveQuery, useLiveRow, useLiveSelect } from '../../state/live.ts'
import { navigate, useAreaRoute } from '../../state/navigation.ts'
import type { RouteOf } from '../../state/routes.ts'
import { useShortcutKeys, useShortcuts } from '../../state/shortcuts.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { useChatText } from './chat-text.ts'
import { ChannelView } from './channel-view.tsx'
import { markChannelRead } from './channels/channel-actions.ts'
import { AudienceDialog } from './channels/audience-dialog.tsx'
import { EraseDialog } from './messages/erase-dialog.tsx'
import { ChannelDialog } from './channels/channel-dialog.tsx'
import { ChannelList } from './channels/channel-list.tsx'
import { flatten, isUnread, neighbourOf, nextUnread, sectionsOf } from './channels/channel-sections.ts'
import { openChannelDialog, useChat } from './chat-state.ts'
import { ChannelContext } from './context/channel-context.tsx'
import './chat.css'

export function ChatArea(): ReactNode {
  const route = useAreaRoute('chat')
  const { channelId = null } = route
  const hasChannel = useLiveSelect(
    'chat.channels',
    {},
    useCallback(({ rows }) => rows.some(({ key }) => key === channelId), [channelId]),
  )
  return (
    <>
      <AreaLayout
        area="chat"
        list={<ChannelList openId={channelId} />}
        detail={<Detail visit={route} />}
        {...(hasChannel ? { context: <Context channelId={channelId} /> } : {})}
      />
      <ChannelDialog />
      <AudienceDialog />
      <EraseDialog />
      <ChannelKeys openId={channelId} />
    </>
  )
}

function Detail({ visit }: { readonly visit: RouteOf<'chat'> }): ReactNode {
  const { status, rows } = useLiveQuery('chat.channels', {})
  const channel = rows.find(({ key }) => key === visit.channelId)
  if (channel) return <ChannelView key={channel.key} channel={channel} visit={visit} />
  return (
    <NothingOpen
      isMissing={visit.channelId !== undefined && status === 'ready'}
      hasChannels={rows.length > 0 || status === 'loading'}
    />
  )
}

function Context({ channelId }: { readonly channelId: ChannelId | null }): ReactNode {
  const channel = useLiveRow('chat.channels', {}, channelId)
  return channel ? <ChannelContext channel={channel} /> : null
}

/** The keys that lead from channel to channel, wherever the focus is. */
function ChannelKeys({ openId }: { readonly openId: ChannelId | null }): ReactNode {
  const { t } = useChatText()
  const { rows } = useLiveQuery('chat.channels', {})
  const showsArchived = useChat((state) => state.showsArchived)
  const drawn = (): readonly ChannelRow[] => flatten(sectionsOf(rows, { showsArchived, openKey: openId }))
  const open = (channel: ChannelRow | null): void => {
    if (channel) navigate({ area: 'chat', channelId: channel.key })
  }
  useShortcuts('chat', [
    {
      action: 'chat.nextChannel',
      keys: 'Alt+ArrowDown',
      label: t('key.nextChannel'),
      run: () => open(neighbourOf(drawn(), openId, 1)),
      inTextFields: true,
    },
    {
      action: 'chat.previousChannel',
      keys: 'Alt+ArrowUp',
      label: t('key.previousChannel'),
      run: () => open(neighbourOf(drawn(), openId, -1)),
      inTextFields: true,
    },
    {
      action: 'chat.nextUnread',
      keys: 'Alt+Shift+ArrowDown',
      label: t('key.nextUnread'),
      run: () => open(nextUnread(drawn(), openId)),
      inTextFields: true,
    },
    {
      action: 'chat.newChannel',
      keys: 'Shift+N',
      label: t('newChannel'),
      run: () => openChannelDialog('new'),
    },
    {
      action: 'chat.markAllRead',
      keys: 'Shift+Escape',
      label: t('markAllRead'),
      run: () => rows.filter(isUnread).forEach(markChannelRead),
    },
  ])
  return null
}

function NothingOpen({
  isMissing,
  hasChannels,
}: {
  readonly isMissing: boolean
  readonly hasChannels: boolean
}): ReactNode {
  const { t } = useChatText()
  const newKeys = useShortcutKeys('chat.newChannel')
  const nextKeys = useShortcutKeys('chat.nextUnread')
  if (hasChannels) {
    return (
      <div className="chat-nothing">
        <EmptyState
          icon={<MessagesSquare aria-hidden />}
          title={isMissing ? t('missing.title') : t('choose.title')}
          text={isMissing ? t('missing.text') : t('choose.text')}
          {...(nextKeys === undefined || isMissing ? {} : { shortcut: nextKeys })}
        />
      </div>
    )
  }
  return (
    <div className="chat-nothing">
      <EmptyState
        icon={<MessagesSquare aria-hidden />}
        title={t('noChannels.title')}
        text={t('noChannels.text')}
        action={
          <Button variant="primary" onPress={() => openChannelDialog('new')}>
            {t('newChannel')}
          </Button>
        }
        {...(newKeys === undefined ? {} : { shortcut: newKeys })}
      />
    </div>
  )
}
