/**
 * Reading a channel: where it opens, where the line "New" stands, and what becomes read as it is seen. The line keeps
 * the place it had when one came; the marker follows the last message on the screen and never goes back by itself.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import { runCommand } from '../../../state/commands.ts'
import { markerBefore, nextReadMarker } from './read-position.ts'
import type { MessageWindow } from './use-message-window.ts'

const markAfterMs = 350

export interface Reading {
  /** The rows may be drawn: it is known where the list opens. */
  readonly isReady: boolean
  /** The line stands after this; null draws none. */
  readonly readUpTo: MessageId | null
  /** To be told of the last message on the screen. */
  readonly onSeen: (lastVisibleId: MessageId | null, isAtEnd: boolean) => void
  readonly markAllRead: (newestId: MessageId | null) => void
  readonly markUnreadFrom: (id: MessageId) => void
  /** Somebody who writes has seen what is there. */
  readonly dismissLine: () => void
}

/** @param mentions of me that are unread there: they may be more than what counts as unread */
export function useReading(
  channelId: ChannelId,
  startAt: MessageId | null,
  window: MessageWindow,
  mentions: number,
): Reading {
  const { meta, rows, isCurrent, showAround } = window
  const [opening, setOpening] = useState<'asking' | 'seeking' | 'ready'>('asking')
  const [readUpTo, setReadUpTo] = useState<MessageId | null>(null)
  const [isHeld, setHeld] = useState(false)
  const [knownUnread, setKnownUnread] = useState(0)
  const [isAway, setAway] = useState(false)
  const seen = useRef<MessageId | null>(null)

  const marker = meta?.readMarker ?? null
  const unread = meta?.unread ?? 0

  if (opening !== 'ready' && isCurrent && meta) {
    const first = rows[0]
    const isFarBack =
      unread > 0 && marker !== null && first !== undefined && first.key > marker && meta.hasOlder
    if (opening === 'asking' && isFarBack && startAt === null) {
      setOpening('seeking')
      showAround(marker)
    } else {
      setOpening('ready')
      setReadUpTo(unread > 0 ? marker : null)
      setKnownUnread(unread)
    }
  }
  // Something came while nobody looked: the line stands before it when they look again.
  if (opening === 'ready' && unread !== knownUnread) {
    setKnownUnread(unread)
    if (knownUnread === 0 && isAway) setReadUpTo(marker)
  }

  const mark = useCallback(() => {
    const isWatched = document.hasFocus() && document.visibilityState === 'visible'
    const upTo = nextReadMarker({
      lastVisibleId: seen.current,
      readMarker: marker,
      unread: unread + mentions,
      isWatched,
      isHeld,
    })
    if (upTo !== null) void runCommand('chat.markRead', { channelId, upTo }, { isSilent: true })
  }, [channelId, marker, unread, mentions, isHeld])

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const markSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(mark, markAfterMs)
  }, [mark])

  useEffect(() => {
    markSoon()
    const onFocus = (): void => {
      setAway(false)
      markSoon()
    }
    const onBlur = (): void => setAway(true)
    globalThis.window.addEventListener('focus', onFocus)
    globalThis.window.addEventListener('blur', onBlur)
    return () => {
      clearTimeout(timer.current)
      globalThis.window.removeEventListener('focus', onFocus)
      globalThis.window.removeEventListener('blur', onBlur)
    }
  }, [markSoon])
  // The area went behind another one, or came back (<Activity> ends effects and begins them anew).
  useEffect(() => () => setAway(true), [])

  const atEnd = useRef(true)
  const onSeen = useCallback(
    (lastVisibleId: MessageId | null, isAtEnd: boolean) => {
      seen.current = lastVisibleId
      if (atEnd.current !== isAtEnd) {
        atEnd.current = isAtEnd
        setAway(!isAtEnd || !document.hasFocus())
      }
      markSoon()
    },
    [markSoon],
  )
  const markAllRead = useCallback(
    (newestId: MessageId | null) => {
      setHeld(false)
      setReadUpTo(null)
      if (newestId !== null && (marker === null || newestId > marker)) {
        void runCommand('chat.markRead', { channelId, upTo: newestId })
      }
    },
    [channelId, marker],
  )
  const markUnreadFrom = useCallback(
    (id: MessageId) => {
      const upTo = markerBefore(id)
      setHeld(true)
      setReadUpTo(upTo)
      void runCommand('chat.markRead', { channelId, upTo })
    },
    [channelId],
  )
  const dismissLine = useCallback(() => {
    setHeld(false)
    setReadUpTo(null)
  }, [])
  const isReady = opening === 'ready'
  return useMemo(
    () => ({ isReady, readUpTo, onSeen, markAllRead, markUnreadFrom, dismissLine }),
    [isReady, readUpTo, onSeen, markAllRead, markUnreadFrom, dismissLine],
  )
}
