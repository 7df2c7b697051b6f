/** An open channel: head, messages, composer. Put up anew for each channel. */
import { Pencil } from 'lucide-react'
import { useCallback, useRef, type ReactNode } from 'react'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { ContextToggle, ListToggle } from '../../app/area-layout.tsx'
import { navigate } from '../../state/navigation.ts'
import { parseRoute } from '../../state/routes.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { Banner, Button, IconButton, LinkOpener } from '../../ui/index.ts'
import { useChatText } from './chat-text.ts'
import { openChannelDialog } from './chat-state.ts'
import { setArchived } from './channels/channel-actions.ts'
import { ChannelSign } from './channels/channel-name.tsx'
import { Composer, type ComposerHandle } from './composer/composer.tsx'
import { MessageList, type MessageListHandle } from './messages/message-list.tsx'
import type { Visit } from './messages/use-jump.ts'
import { useMessageWindow } from './messages/use-message-window.ts'
import { useReading } from './messages/use-reading.ts'

export interface ChannelViewProps {
  readonly channel: ChannelRow
  /** The route that led here. */
  readonly visit: Visit
}

export function ChannelView({ channel, visit }: ChannelViewProps): ReactNode {
  const { t } = useChatText()
  const window = useMessageWindow(channel.key, visit.messageId ?? null)
  const reading = useReading(channel.key, visit.messageId ?? null, window)
  const list = useRef<MessageListHandle>(null)
  const composer = useRef<ComposerHandle>(null)
  const compose = useCallback(() => composer.current?.focus(), [])
  const { rows, meta } = window
  const isNew = (meta?.unread ?? 0) > 0 || reading.readUpTo !== null

  const markRead = (): void => {
    const loaded = meta?.hasNewer ? null : (rows.at(-1)?.key ?? null)
    const last = channel.lastMessage?.id ?? null
    reading.markAllRead(loaded !== null && (last === null || loaded > last) ? loaded : last)
    list.current?.showNewest()
  }
  useShortcuts('chat', [
    {
      action: 'chat.compose',
      keys: 'm',
      label: t('key.compose'),
      run: compose,
      when: () => !channel.archived,
    },
    {
      action: 'chat.markRead',
      keys: 'Escape',
      label: t('markRead'),
      run: markRead,
      when: () => isNew,
      isHiddenInPalette: true,
    },
  ])

  return (
    <LinkOpener value={openLink}>
      <div className="chat-view">
        <ChannelHead channel={channel} />
        <MessageList
          key={channel.key}
          ref={list}
          channel={channel}
          window={window}
          reading={reading}
          visit={visit}
          onCompose={compose}
        />
        {channel.archived ? (
          <div className="chat-archived">
            <Banner
              tone="info"
              title={t('archive.title')}
              actions={
                <Button size="small" onPress={() => setArchived(channel, false, t)}>
                  {t('archive.undo')}
                </Button>
              }
            >
              {t('archive.text')}
            </Banner>
          </div>
        ) : (
          <Composer
            ref={composer}
            channel={channel}
            rows={rows}
            onSend={() => {
              reading.dismissLine()
              list.current?.showNewest()
            }}
            onEditLast={() => list.current?.editLast()}
            onEscape={() => {
              if (isNew) markRead()
              else list.current?.focus()
            }}
          />
        )}
      </div>
    </LinkOpener>
  )
}

function ChannelHead({ channel }: { readonly channel: ChannelRow }): ReactNode {
  const { t } = useChatText()
  const { name, description, kind } = channel
  return (
    <header className="chat-bar chat-head">
      <ListToggle area="chat" />
      <ChannelSign channel={channel} />
      <h1 className="chat-head-name ui-truncate">{name}</h1>
      <span className="chat-head-description ui-truncate" title={description}>
        {description}
      </span>
      {kind === 'channel' ? (
        <IconButton
          label={t('editChannel')}
          icon={<Pencil aria-hidden />}
          onPress={() => openChannelDialog(channel.key)}
        />
      ) : null}
      <ContextToggle area="chat" />
    </header>
  )
}

/** Places in Outpost are gone to; the rest is the shell's to judge and open. */
function openLink(href: string): void {
  const route = href.startsWith('outpost:')
    ? parseRoute(href.slice('outpost:'.length).replace(/^\/+/, ''))
    : null
  if (route) navigate(route)
  else globalThis.open(href, '_blank', 'noopener,noreferrer')
}
