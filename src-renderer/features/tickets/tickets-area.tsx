/**
 * The tickets area. Nothing open: views beside a wide list. A ticket open: the same list, narrow, beside the ticket and
 * its properties. The list's rows are held here, so that j and k work whichever pane is on the screen.
 */
import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import type { TicketId } from '#shared/base/ids.ts'
import { AreaLayout } from '../../app/area-layout.tsx'
import { navigate, useAreaRoute } from '../../state/navigation.ts'
import { useFrameMode, type VirtualListHandle } from '../../ui/index.ts'
import { TicketDetail } from './detail/ticket-detail.tsx'
import { QueueDialog } from './list/queue-dialog.tsx'
import { TicketList } from './list/ticket-list.tsx'
import { useLastIndex, useNextInPlace, useTicketPages } from './list/use-ticket-pages.ts'
import { ViewNav } from './list/view-nav.tsx'
import { stepIndex } from './model/page-window.ts'
import { NewTicketDialog } from './new-ticket/new-ticket-dialog.tsx'
import { useTicketsPalette } from './palette.tsx'
import { PickerDialog } from './pickers/picker-dialog.tsx'
import { TicketProperties } from './properties/ticket-properties.tsx'
import { setCursor, setSelected, useListSettings, useListState } from './state/list-state.ts'
import { useOpenTicketShortcuts, useTicketShortcuts } from './ticket-shortcuts.ts'
import { useStable } from './use-stable.ts'
import { useTargets } from './use-targets.ts'
import './tickets.css'

export function TicketsArea(): ReactNode {
  const { view, ticketId, entryId } = useAreaRoute('tickets')
  const mode = useFrameMode()
  const pages = useTicketPages(view, useListSettings(view))
  const cursorId = useListState((state) => state.cursorId)
  const activeId = ticketId ?? cursorId
  const lastIndex = useLastIndex(pages, activeId)

  // Also a ticket that was opened from elsewhere is where the keyboard goes on.
  useEffect(() => {
    if (ticketId !== undefined) setCursor(ticketId)
  }, [ticketId])
  useNextInPlace(pages, ticketId === undefined ? cursorId : null, lastIndex)

  const open = useCallback(
    (id: TicketId) => {
      setCursor(id)
      navigate({ area: 'tickets', view, ticketId: id })
    },
    [view],
  )
  const listRef = useRef<VirtualListHandle>(null)
  const step = (by: 1 | -1): void => {
    const index = activeId === null ? -1 : pages.indexOf(activeId)
    const row = pages.rowAt(stepIndex(by, { index, lastIndex: lastIndex.current, count: pages.total }))
    if (!row) return
    setCursor(row.key)
    listRef.current?.focus()
    if (ticketId !== undefined) navigate({ area: 'tickets', view, ticketId: row.key }, { replace: true })
  }
  const extend = (by: 1 | -1): void => {
    const next = activeId === null ? undefined : pages.rowAt(pages.indexOf(activeId) + by)
    if (!next || activeId === null || pages.indexOf(activeId) < 0) return
    setSelected([...useListState.getState().selected, activeId, next.key])
    step(by)
  }
  const stepStable = useStable(step)
  const { pick, assignToMe } = useTargets((id) => pages.rowAt(pages.indexOf(id)), activeId)
  const hasTarget = (): boolean => activeId !== null || useListState.getState().selected.size > 0
  useTicketShortcuts({ view, isOpen: ticketId !== undefined, activeId, open, step, extend })
  useOpenTicketShortcuts({ isOpen: ticketId !== undefined, hasTarget, pick, assignToMe })
  useTicketsPalette()

  const isListWide = ticketId === undefined && mode !== 'single'
  const list = (
    <TicketList
      view={view}
      pages={pages}
      isWide={isListWide}
      activeId={activeId}
      onOpen={open}
      onExtend={extend}
      listRef={listRef}
      onPick={pick}
    />
  )
  return (
    <>
      <AreaLayout
        area="tickets"
        list={isListWide ? <ViewNav view={view} /> : list}
        detail={
          ticketId === undefined ? (
            list
          ) : (
            <TicketDetail key={ticketId} ticketId={ticketId} entryId={entryId} onStep={stepStable} />
          )
        }
        {...(ticketId === undefined ? {} : { context: <TicketProperties ticketId={ticketId} /> })}
      />
      <NewTicketDialog view={view} />
      <QueueDialog />
      <PickerDialog />
    </>
  )
}
