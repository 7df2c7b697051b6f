/**
 * A list that may have 100,000 rows: only those near the window are in the document.
 *
 * Three manners, by `role`: `listbox` (one tab stop, arrows and Enter, the caller's j/k move `activeKey`), `list` (rows
 * hold their own controls) and `log` (chat: starts and stays at the end; older rows put in front do not move what is
 * being read). Rows are told apart by key, so keep `getKey` and `renderRow` stable (useCallback) while data is the same.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import {
  memo,
  useCallback,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { classNames } from '../class-names.ts'
import { indexOfKey, nextIndexForKey } from './list-movement.ts'
import {
  useActiveRowInView,
  useRangeReport,
  useStartPosition,
  useStayAtEndOnResize,
  type RowRange,
} from './virtual-list-effects.ts'
import './virtual-list.css'

export type { RowRange }

export interface VirtualListHandle {
  /** False if no row has the key (it may lie outside the loaded window). */
  readonly scrollToKey: (key: string, align?: 'auto' | 'start' | 'center' | 'end') => boolean
  readonly scrollToEnd: () => void
  readonly isAtEnd: () => boolean
  readonly focus: () => void
}

export interface VirtualListProps {
  /** The accessible name. */
  readonly label: string
  readonly role: 'listbox' | 'list' | 'log'
  /** All rows, loaded or not. */
  readonly count: number
  readonly getKey: (index: number) => string
  /** Rows are drawn again when this function changes: useCallback over the data that it shows. */
  readonly renderRow: (index: number, row: { readonly isActive: boolean }) => ReactNode
  /** Pixels; exact unless `isMeasured`, then the first guess. */
  readonly rowHeight: number | ((index: number) => number)
  /** Rows have the height of their content. */
  readonly isMeasured?: boolean
  /** The row the keyboard is on. It is brought into view when it changes. */
  readonly activeKey?: string | null
  /** Arrow keys and clicks. */
  readonly onActiveChange?: (index: number, key: string) => void
  /** Enter, and a click on a row (after onActiveChange). */
  readonly onOpen?: (index: number, key: string) => void
  /** Faster than the search through all keys that is made otherwise. -1 if there is none. */
  readonly indexOf?: (key: string) => number
  /** Which rows are on the screen, to page the window of loaded rows. */
  readonly onRangeChange?: (range: RowRange) => void
  /** Only `log`: whether the newest row is in view, for "jump to latest" and for read marks. Said first once it is known. */
  readonly onAtEndChange?: (isAtEnd: boolean) => void
  /** Only `log`: false while the last row is not the newest, so that rows that are loaded after it do not pull the view along. */
  readonly followsEnd?: boolean
  /** The row to begin at instead of the start or, in a `log`, the end: the unread line. */
  readonly initialKey?: string
  /** Above the first row, scrolling with it. */
  readonly before?: ReactNode
  /** Shown instead of rows when count is 0. */
  readonly empty?: ReactNode
  readonly className?: string
  readonly ref?: Ref<VirtualListHandle>
}

const nearEndPx = 48

