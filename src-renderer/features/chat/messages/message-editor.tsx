/** A message being changed, in its place. What was changed and not saved is a draft like any other. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { MessageRow } from '#shared/contract/chat.ts'
import { runCommand } from '../../../state/commands.ts'
import { useDraft } from '../../../state/drafts.ts'
import { Button } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import { LengthNote, isTooLong } from '../composer/length-note.tsx'
import { TextInput, type TextInputHandle } from '../composer/text-input.tsx'

export function MessageEditor({
  message,
  onEnd,
}: {
  readonly message: MessageRow
  readonly onEnd: () => void
}): ReactNode {
  const { t } = useChatText()
  const draft = useDraft(`channel/${message.key}`)
  const input = useRef<TextInputHandle>(null)
  const [isEmptied, setEmptied] = useState(false)
  const { setText } = draft
  // The message's own text until something else was written. It stays the same while the draft is being read: a field
  // that changes under who has just selected all of it would join the old text and the new.
  const text = isEmptied || draft.text !== '' ? draft.text : message.text

  useLayoutEffect(() => input.current?.focusEnd(), [])

  const end = (): void => {
    setText('')
    draft.flush()
    onEnd()
  }
  const save = async (): Promise<void> => {
    const wanted = text.trim()
    if (wanted === '' || isTooLong(text)) return
    if (wanted === message.text.trim()) {
      end()
      return
    }
    const result = await runCommand('chat.edit', { messageId: message.key, text: text.trimEnd() })
    if (result.ok) end()
  }

  return (
    <div className="chat-editor">
      <div className="chat-input-frame">
        <TextInput
          ref={input}
          label={t('edit')}
          value={text}
          onChange={(next) => {
            setEmptied(next === '')
            setText(next)
          }}
          onSubmit={() => void save()}
          onEscape={end}
          onBlur={draft.flush}
        />
      </div>
      <div className="chat-editor-foot">
        <LengthNote text={text} />
        <span className="chat-hint">{t('editHint')}</span>
        <Button size="small" onPress={end}>
          {t('common:action.cancel')}
        </Button>
        <Button
          size="small"
          variant="primary"
          isDisabled={text.trim() === '' || isTooLong(text)}
          onPress={save}
        >
          {t('common:action.save')}
        </Button>
      </div>
    </div>
  )
}
