/** What VirtualList does besides drawing: report, follow, begin and stay. */
import type { ReactVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'

type ListVirtualizer = ReactVirtualizer<HTMLDivElement, HTMLDivElement>

/** Rows on the screen, both ends included; -1 when there are none. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

export function useRangeReport(
  range: { readonly startIndex: number; readonly endIndex: number } | null,
  count: number,
  report: ((range: RowRange) => void) | undefined,
): void {
  const first = count === 0 ? -1 : (range?.startIndex ?? -1)
  const last = count === 0 ? -1 : (range?.endIndex ?? -1)
  const onReport = useEffectEvent(() => report?.({ first, last }))
  useEffect(() => {
    onReport()
  }, [first, last, count])
}

/** When the keyboard moves, its row comes into view by the least scrolling. Not when only the rows around it change. */
export function useActiveRowInView(
  virtualizer: ListVirtualizer,
  activeKey: string | null,
  activeIndex: number,
): void {
  const show = useEffectEvent(() => {
    const row = activeIndex < 0 ? undefined : virtualizer.measurementsCache[activeIndex]
    // asking the browser to scroll costs a layout, so not for a row that is in full view
    if (row && !isInView(virtualizer, row)) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
  })
  useEffect(() => {
    show()
  }, [activeKey])
}

function isInView(
  virtualizer: ListVirtualizer,
  row: { readonly start: number; readonly end: number },
): boolean {
  const top = virtualizer.scrollOffset ?? 0
  return row.start >= top && row.end <= top + (virtualizer.scrollRect?.height ?? 0)
}

/** Where the list stands when it first has rows, and when it comes back. */
export function useStartPosition(
  virtualizer: ListVirtualizer,
  {
    isLog,
    isAtEnd,
    initialIndex,
  }: { readonly isLog: boolean; readonly isAtEnd: boolean; readonly initialIndex: number },
): void {
  const isPlaced = useRef(false)
  const isBack = useRef(false)
  const count = virtualizer.options.count
  useLayoutEffect(() => {
    if (isPlaced.current || count === 0) return
    isPlaced.current = true
    if (initialIndex >= 0 && !isBack.current) virtualizer.scrollToIndex(initialIndex, { align: 'start' })
    else if (isLog) virtualizer.scrollToEnd()
  }, [count, initialIndex, isLog, virtualizer])
  // A list that is taken off and put back (StrictMode, <Activity>) has lost its scrolling. The virtualizer brings back
  // a place in the middle; what was at the end goes to the end, and what had no place yet is placed anew.
  const onTakenOff = useEffectEvent(() => {
    const hasPlace = isLog && (virtualizer.scrollOffset ?? 0) > 0
    isPlaced.current = hasPlace && !isAtEnd
    isBack.current = hasPlace
  })
  useLayoutEffect(() => () => onTakenOff(), [])
}

/** Rows that a new width wraps anew are measured over some frames; until then where one stands says nothing. */
const resizeSettlesMs = 250

/** A growing composer takes height from the list, a narrower window makes rows taller: what was at the end stays there. */
export function useStayAtEndOnResize(
  virtualizer: ListVirtualizer,
  scroller: RefObject<HTMLDivElement | null>,
  isEnabled: boolean,
): void {
  useEffect(() => {
    const element = scroller.current
    if (!isEnabled || !element) return undefined
    let wasAtEnd = true
    let { clientHeight: height, clientWidth: width } = element
    let timer: ReturnType<typeof setTimeout> | undefined
    const note = (): void => {
      wasAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= 48
    }
    const onScroll = (): void => {
      if (timer === undefined) note()
    }
    const observer = new ResizeObserver(() => {
      if (element.clientHeight === height && element.clientWidth === width) return
      height = element.clientHeight
      width = element.clientWidth
      if (!wasAtEnd) return
      virtualizer.scrollToEnd()
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        note()
      }, resizeSettlesMs)
    })
    note()
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [virtualizer, scroller, isEnabled])
}
