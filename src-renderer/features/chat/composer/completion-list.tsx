import type { ReactNode } from 'react'
import { useChatText } from '../chat-text.ts'
import { Avatar } from '../../../ui/index.ts'

export interface Suggestion {
  readonly key: string
  readonly label: string
  readonly detail?: string
  /** What is put into the text. */
  readonly insert: string
  /** Drawn instead of an avatar. */
  readonly emoji?: string
}

export interface CompletionListProps {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  readonly activeIndex: number
  readonly onChoose: (suggestion: Suggestion) => void
  readonly onActive: (index: number) => void
}

/** The suggestions over the field. The focus stays in the field, whose keys move here. */
export function CompletionList({
  id,
  suggestions,
  activeIndex,
  onChoose,
  onActive,
}: CompletionListProps): ReactNode {
  const { t } = useChatText()
  return (
    <div id={id} className="chat-suggestions" role="listbox" aria-label={t('suggestions')}>
      {suggestions.map((suggestion, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          className="chat-suggestion"
          role="option"
          tabIndex={-1}
          aria-selected={index === activeIndex}
          onPointerMove={() => {
            if (index !== activeIndex) onActive(index)
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          {suggestion.emoji === undefined ? (
            <Avatar name={suggestion.label} size="small" />
          ) : (
            <span className="chat-emoji">{suggestion.emoji}</span>
          )}
          <span className="chat-suggestion-name">{suggestion.label}</span>
          {suggestion.detail ? (
            <span className="chat-suggestion-detail ui-truncate" dir="auto">
              {suggestion.detail}
            </span>
          ) : null}
        </div>
      ))}
    </div>
  )
}
