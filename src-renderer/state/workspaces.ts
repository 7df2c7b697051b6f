/**
 * The workspaces of this profile, of which the window shows one. Everything that state holds is of that one: what has
 * to be saved listens to `onWorkspaceLeave`, what has to be forgotten to `onWorkspaceEnter`.
 */
import { create } from 'zustand'
import type { WorkspaceEntry, WorkspacesState } from '#shared/contract/bridge.ts'
import type { SecretStorage } from '#shared/contract/desktop.ts'
import { client } from '../bridge/window-client.ts'

/** Before the shell has said anything there is one, and nobody asks for its name. */
const useStore = create<WorkspacesState>(() => ({ current: '', list: [] }))
/** Goes up with each change of workspace; the first one is no change. */
const useVisit = create<{ readonly visit: number }>(() => ({ visit: 0 }))
const leaving = new Set<() => void>()
const entering = new Set<(entry: WorkspaceEntry | null) => void>()

client.onWorkspaces((state) => {
  const { current } = useStore.getState()
  // Forgotten first: whoever draws the other workspace finds nothing of this one.
  if (current !== '' && current !== state.current) {
    const entry = state.list.find(({ id }) => id === state.current) ?? null
    for (const listener of entering) listener(entry)
    useVisit.setState(({ visit }) => ({ visit: visit + 1 }))
  }
  useStore.setState(state, true)
})

window.addEventListener('online', () => client.wake())

export function useWorkspaces(): WorkspacesState {
  return useStore()
}

/** A key for what must not outlive the workspace that is shown. */
export function useWorkspaceVisit(): number {
  return useVisit(({ visit }) => visit)
}

/** Whether the one that is shown was set up when it was last open. */
export function isKnownWorkspace(): boolean {
  const { current, list } = useStore.getState()
  return (list.find(({ id }) => id === current)?.name ?? '') !== ''
}

export function getWorkspaces(): WorkspacesState {
  return useStore.getState()
}

export function openWorkspace(id: string): void {
  if (id === useStore.getState().current) return
  for (const listener of leaving) listener()
  client.openWorkspace(id)
}

/** A fresh one, which begins with its first run. */
export function addWorkspace(): void {
  for (const listener of leaving) listener()
  client.addWorkspace()
}

/** Takes it off the list where it was never set up; else nothing happens. */
export function forgetWorkspace(id: string): void {
  client.forgetWorkspace(id)
}

/** Calls `listener` while the old workspace is still there: time to save what waits. */
export function onWorkspaceLeave(listener: () => void): () => void {
  leaving.add(listener)
  return () => leaving.delete(listener)
}

/** Calls `listener` when another workspace has taken its place: time to forget. */
export function onWorkspaceEnter(listener: (entry: WorkspaceEntry | null) => void): () => void {
  entering.add(listener)
  return () => entering.delete(listener)
}

interface Resettable<State> {
  getInitialState(): State
  setState(state: State, replace: true): void
}

/** Puts a store back to its beginning for another workspace. */
export function forgetWithWorkspace<State>(store: Resettable<State>): void {
  onWorkspaceEnter(() => store.setState(store.getInitialState(), true))
}

export const secretStorage = (): Promise<SecretStorage> => client.secretStorage()
