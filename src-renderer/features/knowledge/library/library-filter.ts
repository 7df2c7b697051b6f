/** What the list of files shows; kept while other areas are looked at. */
import { create } from 'zustand'
import { forgetWithWorkspace } from '../../../state/workspaces.ts'

export type LibraryShow = 'all' | 'skipped'

interface LibraryFilter {
  readonly text: string
  readonly show: LibraryShow
}

export const useLibraryFilter = create<LibraryFilter>(() => ({ text: '', show: 'all' }))
forgetWithWorkspace(useLibraryFilter)

export function setLibraryFilter(change: Partial<LibraryFilter>): void {
  useLibraryFilter.setState(change)
}
