/** Where messages are written. The text is a draft: nothing that happens here loses it. */
import { CornerUpLeft, X } from 'lucide-react'
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ReactNode,
  type Ref,
} from 'react'
import type { MessageId } from '#shared/base/ids.ts'
import { runCommand } from '../../../state/commands.ts'
import { useDraft } from '../../../state/drafts.ts'
import { useDraftFiles } from '../../../state/files.ts'
import { newId } from '../../../state/ids.ts'
import { usePerson } from '../../../state/people.ts'
import { useTypingSignal } from '../../../state/presence.ts'
import { AttachButton, DraftFiles, FileDrop, IconButton } from '../../../ui/index.ts'
import { channelTitle, type ChannelAbout } from '../channels/channel-name.tsx'
import { getComposer, setComposer, useComposer, type Answered } from '../chat-state.ts'
import { useChatText } from '../chat-text.ts'
import { FormatButtons, LineHint, SendButton } from './composer-foot.tsx'
import { isLengthShown, isTooLong, LengthNote } from './length-note.tsx'
import { TextInput, type TextInputHandle } from './text-input.tsx'
import { TopicChip } from './topic-chip.tsx'
import './composer.css'

export interface ComposerHandle {
  readonly focus: () => void
}

export interface ComposerProps {
  readonly channel: ChannelAbout
  /** Nothing was written there yet: somebody who opens it wants to write. */
  readonly isEmpty: boolean
  /** What a new message comes after, so that the order holds where clocks differ. */
  readonly getNewestId: () => MessageId | null
  /** A message is on its way: show the newest. */
  readonly onSend: () => void
  readonly onEditLast: () => void
  readonly onEscape: () => void
  readonly ref: Ref<ComposerHandle>
}

/** Draws again when its own text changes, not when messages come. */
export const Composer = memo(function Composer(props: ComposerProps): ReactNode {
  const { channel, isEmpty, getNewestId, onSend, onEditLast, onEscape, ref } = props
  const { t } = useChatText()
  const channelId = channel.key
  const draft = useDraft(`channel/${channelId}`)
  const { replyTo, topic } = useComposer(channelId)
  const input = useRef<TextInputHandle>(null)
  const title = channelTitle(channel)
  const focus = useCallback(() => input.current?.focus(), [])
  useImperativeHandle(ref, () => ({ focus }))
  useEffect(() => {
    if (isEmpty) input.current?.focus()
  }, [isEmpty, channelId])
  const typing = useTypingSignal(`space/${channelId}`)
  const files = useDraftFiles(`channel/${channelId}`)
  const isWritten = draft.text.trim() !== '' || files.ready.length > 0
  const canSend = isWritten && !files.isCopying && !isTooLong(draft.text)

  const send = async (): Promise<void> => {
    if (files.isCopying) files.tellCopying()
    if (!canSend) return
    typing.stop()
    const { replyTo: answered, topic: about } = getComposer(channelId)
    if (answered) setComposer(channelId, { replyTo: null })
    onSend()
    const result = await draft.send(
      (text) =>
        runCommand('chat.send', {
          channelId,
          messageId: newId<MessageId>(getNewestId()),
          text: text.trimEnd(),
          topic: about.trim() === '' ? null : about.trim(),
          replyTo: answered?.id ?? null,
          attachments: [...files.ready],
        }),
      { isEmptyOk: files.ready.length > 0 },
    )
    if (result && !result.ok && answered && getComposer(channelId).replyTo === null) {
      setComposer(channelId, { replyTo: answered })
    }
  }
  const latestSend = useRef(send)
  useLayoutEffect(() => {
    latestSend.current = send
  })
  const sendNow = useCallback(() => {
    void latestSend.current()
    input.current?.focus()
  }, [])
  const escape = (): void => {
    if (replyTo === null) onEscape()
    else setComposer(channelId, { replyTo: null })
  }

  return (
    <section className="chat-composer" aria-label={t('composer.label', { channel: title })}>
      <FileDrop className="chat-input-frame" onFiles={files.add}>
        {replyTo === null ? null : (
          <ReplyNote answered={replyTo} onCancel={() => setComposer(channelId, { replyTo: null })} />
        )}
        <TextInput
          ref={input}
          label={t('composer.label', { channel: title })}
          placeholder={t('composer.placeholder', { channel: title })}
          value={draft.text}
          onChange={(text) => {
            draft.setText(text)
            typing.type(text)
          }}
          onSubmit={() => void send()}
          onEscape={escape}
          onUpWhenEmpty={onEditLast}
          onBlur={() => {
            draft.flush()
            typing.stop()
          }}
        />
        <DraftFiles files={files.list} onRemove={files.remove} />
        <div className="chat-foot">
          <AttachButton onPress={files.choose} />
          <FormatButtons input={input} />
          <TopicChip channelId={channelId} topic={topic} onDone={focus} />
          <span className="chat-foot-space" />
          <LengthNote text={draft.text} />
          {draft.text === '' || isLengthShown(draft.text) ? null : <LineHint />}
          <SendButton canSend={canSend} onPress={sendNow} />
        </div>
      </FileDrop>
    </section>
  )
})

function ReplyNote(props: { readonly answered: Answered; readonly onCancel: () => void }): ReactNode {
  const { answered, onCancel } = props
  const { t } = useChatText()
  const author = usePerson(answered.authorId)
  return (
    <div className="chat-reply-note">
      <CornerUpLeft aria-hidden />
      <span className="chat-reply-name">
        {t('answering', { name: author?.name ?? t('common:unknownPerson') })}
      </span>
      <span className="ui-truncate" dir="auto">
        {answered.text}
      </span>
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
