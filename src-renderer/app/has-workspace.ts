/** Whether there is a workspace to show before the engine has said so: the shell or the last visit may know. */
import { getPreferences } from '../state/preferences.ts'
import { getWorkspaces, isKnownWorkspace } from '../state/workspaces.ts'

export function hasWorkspace(): boolean {
  return isKnownWorkspace() || (getWorkspaces().list.length <= 1 && getPreferences().lastRoute !== '')
}
