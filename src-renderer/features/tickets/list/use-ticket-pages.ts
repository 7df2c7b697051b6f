/**
 * The rows of a view: all of them by number, loaded only around what is on the screen. One live query, whose window
 * follows the scrolling; until its answer comes, the rows before stay.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TicketId } from '#shared/base/ids.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { TicketRow } from '#shared/contract/tickets.ts'
import { useLiveQuery } from '../../../state/live.ts'
import type { TicketsView } from '../../../state/routes.ts'
import type { RowRange } from '../../../ui/index.ts'
import { toFilter, viewKey, type ListSettings } from '../model/list-settings.ts'
import { pageWindow } from '../model/page-window.ts'
import { setCursor } from '../state/list-state.ts'

export interface TicketPages {
  /** Changes with everything that makes it another list: scrolling begins anew then. */
  readonly listKey: string
  readonly status: 'loading' | 'ready' | 'error'
  readonly error: CallError | null
  readonly total: number
  /** Undefined where it is not loaded. */
  rowAt(this: void, index: number): TicketRow | undefined
  /** -1 where it is not loaded, or not in this list. */
  indexOf(this: void, id: string): number
  setRange(this: void, range: RowRange): void
}

export function useTicketPages(view: TicketsView, settings: ListSettings): TicketPages {
  const listKey = `${viewKey(view)} ${JSON.stringify(settings)}`
  const [range, setRange] = useCoalescedRange(listKey)
  const { sort, direction } = settings
  const { status, meta, rows, error } = useLiveQuery(
    'ticket.list',
    { filter: toFilter(view, settings), sort, direction, ...pageWindow(range.first, range.last) },
    { keepPrevious: `tickets/${viewKey(view)}` },
  )
  const offset = meta?.offset ?? 0
  const total = meta?.total ?? 0
  const indexes = useMemo(
    () => new Map(rows.map((row, index) => [row.key as string, offset + index])),
    [rows, offset],
  )
  return useMemo(
    () => ({
      listKey,
      status,
      error,
      total,
      rowAt: (index) => rows[index - offset],
      indexOf: (id) => indexes.get(id) ?? -1,
      setRange,
    }),
    [listKey, status, error, total, rows, offset, indexes, setRange],
  )
}

/** Where a row stands, also for a moment after it has left the list: the next one takes its place. */
export function useLastIndex(pages: TicketPages, id: TicketId | null): { readonly current: number } {
  const last = useRef(-1)
  const index = id === null ? -1 : pages.indexOf(id)
  useEffect(() => {
    if (index >= 0) last.current = index
  }, [index])
  useEffect(() => {
    last.current = -1
  }, [pages.listKey])
  return last
}

/** The row under the keyboard left the list (it was solved, say): the keyboard goes on with the one in its place. */
export function useNextInPlace(
  pages: TicketPages,
  cursorId: TicketId | null,
  lastIndex: { readonly current: number },
): void {
  useEffect(() => {
    if (
      cursorId === null ||
      pages.status !== 'ready' ||
      pages.indexOf(cursorId) >= 0 ||
      lastIndex.current < 0
    )
      return
    // Undefined where one has only scrolled away from it.
    const next = pages.rowAt(Math.min(lastIndex.current, pages.total - 1))
    if (next) setCursor(next.key)
  }, [pages, cursorId, lastIndex])
}

/** At most one change a frame, and none of another list. */
function useCoalescedRange(listKey: string): readonly [RowRange, (range: RowRange) => void] {
  const [state, setState] = useState({ listKey, range: unknownRange })
  const waiting = useRef<RowRange | null>(null)
  const frame = useRef(0)
  useEffect(() => () => cancelAnimationFrame(frame.current), [listKey])
  const setRange = useCallback(
    (range: RowRange) => {
      if (range.first < 0) return
      waiting.current = range
      cancelAnimationFrame(frame.current)
      frame.current = requestAnimationFrame(() => {
        const next = waiting.current
        if (next) setState({ listKey, range: next })
      })
    },
    [listKey],
  )
  return [state.listKey === listKey ? state.range : unknownRange, setRange]
}

const unknownRange: RowRange = { first: -1, last: -1 }
