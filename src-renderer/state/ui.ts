/** What is open over or beside the areas. Where a person is lies in navigation.ts; what they chose, in preferences.ts. */
import { create } from 'zustand'
import { forgetWithWorkspace } from './workspaces.ts'

export interface UiState {
  readonly isPaletteOpen: boolean
  readonly isShortcutOverlayOpen: boolean
  /** The report behind the badge at the foot of the rail. */
  readonly isSyncReportOpen: boolean
  /** The refused change that a notification led to: marked in that report for as long as it is open. */
  readonly refusedToShow: string | null
  /** The composer for a new ticket, in the tickets area. */
  readonly newTicketOpen: boolean
  /** The dialog for a new article, in the knowledge area, with this title; null where it was not asked for from elsewhere. */
  readonly newArticleTitle: string | null
  /** The context pane while it is a drawer (below 900 px). */
  readonly isContextDrawerOpen: boolean
  /** Goes up each time somebody asks to search: the search box takes the focus then. */
  readonly searchFocusRequests: number
  /** The same for the box that questions are asked in. */
  readonly askFocusRequests: number
  /** The setting whose control takes the focus as soon as it is there. */
  readonly settingToFocus: string | null
}

export const useUi = create<UiState>(() => ({
  isPaletteOpen: false,
  isShortcutOverlayOpen: false,
  isSyncReportOpen: false,
  refusedToShow: null,
  newTicketOpen: false,
  newArticleTitle: null,
  isContextDrawerOpen: false,
  searchFocusRequests: 0,
  askFocusRequests: 0,
  settingToFocus: null,
}))

forgetWithWorkspace(useUi)

export function setUi(change: Partial<UiState>): void {
  useUi.setState(change)
}

export function requestSearchFocus(): void {
  useUi.setState(({ searchFocusRequests }) => ({ searchFocusRequests: searchFocusRequests + 1 }))
}

export function requestAskFocus(): void {
  useUi.setState(({ askFocusRequests }) => ({ askFocusRequests: askFocusRequests + 1 }))
}
