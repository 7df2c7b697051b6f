import { SmilePlus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MessageRow } from '#shared/contract/chat.ts'
import { toggleReaction } from './message-actions.ts'
import { nameOf, type RowContext } from './row-context.ts'
import { pointBelow } from './toolbar.tsx'

/** Who reacted with what; a press joins in or takes one's own away. */
export function Reactions({
  message,
  context,
}: {
  readonly message: MessageRow
  readonly context: RowContext
}): ReactNode {
  const { t, formats, meId, actions } = context
  if (message.reactions.length === 0) return null
  return (
    <div className="chat-reactions">
      {message.reactions.map(({ emoji, personIds }) => {
        const isMine = meId !== null && personIds.includes(meId)
        const names = personIds.map((id) => (id === meId ? t('common:you') : nameOf(id, context)))
        const count = formats.number(personIds.length)
        const label = t('reactedBy', { emoji: `${emoji} ${count}`, names: formats.list(names) })
        return (
          <button
            key={emoji}
            type="button"
            className="chat-reaction"
            aria-pressed={isMine}
            aria-label={label}
            title={label}
            onClick={() => toggleReaction(message, emoji, meId)}
          >
            <span className="chat-emoji" aria-hidden>
              {emoji}
            </span>
            {count}
          </button>
        )
      })}
      <button
        type="button"
        className="chat-reaction chat-reaction-add"
        aria-label={t('react')}
        title={t('react')}
        onClick={(event) => actions.openReactions(message, pointBelow(event.currentTarget))}
      >
        <SmilePlus aria-hidden />
      </button>
    </div>
  )
}
