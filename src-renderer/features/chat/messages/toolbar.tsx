/** The buttons over the message under the pointer or the keyboard. Plain buttons: one such bar is made at each hover. */
import { CornerUpLeft, Ellipsis, Pencil, SmilePlus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MessageRow } from '#shared/contract/chat.ts'
import type { Point } from '../../../ui/index.ts'
import { quickReactions } from '../composer/emojis.ts'
import { toggleReaction } from './message-actions.ts'
import type { RowContext } from './row-context.ts'

export function Toolbar({
  message,
  context,
}: {
  readonly message: MessageRow
  readonly context: RowContext
}): ReactNode {
  const { t, meId, actions } = context
  const [first] = quickReactions
  return (
    <div className="chat-toolbar" role="toolbar" aria-label={t('messageActions')}>
      {first ? (
        <ToolButton
          label={t('reactWith', { emoji: first.char })}
          onPress={() => toggleReaction(message, first.char, meId)}
        >
          <span className="chat-emoji">{first.char}</span>
        </ToolButton>
      ) : null}
      <ToolButton label={t('react')} onPress={(at) => actions.openReactions(message, at)}>
        <SmilePlus aria-hidden />
      </ToolButton>
      <ToolButton label={t('reply')} onPress={() => actions.reply(message)}>
        <CornerUpLeft aria-hidden />
      </ToolButton>
      {message.authorId === meId ? (
        <ToolButton label={t('edit')} onPress={() => actions.edit(message)}>
          <Pencil aria-hidden />
        </ToolButton>
      ) : null}
      <ToolButton label={t('common:action.more')} onPress={(at) => actions.openMenu(message, at)}>
        <Ellipsis aria-hidden />
      </ToolButton>
    </div>
  )
}

interface ToolButtonProps {
  readonly label: string
  readonly onPress: (at: Point) => void
  readonly children: ReactNode
}

function ToolButton({ label, onPress, children }: ToolButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="ui-icon-button chat-tool"
      data-variant="ghost"
      data-size="small"
      aria-label={label}
      title={label}
      onClick={(event) => onPress(pointBelow(event.currentTarget))}
    >
      {children}
    </button>
  )
}

export function pointBelow(element: Element): Point {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left, y: bottom }
}
