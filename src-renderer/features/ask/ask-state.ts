/** What the area remembers while the window lives. Questions themselves are the engine's. */
import { create } from 'zustand'
import { forgetWithWorkspace } from '../../state/workspaces.ts'

interface AskState {
  /** What is being typed: a question stays on this device, so it is no draft that others' devices would get. */
  readonly text: string
  /** The source that the pointer or the keyboard is on in the answer. */
  readonly pointedOut: number | null
  readonly search: string
}

export const useAsk = create<AskState>(() => ({ text: '', pointedOut: null, search: '' }))

forgetWithWorkspace(useAsk)

export function setAskText(text: string): void {
  useAsk.setState({ text })
}

export function pointOut(number: number | null): void {
  useAsk.setState({ pointedOut: number })
}

export function setAskSearch(search: string): void {
  useAsk.setState({ search })
}
