/** How the engine is, for banners and for what must be tried again once it is back. */
import { create } from 'zustand'
import type { EngineState, MenuAction, RecoveryAction } from '#shared/contract/bridge.ts'
import { client } from '../bridge/window-client.ts'
import { onWorkspaceEnter } from './workspaces.ts'

export const useEngineState = create<EngineState>(() => ({ type: 'starting' }))

const useReadiness = create(() => ({ wasReady: false }))

client.onEngineState((state) => {
  if (state.type === 'ready') useReadiness.setState({ wasReady: true })
  useEngineState.setState(state, true)
})

// The other workspace's engine says how it is right after this.
onWorkspaceEnter(() => {
  useReadiness.setState({ wasReady: false })
  useEngineState.setState({ type: 'starting' }, true)
})

/** Whether an engine was ready at any time since the window was opened. */
export function useWasEngineReady(): boolean {
  return useReadiness((readiness) => readiness.wasReady)
}

/** Calls `listener` each time an engine has become ready. */
export function onEngineReady(listener: () => void): () => void {
  return useEngineState.subscribe((state, previous) => {
    if (state.type === 'ready' && previous !== state) listener()
  })
}

/** What a person can ask of the shell where the workspace cannot be opened. */
export const recover = (action: RecoveryAction): Promise<void> => client.recover(action)
export const showLogs = (): Promise<void> => client.showLogs()
export const onMenuAction = (listener: (action: MenuAction) => void): (() => void) =>
  client.onMenuAction(listener)
export const appInfo = client.info
