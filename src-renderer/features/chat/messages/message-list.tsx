/**
 * The messages of a channel: paged as one scrolls, at the newest while one is there. The pointer and the keys act on
 * one message, the active one, which also has the focus, so that a screen reader reads it.
 */
import { ArrowDown } from 'lucide-react'
import {
  memo,
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import type { MessageRow } from '#shared/contract/chat.ts'
import { useQuoteHighlight } from '../../../passages/use-quote-highlight.ts'
import { useMeId } from '../../../state/people.ts'
import { useQuoteAt } from '../../../state/quote.ts'
import { Button, VirtualList, type Point, type RowRange, type VirtualListHandle } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import { useChat } from '../chat-state.ts'
import { channelTitle, type ChannelAbout } from '../channels/channel-name.tsx'
import { estimateHeight } from './estimate-height.ts'
import { ChannelBeginning, NoMessages } from './list-ends.tsx'
import { MessageItem } from './message-item.tsx'
import { MessageMenu } from './message-menu.tsx'
import { firstUnreadAfter, placeMessages } from './message-rows.ts'
import { ReactionPicker } from './reaction-picker.tsx'
import { useJump, type Visit } from './use-jump.ts'
import { useMessageKeys } from './use-message-keys.ts'
import type { MessageWindow } from './use-message-window.ts'
import type { Reading } from './use-reading.ts'
import { useRowContext, type RowOverlay } from './use-row-context.ts'
import './messages.css'

export interface MessageListHandle {
  readonly showNewest: () => void
  /** Begins to edit my latest message that is loaded. False where there is none. */
  readonly editLast: () => boolean
  readonly focus: () => void
}

export interface MessageListProps {
  readonly channel: ChannelAbout
  readonly window: MessageWindow
  readonly reading: Reading
  /** The route that led here. */
  readonly visit: Visit
  /** To the composer: after choosing what to answer, and on Esc. */
  readonly onCompose: () => void
  readonly ref: Ref<MessageListHandle>
}

export const MessageList = memo(function MessageList(props: MessageListProps): ReactNode {
  const { channel, window, reading, visit, onCompose, ref } = props
  const { t } = useChatText()
  const { rows, meta, onVisible, onAtEnd } = window
  const { isReady, readUpTo, onSeen } = reading
  const meId = useMeId()
  const editingId = useChat((state) => state.editingId)
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<VirtualListHandle>(null)
  const [activeKey, setActiveKey] = useState<MessageId | null>(null)
  const [overlay, setOverlay] = useState<RowOverlay | null>(null)
  /** Null until the list has said so: rows around a message that one is led to are not to be let go before. */
  const [knownAtEnd, setAtEnd] = useState<boolean | null>(null)
  const isAtEnd = knownAtEnd === true

  const title = channelTitle(channel)
  const hasOlder = meta?.hasOlder ?? false
  const places = useMemo(
    () => (isReady ? placeMessages(rows, { readUpTo, meId, hasOlder }) : []),
    [isReady, rows, readUpTo, meId, hasOlder],
  )
  const indexes = useMemo(
    () => new Map(places.map(({ message }, index) => [message.key as string, index])),
    [places],
  )
  const hasNewer = meta?.hasNewer ?? false
  const isAtNewest = isAtEnd && !hasNewer
  const isAway = knownAtEnd === false || hasNewer
  const jump = useJump({ window, listRef: list, indexes, visit })
  useQuote(channel.key, root, visit, jump.toMessage)

  const focusMessage = useCallback((key: MessageId | null) => {
    setActiveKey(key)
    if (key !== null)
      requestAnimationFrame(() => elementOf(root.current, key)?.focus({ preventScroll: true }))
  }, [])
  const context = useRowContext({
    channelId: channel.key,
    onCompose,
    jumpTo: jump.toMessage,
    show: jump.show,
    focusMessage,
    setOverlay,
  })
  const { actions } = context
  const messageOf = (key: MessageId | null): MessageRow | null =>
    (key !== null && places[indexes.get(key) ?? -1]?.message) || null

  useMessageKeys({
    root,
    rows,
    active: messageOf(activeKey),
    context,
    pointOf: (key) => cornerOf(elementOf(root.current, key)),
    setActive: focusMessage,
    showNewest: jump.toNewest,
    markUnreadFrom: reading.markUnreadFrom,
    onCompose,
  })
  useImperativeHandle(ref, () => ({
    showNewest: jump.toNewest,
    editLast: () => {
      const last = rows.findLast(({ authorId, deletedAt }) => authorId === meId && deletedAt === null)
      if (last) actions.edit(last)
      return last !== undefined
    },
    focus: () => list.current?.focus(),
  }))

  const report = (range: RowRange, atEnd: boolean): void => {
    // While the list goes to its place it passes by rows that nobody wants more of.
    if (jump.isSettled()) onVisible(range.first, range.last)
    onSeen(rows[range.last]?.key ?? null, atEnd && !hasNewer)
  }
  const range = useRef<RowRange>({ first: -1, last: -1 })
  const reportAgain = useEffectEvent(() => report(range.current, isAtEnd))
  const { onSettled } = jump
  useEffect(() => onSettled(reportAgain), [onSettled])
  const isTrimmable = isAtNewest && isReady
  useLayoutEffect(() => {
    if (isTrimmable) onAtEnd()
  }, [isTrimmable, onAtEnd])

  const getKey = useCallback((index: number) => places[index]?.message.key ?? '', [places])
  const renderRow = useCallback(
    (index: number, { isActive }: { readonly isActive: boolean }) => {
      const place = places[index]
      if (!place) return null
      const { key } = place.message
      return (
        <>
          {index === 0 && !hasOlder ? (
            <ChannelBeginning name={title} description={channel.description} />
          ) : null}
          <MessageItem
            {...place}
            isActive={isActive}
            isFlashed={key === jump.flashedId}
            isEditing={key === editingId}
            context={context}
          />
        </>
      )
    },
    [places, jump.flashedId, editingId, context, hasOlder, title, channel.description],
  )
  const rowHeight = useCallback((index: number) => estimateHeight(places[index]), [places])
  const startKey = visit.messageId ?? (readUpTo === null ? null : firstUnreadAfter(rows, readUpTo, meId))
  const shown = messageOf(overlay?.messageId ?? null)

  const onBlur = (event: FocusEvent): void => {
    const next = event.relatedTarget instanceof Element ? event.relatedTarget : null
    if (next && !root.current?.contains(next) && !next.closest('.ui-popover')) setActiveKey(null)
  }
  const onFocus = (event: FocusEvent): void => {
    const key = event.target.closest<HTMLElement>('[data-message]')?.dataset['message']
    if (key !== undefined && key !== activeKey) setActiveKey(key as MessageId)
  }

  return (
    // The focus is only watched here; the rows and their buttons have it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="chat-messages" ref={root} onFocus={onFocus} onBlur={onBlur}>
      {isReady ? (
        <VirtualList
          ref={list}
          role="log"
          label={t('messagesIn', { channel: title })}
          count={places.length}
          getKey={getKey}
          renderRow={renderRow}
          rowHeight={rowHeight}
          isMeasured
          activeKey={activeKey}
          indexOf={(key) => indexes.get(key) ?? -1}
          followsEnd={!hasNewer}
          onRangeChange={(next) => {
            range.current = next
            report(next, isAtEnd)
          }}
          onAtEndChange={(next) => {
            setAtEnd(next)
            report(range.current, next)
          }}
          {...(startKey === null ? {} : { initialKey: startKey })}
          empty={<NoMessages canWrite={!channel.archived} />}
        />
      ) : null}
      {isReady && isAway ? (
        <Button className="chat-jump" size="small" icon={<ArrowDown aria-hidden />} onPress={jump.toNewest}>
          {(meta?.unread ?? 0) > 0 ? t('newBelow', { count: meta?.unread ?? 0 }) : t('jumpToLatest')}
        </Button>
      ) : null}
      {overlay && shown && overlay.type === 'menu' ? (
        <MessageMenu
          message={shown}
          at={overlay.at}
          context={context}
          onMarkUnread={() => reading.markUnreadFrom(shown.key)}
          onClose={() => setOverlay((current) => (current === overlay ? null : current))}
        />
      ) : null}
      {overlay && shown && overlay.type === 'reactions' ? (
        <ReactionPicker message={shown} at={overlay.at} context={context} onClose={() => setOverlay(null)} />
      ) : null}
    </div>
  )
})

/**
 * A quotation is marked in the messages that are drawn. Its route leads there; only where one is there already, and the
 * route stays as it is, it is led to from here.
 */
function useQuote(
  channelId: ChannelId,
  root: RefObject<Element | null>,
  visit: Visit,
  jumpTo: (id: MessageId) => void,
): void {
  useQuoteHighlight(root, `chat/${channelId}`)
  const quotes = useQuoteAt(`chat/${channelId}`)?.quotes
  const seen = useRef({ quotes, visit })
  useEffect(() => {
    const before = seen.current
    seen.current = { quotes, visit }
    const isAgain = quotes !== undefined && quotes !== before.quotes && visit === before.visit
    if (isAgain && visit.messageId !== undefined) jumpTo(visit.messageId)
  }, [quotes, visit, jumpTo])
}

function elementOf(root: Element | null, key: MessageId): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-message="${key}"]`) ?? null
}

function cornerOf(element: Element | null): Point {
  const { left = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {}
  return { x: left + 64, y: bottom }
}
