/**
 * Which workspaces this profile has, and which was shown last, in `workspaces.json`. What the file says wrongly is left
 * out; the first workspace is always there.
 */
import { z } from 'zod'
import type { Log } from '#shared/base/log.ts'
import {
  firstWorkspace,
  workspaceFolderId,
  type WorkspaceEntry,
  type WorkspacesState,
} from '#shared/contract/bridge.ts'
import { createJsonFile } from './json-file.ts'

export interface WorkspaceList {
  state(): WorkspacesState
  setCurrent(id: string): void
  /** A folder that was never set up: one that was forgotten before a new one. */
  add(): string
  /** Off the list; its folder stays where it is, for the next `add`. Only one that was never set up, and not the first. */
  forget(id: string): boolean
  update(id: string, change: Partial<Omit<WorkspaceEntry, 'id'>>): void
  onChange(listener: (state: WorkspacesState) => void): void
  /** Writes now what waits. */
  flush(): void
}

interface WorkspaceListDeps {
  readonly file: string
  readonly log: Log
  /** Twelve hexadecimal digits. */
  readonly newId: () => string
}

const storedEntry = z.object({
  id: workspaceFolderId,
  name: z.string().max(200).catch(''),
  hasServer: z.boolean().catch(false),
  lastRoute: z.string().max(200).catch(''),
  isForgotten: z.boolean().catch(false),
})
type StoredEntry = z.output<typeof storedEntry>

const maxWorkspaces = 50

export function createWorkspaceList({ file: path, log, newId }: WorkspaceListDeps): WorkspaceList {
  const file = createJsonFile({ file: path, log })
  const listeners: ((state: WorkspacesState) => void)[] = []
  const stored = file.read()
  const unread = new Set<string>()
  let entries = readEntries(stored['workspaces'])
  let current =
    entries.find(({ id, isForgotten }) => id === stored['current'] && !isForgotten)?.id ?? firstWorkspace
  let state = toState()

  function toState(): WorkspacesState {
    const list = entries
      .filter(({ isForgotten }) => !isForgotten)
      .map(({ id, name, hasServer, lastRoute }) => ({
        id,
        name,
        hasServer,
        lastRoute,
        hasUnread: unread.has(id),
      }))
    return { current, list }
  }

  const changed = (): void => {
    state = toState()
    file.write({ current, workspaces: entries })
    for (const listener of listeners) listener(state)
  }
  const replace = (id: string, change: Partial<StoredEntry>): void => {
    entries = entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry))
  }

  return {
    state: () => state,
    setCurrent(id) {
      if (id === current || !state.list.some((entry) => entry.id === id)) return
      current = id
      changed()
    },
    add() {
      const spare =
        entries.find(({ name, isForgotten, id }) => name === '' && (isForgotten || id !== current))?.id ??
        (entries.length < maxWorkspaces ? null : current)
      const id = spare ?? newId()
      if (spare === null) entries = [...entries, { ...emptyEntry, id }]
      else replace(id, { isForgotten: false })
      changed()
      return id
    },
    forget(id) {
      const entry = state.list.find((each) => each.id === id)
      if (!entry || entry.name !== '' || id === firstWorkspace || id === current) return false
      replace(id, { isForgotten: true, lastRoute: '' })
      changed()
      return true
    },
    update(id, { hasUnread, ...change }) {
      const before = state.list.find((entry) => entry.id === id)
      if (!before) return
      const wanted = { ...before, ...change, hasUnread: hasUnread ?? before.hasUnread }
      const isSame = (Object.keys(wanted) as (keyof WorkspaceEntry)[]).every(
        (key) => wanted[key] === before[key],
      )
      if (isSame) return
      if (wanted.hasUnread) unread.add(id)
      else unread.delete(id)
      replace(id, change)
      changed()
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
    flush: () => file.flush(),
  }
}

const emptyEntry = { name: '', hasServer: false, lastRoute: '', isForgotten: false }

function readEntries(value: unknown): readonly StoredEntry[] {
  const parsed = (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    const result = storedEntry.safeParse(entry)
    return result.success ? [result.data] : []
  })
  const unique = parsed.filter(({ id }, index) => parsed.findIndex((other) => other.id === id) === index)
  const hasFirst = unique.some(({ id }) => id === firstWorkspace)
  const first = { ...emptyEntry, id: firstWorkspace }
  return (hasFirst ? unique : [first, ...unique]).map((entry) =>
    entry.id === firstWorkspace ? { ...entry, isForgotten: false } : entry,
  )
}
