/** The tickets of a view, with what narrows, sorts and changes them. Wide beside the views, narrow beside a ticket. */
import {
  useCallback,
  useEffect,
  useMemo,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketId } from '#shared/base/ids.ts'
import type { TicketRow } from '#shared/contract/tickets.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { usePreferences } from '../../../state/preferences.ts'
import type { TicketsView } from '../../../state/routes.ts'
import {
  Banner,
  rowIndexOf,
  useFrameMode,
  VirtualList,
  type Point,
  type VirtualListHandle,
} from '../../../ui/index.ts'
import { isFiltered } from '../model/list-settings.ts'
import { setCursor, useListSettings, useListState } from '../state/list-state.ts'
import { BulkBar } from './bulk-bar.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ListHeader } from './list-header.tsx'
import { NoTickets } from './no-tickets.tsx'
import { TicketMenu } from './ticket-menu.tsx'
import { TicketListRow, type RowShape } from './ticket-row.tsx'
import type { TicketPages } from './use-ticket-pages.ts'
import { useViewName } from './view-names.ts'
import './list.css'
import './ticket-row.css'

export interface TicketListProps {
  readonly view: TicketsView
  readonly pages: TicketPages
  readonly isWide: boolean
  /** The open ticket, or the row under the keyboard. */
  readonly activeId: TicketId | null
  readonly onOpen: (id: TicketId) => void
  /** Selects the row under the keyboard and the next one. */
  readonly onExtend: (by: 1 | -1) => void
  readonly listRef: RefObject<VirtualListHandle | null>
  readonly onPick: (kind: 'assign' | 'state' | 'priority' | 'tags') => void
}

/** Pixels; what ticket-row.css draws. */
const heights = {
  compact: { line: 30, lines: 30, card: 52 },
  comfortable: { line: 52, lines: 52, card: 64 },
} as const

export function TicketList(props: TicketListProps): ReactNode {
  const { view, pages, isWide, activeId, onOpen, listRef } = props
  const { t } = useTranslation('tickets')
  const density = usePreferences((preferences) => preferences.density)
  const name = useViewName(view)
  const settings = useListSettings(view)
  const isFilterOpen = useListState((state) => state.isFilterOpen)
  const mode = useFrameMode()
  const hasColumns = isWide && mode === 'wide'
  const shape: RowShape = !hasColumns ? 'card' : density === 'compact' ? 'line' : 'lines'
  const rowHeight = heights[density][shape]
  const { rowAt, total } = pages
  const queueNames = useQueueNames(view)

  const getKey = useCallback((index: number) => rowAt(index)?.key ?? `unloaded ${index}`, [rowAt])
  const renderRow = useCallback(
    (index: number) => {
      const row = rowAt(index)
      if (!row)
        return (
          <div className="ticket-row" data-shape={shape} data-unloaded="" aria-label={t('list.loading')} />
        )
      return <TicketListRow row={row} shape={shape} queueName={queueNames?.get(row.queueId)} />
    },
    [rowAt, shape, queueNames, t],
  )
  useEffect(() => {
    if (document.activeElement === document.body) listRef.current?.focus()
  }, [pages.listKey, isWide, listRef])

  /** Shift and an arrow take along what they pass; the list itself knows no selection. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.shiftKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    if (!(event.target instanceof Element) || event.target.getAttribute('role') !== 'listbox') return
    event.preventDefault()
    event.stopPropagation()
    props.onExtend(event.key === 'ArrowDown' ? 1 : -1)
  }

  const [menu, setMenu] = useState<{ readonly row: TicketRow; readonly at: Point } | null>(null)
  const onContextMenu = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? rowAt(rowIndexOf(event.target)) : undefined
    if (!row) return
    event.preventDefault()
    setMenu({ row, at: { x: event.clientX, y: event.clientY } })
  }

  return (
    <div className="ticket-list" data-wide={isWide}>
      <ListHeader view={view} name={name} total={total} isWide={isWide} />
      {isFilterOpen || isFiltered(settings) ? <FilterBar view={view} /> : null}
      {pages.status === 'error' ? (
        <Banner tone="danger" title={t('list.failed')}>
          {t('list.failedHint')}
        </Banner>
      ) : null}
      {/* The list has the keyboard; the pointer may ask for a row's menu. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="ticket-list-rows" onKeyDownCapture={onKeyDown} onContextMenu={onContextMenu}>
        {total === 0 ? (
          <div className="ticket-list-empty">
            {pages.status === 'ready' ? <NoTickets view={view} isCompact={!isWide} /> : null}
          </div>
        ) : (
          <VirtualList
            // the list keeps the heights that it began with
            key={`${rowHeight} ${pages.listKey}`}
            ref={listRef}
            label={t('list.label', { view: name })}
            role="listbox"
            count={total}
            getKey={getKey}
            renderRow={renderRow}
            rowHeight={rowHeight}
            activeKey={activeId}
            indexOf={pages.indexOf}
            onActiveChange={(index) => {
              const row = rowAt(index)
              if (row) setCursor(row.key)
            }}
            onOpen={(index) => {
              const row = rowAt(index)
              if (row) onOpen(row.key)
            }}
            onRangeChange={pages.setRange}
          />
        )}
      </div>
      <BulkBar onPick={props.onPick} />
      {menu === null ? null : (
        <TicketMenu
          row={menu.row}
          at={menu.at}
          onOpen={() => onOpen(menu.row.key)}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  )
}

/** The names of queues, unless all rows are of one. */
function useQueueNames(view: TicketsView): ReadonlyMap<string, string> | null {
  const { rows } = useLiveQuery('ticket.queues', {})
  const isOneQueue = typeof view !== 'string'
  return useMemo(
    () => (isOneQueue ? null : new Map(rows.map((row) => [row.key as string, row.name]))),
    [rows, isOneQueue],
  )
}
