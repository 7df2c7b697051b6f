/**
 * The piece of a channel that is held in the window. It grows by pages towards where one scrolls, and slides once it
 * is large, so that a channel of any length costs the same; the engine sends only the difference.
 */
import { useCallback, useMemo, useState } from 'react'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import type { MessageRow, MessagesMeta } from '#shared/contract/chat.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { grow, isNearEdge, newestPage, pageAround, trimAtEnd, type MessagePage } from './message-page.ts'

export interface MessageWindow {
  readonly rows: readonly MessageRow[]
  readonly meta: MessagesMeta | undefined
  /** The rows answer the present page; until then they may be those of the page before, or none. */
  readonly isCurrent: boolean
  /** Why there may be nothing newer than what is shown. */
  readonly error: CallError | null
  /** Shows the newest messages. */
  readonly showNewest: () => void
  readonly showAround: (id: MessageId) => void
  /** To be told which rows are on the screen. */
  readonly onVisible: (first: number, last: number) => void
  /** To be told that the newest message is on the screen. */
  readonly onAtEnd: () => void
}

export function useMessageWindow(channelId: ChannelId, startAt: MessageId | null): MessageWindow {
  const [page, setPage] = useState<MessagePage>(() => (startAt === null ? newestPage : pageAround(startAt)))
  const { status, meta, rows, error, isPrevious } = useLiveQuery(
    'chat.messages',
    { channelId, ...page },
    { keepPrevious: `chat/${channelId}` },
  )
  const isCurrent = status !== 'loading' && !isPrevious

  const onVisible = useCallback(
    (first: number, last: number) => {
      if (!isCurrent || !meta || first < 0) return
      const edge = isNearEdge({ first, last, count: rows.length }, meta)
      if (edge !== null) setPage((current) => grow(current, edge, rows))
    },
    [isCurrent, meta, rows],
  )
  const showNewest = useCallback(() => setPage(newestPage), [])
  const showAround = useCallback((id: MessageId) => setPage(pageAround(id)), [])
  const onAtEnd = useCallback(() => setPage(trimAtEnd), [])
  return useMemo(
    () => ({ rows, meta, isCurrent, error, showNewest, showAround, onVisible, onAtEnd }),
    [rows, meta, isCurrent, error, showNewest, showAround, onVisible, onAtEnd],
  )
}
