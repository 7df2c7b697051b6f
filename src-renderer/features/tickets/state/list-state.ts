/**
 * How each view's list stands: sort and filter by view, the row the keyboard is on, and what is selected. Kept while the
 * window lives, so that going away and coming back finds the list as it was.
 */
import { create } from 'zustand'
import type { TicketId } from '#shared/base/ids.ts'
import type { TicketsView } from '../../../state/routes.ts'
import { forgetWithWorkspace } from '../../../state/workspaces.ts'
import { defaultSettings, viewKey, type ListSettings } from '../model/list-settings.ts'

interface ListState {
  readonly settings: Readonly<Record<string, ListSettings>>
  /** The row that keys act on while no ticket is open. */
  readonly cursorId: TicketId | null
  readonly selected: ReadonlySet<TicketId>
  /** Somebody asked for the filter's field, and it has not taken the focus yet. */
  readonly wantsFilterFocus: boolean
  readonly isFilterOpen: boolean
}

const none: ReadonlySet<TicketId> = new Set()

export const useListState = create<ListState>(() => ({
  settings: {},
  cursorId: null,
  selected: none,
  wantsFilterFocus: false,
  isFilterOpen: false,
}))

forgetWithWorkspace(useListState)

export function useListSettings(view: TicketsView): ListSettings {
  return useListState((state) => state.settings[viewKey(view)] ?? defaultSettings)
}

export function changeListSettings(view: TicketsView, change: Partial<ListSettings>): void {
  const key = viewKey(view)
  useListState.setState(({ settings }) => ({
    settings: { ...settings, [key]: { ...(settings[key] ?? defaultSettings), ...change } },
    selected: none,
  }))
}

export function setCursor(cursorId: TicketId | null): void {
  if (useListState.getState().cursorId !== cursorId) useListState.setState({ cursorId })
}

export function setSelected(ids: Iterable<TicketId>): void {
  useListState.setState({ selected: new Set(ids) })
}

export function toggleSelected(id: TicketId): void {
  const selected = new Set(useListState.getState().selected)
  if (!selected.delete(id)) selected.add(id)
  useListState.setState({ selected })
}

export function clearSelection(): void {
  if (useListState.getState().selected.size > 0) useListState.setState({ selected: none })
}

export function openFilter(): void {
  useListState.setState({ isFilterOpen: true, wantsFilterFocus: true })
}

export function filterHasFocus(): void {
  useListState.setState({ wantsFilterFocus: false })
}

export function closeFilter(): void {
  useListState.setState({ isFilterOpen: false, wantsFilterFocus: false })
}
