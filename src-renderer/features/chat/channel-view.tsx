/** An open channel: head, messages, composer. Put up anew for each channel. */
import { Pencil } from 'lucide-react'
import { memo, useCallback, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { MessageId } from '#shared/base/ids.ts'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { ContextToggle, ListToggle } from '../../app/area-layout.tsx'
import { OwnWindowButton } from '../../app/own-window.tsx'
import { errorSentence } from '../../state/error-sentence.ts'
import { i18n } from '../../state/i18n.ts'
import { offerServerLink } from '../../state/connecting.ts'
import { openLink } from '../../state/open-link.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { Banner, Button, IconButton, LinkOpener } from '../../ui/index.ts'
import { setArchived } from './channels/channel-actions.ts'
import { ChannelSign, useChannelAbout, type ChannelAbout } from './channels/channel-name.tsx'
import { openChannelDialog } from './chat-state.ts'
import { useChatText } from './chat-text.ts'
import { Composer, type ComposerHandle } from './composer/composer.tsx'
import { MessageList, type MessageListHandle } from './messages/message-list.tsx'
import type { Visit } from './messages/use-jump.ts'
import { useMessageWindow } from './messages/use-message-window.ts'
import { useReading } from './messages/use-reading.ts'
import { HereNow, TypingLine } from './presence/channel-presence.tsx'

export interface ChannelViewProps {
  readonly channel: ChannelRow
  /** The route that led here. */
  readonly visit: Visit
}

export function ChannelView({ channel, visit }: ChannelViewProps): ReactNode {
  const { t } = useChatText()
  const about = useChannelAbout(channel)
  const startAt = visit.messageId ?? null
  const window = useMessageWindow(channel.key, startAt)
  const reading = useReading(channel.key, startAt, window, channel.mentions)
  const list = useRef<MessageListHandle>(null)
  const composer = useRef<ComposerHandle>(null)
  const { rows, meta } = window
  const isNew = (meta?.unread ?? 0) + channel.mentions > 0 || reading.readUpTo !== null

  /** The newest message that is known here, be it loaded or not. */
  const newestId = useRef<MessageId | null>(null)
  useLayoutEffect(() => {
    newestId.current = later(
      channel.lastMessage?.id ?? null,
      meta?.hasNewer ? null : (rows.at(-1)?.key ?? null),
    )
  })
  const compose = useCallback(() => composer.current?.focus(), [])
  const getNewestId = useCallback(() => newestId.current, [])
  const editLast = useCallback(() => list.current?.editLast(), [])
  const { dismissLine, markAllRead } = reading
  const showSent = useCallback(() => {
    dismissLine()
    list.current?.showNewest()
  }, [dismissLine])
  const markRead = useCallback(() => {
    markAllRead(newestId.current)
    list.current?.showNewest()
  }, [markAllRead])
  const leaveComposer = useCallback(() => {
    if (isNew) markRead()
    list.current?.focus()
  }, [isNew, markRead])

  useShortcuts('chat', [
    {
      action: 'chat.compose',
      keys: 'm',
      label: t('key.compose'),
      run: compose,
      when: () => !about.archived,
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
    <LinkOpener value={openChatLink}>
      <div className="chat-view">
        <ChannelHead channel={about} />
        {window.error ? <Banner tone="danger" title={errorSentence(window.error, i18n)} /> : null}
        <MessageList
          ref={list}
          channel={about}
          window={window}
          reading={reading}
          visit={visit}
          onCompose={compose}
        />
        {about.archived ? (
          <ArchivedNote channel={about} />
        ) : (
          <>
            <TypingLine channelId={channel.key} />
            <Composer
              ref={composer}
              channel={about}
              isEmpty={channel.lastMessage === null}
              getNewestId={getNewestId}
              onSend={showSent}
              onEditLast={editLast}
              onEscape={leaveComposer}
            />
          </>
        )}
      </div>
    </LinkOpener>
  )
}

interface AboutProps {
  readonly channel: ChannelAbout
}

const ChannelHead = memo(function ChannelHead({ channel }: AboutProps): ReactNode {
  const { t } = useChatText()
  const { name, description, kind } = channel
  return (
    <header className="chat-bar chat-head">
      <ListToggle area="chat" />
      <ChannelSign channel={channel} />
      <h1 className="chat-head-name ui-truncate" dir="auto">
        {name}
      </h1>
      <span className="chat-head-description ui-truncate" dir="auto" title={description}>
        {description}
      </span>
      <HereNow channelId={channel.key} />
      {kind === 'channel' ? (
        <IconButton
          label={t('editChannel')}
          icon={<Pencil aria-hidden />}
          onPress={() => openChannelDialog(channel.key)}
        />
      ) : null}
      <OwnWindowButton route={{ area: 'chat', channelId: channel.key }} />
      <ContextToggle area="chat" />
    </header>
  )
})

function ArchivedNote({ channel }: AboutProps): ReactNode {
  const { t } = useChatText()
  return (
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
  )
}

function later(a: MessageId | null, b: MessageId | null): MessageId | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

/** An invite is asked about in a dialog, never followed. */
function openChatLink(href: string): void {
  if (!offerServerLink(href)) openLink(href)
}
