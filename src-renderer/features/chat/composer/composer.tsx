/** Where messages are written. The text is a draft: nothing that happens here loses it. */
import { Bold, Code, CornerUpLeft, Italic, SendHorizontal, X } from 'lucide-react'
import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react'
import type { MessageId } from '#shared/base/ids.ts'
import type { ChannelRow, MessageRow } from '#shared/contract/chat.ts'
import { runCommand } from '../../../state/commands.ts'
import { useDraft } from '../../../state/drafts.ts'
import { newId } from '../../../state/ids.ts'
import { usePeople } from '../../../state/people.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { IconButton, Kbd } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import { getComposer, setComposer, useComposer } from '../chat-state.ts'
import { channelTitle } from '../channels/channel-name.tsx'
import type { Format } from './format-text.ts'
import { isTooLong, LengthNote } from './length-note.tsx'
import { TextInput, type TextInputHandle } from './text-input.tsx'
import { TopicChip } from './topic-chip.tsx'
import './composer.css'

export interface ComposerHandle {
  readonly focus: () => void
}

export interface ComposerProps {
  readonly channel: ChannelRow
  /** Of what is loaded, to show what is being answered. */
  readonly rows: readonly MessageRow[]
  /** A message was sent: show the newest. */
  readonly onSend: () => void
  readonly onEditLast: () => void
  readonly onEscape: () => void
  readonly ref: Ref<ComposerHandle>
}

export function Composer({ channel, rows, onSend, onEditLast, onEscape, ref }: ComposerProps): ReactNode {
  const { t } = useChatText()
  const channelId = channel.key
  const draft = useDraft(`channel/${channelId}`)
  const { replyTo, topic } = useComposer(channelId)
  const input = useRef<TextInputHandle>(null)
  const title = channelTitle(channel)
  const focus = (): void => input.current?.focus()
  useImperativeHandle(ref, () => ({ focus }))
  // Nothing to read there: somebody who opens it wants to write.
  const isNew = channel.lastMessage === null
  useEffect(() => {
    if (isNew) input.current?.focus()
  }, [isNew, channelId])
  const canSend = draft.text.trim() !== '' && !isTooLong(draft.text)

  const send = async (): Promise<void> => {
    if (!canSend) return
    const context = getComposer(channelId)
    const newest = rows.at(-1)?.key ?? null
    const known = channel.lastMessage?.id ?? null
    setComposer(channelId, { replyTo: null })
    onSend()
    const result = await draft.send((text) =>
      runCommand('chat.send', {
        channelId,
        // After everything that is known here, so that the order holds where clocks differ.
        messageId: newId<MessageId>(newest !== null && (known === null || newest > known) ? newest : known),
        text: text.trimEnd(),
        topic: context.topic.trim() === '' ? null : context.topic.trim(),
        replyTo: context.replyTo,
      }),
    )
    if (result && !result.ok && getComposer(channelId).replyTo === null)
      setComposer(channelId, { replyTo: context.replyTo })
  }
  const escape = (): void => {
    if (replyTo === null) onEscape()
    else setComposer(channelId, { replyTo: null })
  }

  return (
    <section className="chat-composer" aria-label={t('composer.label', { channel: title })}>
      <div className="chat-input-frame">
        {replyTo === null ? null : (
          <ReplyNote
            message={rows.find(({ key }) => key === replyTo)}
            onCancel={() => setComposer(channelId, { replyTo: null })}
          />
        )}
        <TextInput
          ref={input}
          label={t('composer.label', { channel: title })}
          placeholder={t('composer.placeholder', { channel: title })}
          value={draft.text}
          onChange={draft.setText}
          onSubmit={() => void send()}
          onEscape={escape}
          onUpWhenEmpty={onEditLast}
          onBlur={draft.flush}
        />
        <div className="chat-foot">
          <FormatButton format="bold" icon={<Bold aria-hidden />} input={input} />
          <FormatButton format="italic" icon={<Italic aria-hidden />} input={input} />
          <FormatButton format="code" icon={<Code aria-hidden />} input={input} />
          <TopicChip channelId={channelId} topic={topic} onDone={focus} />
          <span className="chat-foot-space" />
          <LengthNote text={draft.text} />
          {draft.text === '' ? null : (
            <span className="chat-hint">
              <Kbd keys="Shift+Enter" /> {t('composer.newLine')}
            </span>
          )}
          <IconButton
            label={t('composer.send')}
            shortcut="Enter"
            size="small"
            className={canSend ? 'chat-send-ready' : 'chat-send'}
            icon={<SendHorizontal aria-hidden />}
            isDisabled={!canSend}
            onPress={() => {
              void send()
              focus()
            }}
          />
        </div>
      </div>
    </section>
  )
}

interface FormatButtonProps {
  readonly format: Format
  readonly icon: ReactNode
  readonly input: { readonly current: TextInputHandle | null }
}

function FormatButton({ format, icon, input }: FormatButtonProps): ReactNode {
  const { t } = useChatText()
  const keys = useShortcutKeys(`chat.${format}`)
  return (
    <IconButton
      label={t(`format.${format}`)}
      size="small"
      icon={icon}
      onPress={() => input.current?.format(format)}
      {...(keys === undefined ? {} : { shortcut: keys })}
    />
  )
}

function ReplyNote({
  message,
  onCancel,
}: {
  readonly message: MessageRow | undefined
  readonly onCancel: () => void
}): ReactNode {
  const { t } = useChatText()
  const author = usePeople().get(message?.authorId ?? ('' as never))
  return (
    <div className="chat-reply-note">
      <CornerUpLeft aria-hidden />
      <span className="chat-reply-name">
        {t('answering', { name: author?.name ?? t('common:unknownPerson') })}
      </span>
      <span className="ui-truncate">{message?.text}</span>
      <IconButton
        label={t('cancelReply')}
        shortcut="Escape"
        size="small"
        icon={<X aria-hidden />}
        onPress={onCancel}
      />
    </div>
  )
}
