/** Going to a message or to the newest, also where it is not loaded yet; what was jumped to is lit for a moment. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { MessageId } from '#shared/base/ids.ts'
import type { VirtualListHandle } from '../../../ui/index.ts'
import type { MessageWindow } from './use-message-window.ts'

const flashMs = 1_800
const settleMs = 160

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
  /** Brings it into view, without a light on it. */
  readonly show: (id: MessageId) => void
  readonly toNewest: () => void
  /** The list stands where it was sent to. */
  readonly isSettled: () => boolean
  /** Calls `listener` when it has come to stand, until the returned function is called. */
  readonly onSettled: (listener: () => void) => () => void
}

export function useJump({ window, list, indexes, startAt }: JumpDeps): Jump {
  const [target, setTarget] = useState<{ readonly id: MessageId | 'newest'; readonly isLit: boolean } | null>(null)
  const [flashedId, setFlashedId] = useState<MessageId | null>(null)
  const { isCurrent, meta, showAround, showNewest } = window
  const [settling] = useState(createSettling)
  // Where it begins is a jump like any other.
  const hasRows = indexes.size > 0
  useLayoutEffect(() => {
    if (hasRows) settling.begin()
    return settling.end
  }, [hasRows, settling])

  const latest = useRef({ indexes, hasNewer: false })
  useLayoutEffect(() => {
    latest.current = { indexes, hasNewer: meta?.hasNewer ?? false }
  })

  const toMessage = useCallback(
    (id: MessageId) => {
      if (!latest.current.indexes.has(id)) showAround(id)
      setTarget({ id, isLit: true })
    },
    [showAround],
  )
  const show = useCallback((id: MessageId) => setTarget({ id, isLit: false }), [])
  const toNewest = useCallback(() => {
    if (latest.current.hasNewer) showNewest()
    setTarget({ id: 'newest', isLit: false })
  }, [showNewest])

  useLayoutEffect(() => {
    if (!target) return
    const isThere = target.id === 'newest' ? !latest.current.hasNewer : indexes.has(target.id)
    // The page that was asked for may not hold it: a message that is gone, or is not here yet.
    if (!isThere && !isCurrent) return
    if (isThere && target.id === 'newest') list.current?.scrollToEnd()
    if (isThere && target.id !== 'newest') {
      list.current?.scrollToKey(target.id, target.isLit ? 'center' : 'auto')
      if (target.isLit) setFlashedId(target.id)
    }
    settling.begin()
    setTarget(null)
  }, [target, indexes, isCurrent, list, settling])

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
  const { isSettled, onSettled } = settling
  return { flashedId, toMessage, show, toNewest, isSettled, onSettled }
}

/** Rows are measured as they are drawn, so that a jump takes some frames to find its place. */
function createSettling() {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    end,
    begin: (): void => {
      end()
      timer = setTimeout(() => {
        timer = undefined
        for (const listener of listeners) listener()
      }, settleMs)
    },
    isSettled: () => timer === undefined,
    onSettled: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
