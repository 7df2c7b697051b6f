import { Tag, X } from 'lucide-react'
import { memo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ChannelId } from '#shared/base/ids.ts'
import { useChatText } from '../chat-text.ts'
import { setComposer } from '../chat-state.ts'

const maxTopic = 100

export interface TopicChipProps {
  readonly channelId: ChannelId
  readonly topic: string
  readonly onDone: () => void
}

/** The topic of what is being written: a button to name one, a field while it is named, a chip from then on. */
export const TopicChip = memo(function TopicChip({ channelId, topic, onDone }: TopicChipProps): ReactNode {
  const { t } = useChatText()
  const [isOpen, setOpen] = useState(false)
  const set = (value: string): void => setComposer(channelId, { topic: value })
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    setOpen(false)
    onDone()
  }
  if (isOpen) {
    return (
      <input
        dir="auto"
        className="chat-topic-field"
        aria-label={t('channelTopic')}
        placeholder={t('channelTopic')}
        value={topic}
        maxLength={maxTopic}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by a press
        autoFocus
        onChange={(event) => set(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
    )
  }
  if (topic.trim() === '') {
    return (
      <button type="button" className="chat-foot-button" title={t('topicHint')} onClick={() => setOpen(true)}>
        <Tag aria-hidden />
        {t('channelTopic')}
      </button>
    )
  }
  return (
    <span className="chat-topic-chip">
      <button type="button" className="chat-topic" title={t('topicHint')} onClick={() => setOpen(true)}>
        <span className="ui-truncate" dir="auto">
          {topic}
        </span>
      </button>
      <button
        type="button"
        className="chat-topic-remove"
        aria-label={t('ui:remove', { name: topic })}
        onClick={() => set('')}
      >
        <X aria-hidden />
      </button>
    </span>
  )
})
