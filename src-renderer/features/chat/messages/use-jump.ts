/** Going to a message or to the newest, also where it is not loaded yet; what was jumped to is lit for a moment. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { MessageId } from '#shared/base/ids.ts'
import type { VirtualListHandle } from '../../../ui/index.ts'
import type { MessageWindow } from './use-message-window.ts'

const flashMs = 1_800
const settleMs = 160

export interface JumpDeps {
  readonly window: MessageWindow
  readonly listRef: RefObject<VirtualListHandle | null>
  readonly indexes: ReadonlyMap<string, number>
  /** Where the route leads. Each new object is gone to, the same one only once. */
  readonly visit: Visit
}

export interface Visit {
  readonly messageId?: MessageId
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

export function useJump({ window, listRef, indexes, visit }: JumpDeps): Jump {
  const { isCurrent, meta, showAround, showNewest } = window
  const [flashedId, setFlashedId] = useState<MessageId | null>(null)
  const [{ begin, end, isSettled, onSettled }] = useState(createSettling)
  /** Gone to as soon as it is loaded. */
  const awaited = useRef<MessageId | 'newest' | null>(null)
  const latest = useRef({ indexes, hasNewer: false })

  const goNow = useCallback(
    (id: MessageId | 'newest', align: 'auto' | 'center') => {
      begin()
      if (id === 'newest') listRef.current?.scrollToEnd()
      else listRef.current?.scrollToKey(id, align)
    },
    [listRef, begin],
  )
  const goTo = useCallback(
    (id: MessageId) => {
      if (latest.current.indexes.has(id)) {
        goNow(id, 'center')
        return
      }
      awaited.current = id
      showAround(id)
    },
    [goNow, showAround],
  )
  const toMessage = useCallback(
    (id: MessageId) => {
      setFlashedId(id)
      goTo(id)
    },
    [goTo],
  )
  const show = useCallback((id: MessageId) => goNow(id, 'auto'), [goNow])
  const toNewest = useCallback(() => {
    if (!latest.current.hasNewer) {
      goNow('newest', 'auto')
      return
    }
    awaited.current = 'newest'
    showNewest()
  }, [goNow, showNewest])

  const hasNewer = meta?.hasNewer ?? false
  useLayoutEffect(() => {
    latest.current = { indexes, hasNewer }
    // Rows of the page before are no answer; a message that is gone, or is not here yet, is none either.
    if (awaited.current === null || !isCurrent) return
    goNow(awaited.current, 'center')
    awaited.current = null
  }, [indexes, hasNewer, isCurrent, goNow])

  // Where it begins is a jump like any other.
  const hasRows = indexes.size > 0
  useLayoutEffect(() => {
    if (hasRows) begin()
    return end
  }, [hasRows, begin, end])

  const [litVisit, setLitVisit] = useState<Visit | null>(null)
  if (visit !== litVisit) {
    setLitVisit(visit)
    if (visit.messageId !== undefined) setFlashedId(visit.messageId)
  }
  const doneVisit = useRef<Visit | null>(null)
  useEffect(() => {
    if (!hasRows || doneVisit.current === visit) return
    doneVisit.current = visit
    if (visit.messageId !== undefined) goTo(visit.messageId)
  }, [visit, hasRows, goTo])

  useEffect(() => {
    if (flashedId === null) return undefined
    const timer = setTimeout(() => setFlashedId(null), flashMs)
    return () => clearTimeout(timer)
  }, [flashedId])
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
