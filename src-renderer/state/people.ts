/** The workspace and its people, by id. */
import type { PersonId } from '#shared/base/ids.ts'
import type { PersonRow, WorkspaceMeta } from '#shared/contract/workspace.ts'
import type { LiveState } from './live-cache.ts'
import { useLiveSelect } from './live.ts'

type WorkspaceState = LiveState<'workspace.get'>

/** Everybody by id; the same map until somebody changes. Empty before the first answer. */
export function usePeople(): ReadonlyMap<PersonId, PersonRow> {
  return useLiveSelect('workspace.get', {}, selectPeople)
}

/** Those who are in the workspace now: for lists to choose from. */
export function useColleagues(): readonly PersonRow[] {
  return useLiveSelect('workspace.get', {}, selectColleagues)
}

/** One person; null where nobody has that id (yet). */
export function usePerson(id: PersonId | null | undefined): PersonRow | null {
  const people = usePeople()
  return (id && people.get(id)) ?? null
}

/** Who sits here; null before there is a workspace. */
export function useMe(): PersonRow | null {
  return useLiveSelect('workspace.get', {}, selectMe)
}

export function useMeId(): PersonId | null {
  return useLiveSelect('workspace.get', {}, selectMeId)
}

/** Undefined before the first answer; null where none was made yet. */
export function useWorkspace(): WorkspaceMeta['workspace'] | undefined {
  return useLiveSelect('workspace.get', {}, selectWorkspace)
}

/** By the rows that they were made of, so that all components share one map. */
const maps = new WeakMap<readonly PersonRow[], ReadonlyMap<PersonId, PersonRow>>()

function selectPeople({ rows }: WorkspaceState): ReadonlyMap<PersonId, PersonRow> {
  let map = maps.get(rows)
  if (!map) {
    map = new Map(rows.map((row) => [row.key, row]))
    maps.set(rows, map)
  }
  return map
}

const colleagues = new WeakMap<readonly PersonRow[], readonly PersonRow[]>()

function selectColleagues({ rows }: WorkspaceState): readonly PersonRow[] {
  let present = colleagues.get(rows)
  if (!present) {
    present = rows.filter(({ isRemoved }) => !isRemoved)
    colleagues.set(rows, present)
  }
  return present
}

const selectMeId = ({ meta }: WorkspaceState): PersonId | null => meta?.meId ?? null
const selectWorkspace = ({ meta }: WorkspaceState): WorkspaceMeta['workspace'] | undefined => meta?.workspace

function selectMe(state: WorkspaceState): PersonRow | null {
  const meId = selectMeId(state)
  return (meId && selectPeople(state).get(meId)) ?? null
}
