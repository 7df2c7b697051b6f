/** Which roles somebody can give: nobody gives more than they have. */
import type { PersonRole } from '#shared/contract/workspace.ts'

/** The contract's list, written out: its values would load all schemas into the window. */
const roles = ['owner', 'admin', 'agent', 'guest'] as const satisfies readonly PersonRole[]

export function personRolesOffered(mine: PersonRole | null): readonly PersonRole[] {
  return mine === 'owner' ? roles : roles.slice(1)
}
