/** Whether anything can be saved now, and if not, whether waiting helps. */
import { useEngineState } from '../state/engine.ts'
import { useWorkspace } from '../state/people.ts'

/** `none`: no workspace was set up. `failed`: the engine has given up, until the person does something. */
export type Readiness = 'ready' | 'starting' | 'none' | 'failed'

export function useReadiness(): Readiness {
  const engine = useEngineState()
  const workspace = useWorkspace()
  if (engine.type === 'failed') return 'failed'
  if (engine.type !== 'ready' || workspace === undefined) return 'starting'
  return workspace === null ? 'none' : 'ready'
}
