/**
 * A dozen emojis at a point, and all others by their names, in German and English. Arrows move, Enter and the digits 1 to 9
 * choose, letters search, Esc closes.
 */
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog, Popover, useLocale } from 'react-aria-components'
import type { MessageRow } from '#shared/contract/chat.ts'
import { currentLanguage } from '../../../state/i18n.ts'
import { usePreferences } from '../../../state/preferences.ts'
import { SearchField, type Point } from '../../../ui/index.ts'
import { emojiName, searchEmojis } from '../composer/emoji-search.ts'
import { quickReactions } from '../composer/emojis.ts'
import { useEmojis } from '../composer/use-emojis.ts'
import { toggleReaction } from './message-actions.ts'
import type { RowContext } from './row-context.ts'

const columns = 6
const maxFound = 24

export interface ReactionPickerProps {
  readonly message: MessageRow
  readonly at: Point
  readonly context: RowContext
  readonly onClose: () => void
}

export function ReactionPicker({ message, at, context, onClose }: ReactionPickerProps): ReactNode {
  const { t, meId } = context
  const [query, setQuery] = useState('')
  const all = useEmojis(true)
  const language = usePreferences(currentLanguage)
  const isSearching = query.trim() !== ''
  // The dozen by their names, too, as soon as these are there.
  const shown = isSearching ? searchEmojis(all, query, maxFound) : all.slice(0, quickReactions.length)
  const search = useRef<HTMLInputElement>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const flow = useLocale().direction === 'rtl' ? -1 : 1
  const choose = (emoji: string): void => {
    toggleReaction(message, emoji, meId)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // A letter begins a search, or goes on with it.
    if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      setQuery(query + event.key)
      search.current?.focus()
      return
    }
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])]
    const digit = /^[1-9]$/.test(event.key) ? shown[Number(event.key) - 1] : undefined
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
    else if (step) {
      const next = buttons.findIndex((button) => button === document.activeElement) + step
      if (next < 0 && step === -columns) search.current?.focus()
      else buttons[next]?.focus()
    }
  }
  const onSearchKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && isSearching) {
      event.preventDefault()
      if (shown[0]) choose(shown[0].char)
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      grid.current?.querySelector('button')?.focus()
    }
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
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the field is what is typed into */}
          <div onKeyDown={onSearchKeyDown}>
            <SearchField
              label={t('emoji.search')}
              placeholder={t('emoji.search')}
              value={query}
              onChange={setQuery}
              spellCheck="false"
              inputRef={search}
            />
          </div>
          <p
            role="status"
            className={isSearching && shown.length === 0 ? 'chat-picker-none' : 'ui-visually-hidden'}
          >
            {!isSearching
              ? ''
              : shown.length === 0
                ? t('emoji.none')
                : t('emoji.found', { count: shown.length })}
          </p>
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the buttons are what is pressed */}
          <div className="chat-picker-grid" ref={grid} onKeyDown={onKeyDown}>
            {shown.map((emoji, index) => (
              <button
                key={emoji.char}
                type="button"
                className="chat-picker-emoji chat-emoji"
                title={emojiName(emoji, language)}
                aria-label={`${emoji.char} ${emojiName(emoji, language)}`}
                aria-pressed={message.reactions.some(
                  (reaction) =>
                    reaction.emoji === emoji.char && meId !== null && reaction.personIds.includes(meId),
                )}
                ref={index === 0 && !isSearching ? focusOnce : null}
                onClick={() => choose(emoji.char)}
              >
                {emoji.char}
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