export function VirtualList(props: VirtualListProps): ReactNode {
  const {
    label,
    role,
    count,
    getKey,
    renderRow,
    rowHeight,
    isMeasured = false,
    activeKey = null,
    ref,
  } = props
  const isLog = role === 'log'
  const scroller = useRef<HTMLDivElement>(null)
  /** Null until the list stands somewhere. */
  const [knownAtEnd, setAtEnd] = useState<boolean | null>(null)
  const isAtEnd = knownAtEnd ?? isLog
  const idPrefix = useId()

  const findIndex = (key: string): number => props.indexOf?.(key) ?? indexOfKey(key, count, getKey)
  const activeIndex = activeKey === null ? -1 : findIndex(activeKey)

  // the active row stays in the document, so that aria-activedescendant always names something
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range)
      if (activeIndex < 0 || activeIndex >= range.count || indexes.includes(activeIndex)) return indexes
      return [...indexes, activeIndex].sort((a, b) => a - b)
    },
    [activeIndex],
  )

  // eslint-disable-next-line react-hooks/incompatible-library -- there is no React Compiler here
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    getItemKey: getKey,
    getScrollElement: () => scroller.current,
    estimateSize: typeof rowHeight === 'number' ? () => rowHeight : rowHeight,
    overscan: 8,
    // Rows in the first drawing: without a size there would be a second one for them. A log begins at its end, which only
    // the real size tells.
    ...(isLog ? {} : { initialRect: { width: innerWidth, height: innerHeight } }),
    rangeExtractor,
    directDomUpdates: true,
    useFlushSync: false,
    anchorTo: isLog ? 'end' : 'start',
    followOnAppend: isLog && (props.followsEnd ?? true),
    scrollEndThreshold: nearEndPx,
    onChange: (instance) => {
      if (!isLog) return
      const next = instance.isAtEnd(nearEndPx)
      if (next === knownAtEnd) return
      setAtEnd(next)
      props.onAtEndChange?.(next)
    },
  })

  const rows = virtualizer.getVirtualItems()
  useRangeReport(virtualizer.range, count, props.onRangeChange)
  useActiveRowInView(virtualizer, activeKey, activeIndex)
  const initialIndex = props.initialKey === undefined ? -1 : findIndex(props.initialKey)
  useStartPosition(virtualizer, { isLog, isAtEnd, initialIndex })
  useStayAtEndOnResize(virtualizer, scroller, isLog)

  useImperativeHandle(ref, () => ({
    scrollToKey: (key, align = 'auto') => {
      const index = findIndex(key)
      if (index >= 0) virtualizer.scrollToIndex(index, { align })
      return index >= 0
    },
    scrollToEnd: () => {
      virtualizer.scrollToEnd()
    },
    isAtEnd: () => virtualizer.isAtEnd(nearEndPx),
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }))

  const isListbox = role === 'listbox'
  return (
    <div
      ref={scroller}
      className={classNames('ui-virtual-list', props.className)}
      {...(isListbox ? {} : { tabIndex: 0 })}
      {...containerProps()}
    >
      {props.before}
      {count === 0 ? props.empty : null}
      <div ref={virtualizer.containerRef} className="ui-virtual-rows" role={isLog ? 'list' : 'presentation'}>
        {rows.map((row) => (
          <VirtualRow
            key={row.key}
            id={`${idPrefix}-${row.key}`}
            index={row.index}
            count={count}
            role={isListbox ? 'option' : 'listitem'}
            isActive={row.index === activeIndex}
            heightPx={isMeasured ? undefined : row.size}
            measure={virtualizer.measureElement}
            renderRow={renderRow}
          />
        ))}
      </div>
    </div>
  )

  function containerProps() {
    if (!isListbox) return { role, 'aria-label': label, ...(isLog ? logProps() : {}) }
    const isActiveDrawn = rows.some((row) => row.index === activeIndex)
    return {
      role,
      'aria-label': label,
      tabIndex: 0,
      ...(isActiveDrawn ? { 'aria-activedescendant': `${idPrefix}-${getKey(activeIndex)}` } : {}),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Enter' && activeIndex >= 0) {
          event.preventDefault()
          props.onOpen?.(activeIndex, getKey(activeIndex))
          return
        }
        const pageRows = Math.max(
          1,
          (virtualizer.range?.endIndex ?? 0) - (virtualizer.range?.startIndex ?? 0) - 1,
        )
        const next = nextIndexForKey(event.key, { activeIndex, count, pageRows })
        if (next === undefined) return
        event.preventDefault()
        props.onActiveChange?.(next, getKey(next))
      },
      onClick: (event: MouseEvent) => {
        const index = rowIndexOf(event.target)
        if (index === undefined || index >= count) return
        props.onActiveChange?.(index, getKey(index))
        props.onOpen?.(index, getKey(index))
      },
    }
  }

  /** Only what arrives at the end is read out, never what scrolling brings in. */
  function logProps() {
    return {
      'aria-live': isAtEnd ? ('polite' as const) : ('off' as const),
      'aria-relevant': 'additions' as const,
    }
  }
}

interface VirtualRowProps {
  readonly id: string
  readonly index: number
  readonly count: number
  readonly role: 'option' | 'listitem'
  readonly isActive: boolean
  /** Undefined: as high as its content. */
  readonly heightPx: number | undefined
  readonly measure: (element: HTMLDivElement | null) => void
  readonly renderRow: VirtualListProps['renderRow']
}

/** Drawn again only when it is another row, or becomes or ceases to be the active one. */
const VirtualRow = memo(function VirtualRow(props: VirtualRowProps): ReactNode {
  const { id, index, count, role, isActive, heightPx, measure, renderRow } = props
  return (
    <div
      ref={measure}
      data-index={index}
      id={id}
      role={role}
      aria-setsize={count}
      aria-posinset={index + 1}
      className="ui-virtual-row"
      {...(role === 'option' ? { 'aria-selected': isActive } : {})}
      {...(isActive ? { 'data-active': '' } : {})}
      {...(heightPx === undefined ? {} : { style: { height: heightPx } })}
    >
      {renderRow(index, { isActive })}
    </div>
  )
})

/** A click on a control inside the row is the control's. */
function rowIndexOf(target: EventTarget): number | undefined {
  if (!(target instanceof Element)) return undefined
  const row = target.closest<HTMLElement>('.ui-virtual-row')
  const control = target.closest('button, a, input, [role="checkbox"]')
  if (!row || (control && row.contains(control))) return undefined
  return Number(row.dataset['index'])
}
