/** A dozen emojis at a point. Arrows move, Enter and the digits 1 to 9 choose, Esc closes. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog, Popover, useLocale } from 'react-aria-components'
import type { MessageRow } from '#shared/contract/chat.ts'
import type { Point } from '../../../ui/index.ts'
import { quickReactions } from '../composer/emojis.ts'
import { toggleReaction } from './message-actions.ts'
import type { RowContext } from './row-context.ts'

const columns = 6

export interface ReactionPickerProps {
  readonly message: MessageRow
  readonly at: Point
  readonly context: RowContext
  readonly onClose: () => void
}

export function ReactionPicker({ message, at, context, onClose }: ReactionPickerProps): ReactNode {
  const { t, meId } = context
  const anchor = useRef<HTMLSpanElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const flow = useLocale().direction === 'rtl' ? -1 : 1
  const choose = (emoji: string): void => {
    toggleReaction(message, emoji, meId)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])]
    const digit = /^[1-9]$/.test(event.key) ? quickReactions[Number(event.key) - 1] : undefined
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: flow,
      ArrowLeft: -flow,
      ArrowDown: columns,
      ArrowUp: -columns,
    }
    const step = steps[event.key]
    if (digit === undefined && step === undefined) return
    event.preventDefault()
    if (digit) choose(digit.char)
    else if (step) buttons[buttons.findIndex((button) => button === document.activeElement) + step]?.focus()
  }
  return (
    <>
      <span ref={anchor} className="ui-menu-point" style={{ left: at.x, top: at.y }} />
      <Popover
        className="ui-popover"
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <Dialog className="chat-picker" aria-label={t('react')}>
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the buttons are what is pressed */}
          <div className="chat-picker-grid" ref={grid} onKeyDown={onKeyDown}>
            {quickReactions.map(({ char, names }, index) => (
              <button
                key={char}
                type="button"
                className="chat-picker-emoji chat-emoji"
                title={`:${names[0] ?? ''}:`}
                aria-label={`${char} ${names[0] ?? ''}`}
                aria-pressed={message.reactions.some(
                  (reaction) => reaction.emoji === char && meId !== null && reaction.personIds.includes(meId),
                )}
                ref={index === 0 ? focusOnce : null}
                onClick={() => choose(char)}
              >
                {char}
              </button>
            ))}
          </div>
        </Dialog>
      </Popover>
    </>
  )
}

function focusOnce(element: HTMLButtonElement | null): void {
  // After the popover has found its place; focusing earlier would scroll the window to where it is not.
  if (element) requestAnimationFrame(() => element.focus({ preventScroll: true }))
}
