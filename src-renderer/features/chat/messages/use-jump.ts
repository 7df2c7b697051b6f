/** Going to a message or to the newest, also where it is not loaded yet; what was jumped to is lit for a moment. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { MessageId } from '#shared/base/ids.ts'
import type { VirtualListHandle } from '../../../ui/index.ts'
import type { MessageWindow } from './use-message-window.ts'

const flashMs = 1_800

export interface JumpDeps {
  readonly window: MessageWindow
  readonly list: RefObject<VirtualListHandle | null>
  readonly indexes: ReadonlyMap<string, number>
  /** Where the route leads: gone to when it changes. */
  readonly startAt: MessageId | null
}

export interface Jump {
  readonly flashedId: MessageId | null
  readonly toMessage: (id: MessageId) => void
  readonly toNewest: () => void
}

export function useJump({ window, list, indexes, startAt }: JumpDeps): Jump {
  const [target, setTarget] = useState<{ readonly id: MessageId | 'newest'; readonly isQuiet: boolean } | null>(null)
  const [flashedId, setFlashedId] = useState<MessageId | null>(null)
  const { isCurrent, meta, showAround, showNewest } = window
  const latest = useRef({ indexes, hasNewer: false })
  useLayoutEffect(() => {
    latest.current = { indexes, hasNewer: meta?.hasNewer ?? false }
  })

  const toMessage = useCallback(
    (id: MessageId) => {
      if (!latest.current.indexes.has(id)) showAround(id)
      setTarget({ id, isQuiet: false })
    },
    [showAround],
  )
  const toNewest = useCallback(() => {
    if (latest.current.hasNewer) showNewest()
    setTarget({ id: 'newest', isQuiet: true })
  }, [showNewest])

  useLayoutEffect(() => {
    if (!target) return
    const isThere = target.id === 'newest' ? !latest.current.hasNewer : indexes.has(target.id)
    // The page that was asked for may not hold it: a message that is gone, or is not here yet.
    if (!isThere && !isCurrent) return
    if (isThere && target.id === 'newest') list.current?.scrollToEnd()
    if (isThere && target.id !== 'newest') {
      list.current?.scrollToKey(target.id, 'center')
      setFlashedId(target.id)
    }
    setTarget(null)
  }, [target, indexes, isCurrent, list])

  const shownStart = useRef<MessageId | null>(null)
  useEffect(() => {
    if (startAt !== null && startAt !== shownStart.current) toMessage(startAt)
    shownStart.current = startAt
  }, [startAt, toMessage])

  useEffect(() => {
    if (flashedId === null) return undefined
    const timer = setTimeout(() => setFlashedId(null), flashMs)
    return () => clearTimeout(timer)
  }, [flashedId])
  return { flashedId, toMessage, toNewest }
}
