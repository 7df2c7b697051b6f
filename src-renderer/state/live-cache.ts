/**
 * One subscription for everybody who asks the same, kept for a while after the last one left, so that going back
 * shows the old screen in the same frame. The hooks are in live.ts.
 */
import type { LiveClient, LiveSubscription, LiveUpdate } from '../bridge/live-client.ts'
import type { QueryInput, QueryMeta, QueryName, QueryRow } from '#shared/contract/contract.ts'
import type { QueryResult } from '#shared/contract/define.ts'
import type { CallError } from '#shared/contract/errors.ts'

export interface LiveState<Name extends QueryName> {
  /** `loading` only before the first answer. */
  readonly status: 'loading' | 'ready' | 'error'
  /** Undefined only before the first answer. */
  readonly meta: QueryMeta<Name> | undefined
  /** Rows that did not change keep their identity. Also after an error: the last that are known. */
  readonly rows: readonly QueryRow<Name>[]
  readonly error: CallError | null
  /** What is shown answers the input before: the new answer is under way (only with `keepPrevious`). */
  readonly isPrevious: boolean
}

export interface LiveCache {
  /** The present state; `loading` where nobody has asked. The same object until something changes. */
  getState<Name extends QueryName>(key: string): LiveState<Name>
  /** The input that the state answers, or will; null where nobody has asked. */
  inputKeyOf(key: string): string | null
  /** Calls `listener` on each change until the returned function is called. */
  acquire(key: string, listener: () => void): () => void
  /** Says what `key` stands for. Other input for the same key changes the subscription and keeps the rows. */
  ask<Name extends QueryName>(key: string, name: Name, input: QueryInput<Name>): void
  /**
   * Shows what a command is about to make true, where somebody looks at it: the engine's answer replaces it. Call
   * what is returned where the command failed.
   */
  foresee<Name extends QueryName>(key: string, change: (meta: QueryMeta<Name>) => QueryMeta<Name>): () => void
  /** What is on screen now and can be shown again, before anything is asked, at the next start. */
  shown(): readonly KnownResult[]
  /** Shows these until they are asked for and answered, or nobody asked for half a minute. */
  seed(results: readonly KnownResult[]): void
  /** Forgets everything: another workspace is asked from now on. Whoever looks sees `loading`. */
  reset(): void
}

/** A result without its subscription. */
export interface KnownResult {
  readonly key: string
  readonly name: QueryName
  readonly inputKey: string
  readonly meta: unknown
  readonly rows: readonly unknown[]
}

export interface LiveCacheDeps {
  readonly client: LiveClient
  /** How long a subscription outlives its last user, and how many such there may be. */
  readonly lingerMs?: number
  readonly maxLingering?: number
}

interface Entry {
  state: LiveState<QueryName>
  name: QueryName | null
  inputKey: string | null
  subscription: LiveSubscription<QueryName> | null
  readonly listeners: Set<() => void>
  timer: ReturnType<typeof setTimeout> | null
}

const loading: LiveState<QueryName> = {
  status: 'loading',
  meta: undefined,
  rows: [],
  error: null,
  isPrevious: false,
}

export function createLiveCache({ client, lingerMs = 30_000, maxLingering = 16 }: LiveCacheDeps): LiveCache {
  const entries = new Map<string, Entry>()
  /** In the order in which they were left. */
  const lingering = new Set<string>()

  const entryOf = (key: string): Entry => {
    let entry = entries.get(key)
    if (!entry) {
      entry = {
        state: loading,
        name: null,
        inputKey: null,
        subscription: null,
        listeners: new Set(),
        timer: null,
      }
      entries.set(key, entry)
    }
    return entry
  }

  const update = (entry: Entry, state: LiveState<QueryName>): void => {
    entry.state = state
    for (const listener of entry.listeners) listener()
  }

  const drop = (key: string): void => {
    const entry = entries.get(key)
    if (!entry) return
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.subscription?.dispose()
    entries.delete(key)
    lingering.delete(key)
  }

  const linger = (key: string, entry: Entry): void => {
    if (entry.state.status === 'error') {
      drop(key)
      return
    }
    lingering.add(key)
    // Seeded, then asked ahead: it lingers once, and the first timer must not end it in use.
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = setTimeout(() => drop(key), lingerMs)
    const oldest = lingering.size > maxLingering ? lingering.values().next().value : undefined
    if (oldest !== undefined) drop(oldest)
  }

  const keep = (key: string, entry: Entry): void => {
    lingering.delete(key)
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
  }

  const receive = (entry: Entry, result: LiveUpdate<QueryName>): void => {
    const { meta, rows } = result.ok ? result.value : entry.state
    update(entry, {
      status: result.ok ? 'ready' : 'error',
      meta,
      rows,
      error: result.ok ? null : result.error,
      isPrevious: false,
    })
  }

  const stateOf = (key: string): LiveState<QueryName> => entries.get(key)?.state ?? loading

  return {
    getState: stateOf,

    foresee<Name extends QueryName>(key: string, change: (meta: QueryMeta<Name>) => QueryMeta<Name>) {
      const entry = entries.get(key)
      if (!entry || entry.state.status !== 'ready') return () => undefined
      const before = entry.state
      const foreseen = { ...before, meta: change(before.meta as QueryMeta<Name>) }
      update(entry, foreseen)
      return () => {
        if (entry.state === foreseen) update(entry, before)
      }
    },

    inputKeyOf: (key) => entries.get(key)?.inputKey ?? null,

    acquire(key, listener) {
      const entry = entryOf(key)
      // Own identity for each use, so that one listener may be given twice.
      const own = (): void => listener()
      entry.listeners.add(own)
      keep(key, entry)
      return () => {
        if (!entry.listeners.delete(own)) return
        if (entry.listeners.size === 0 && entries.get(key) === entry) linger(key, entry)
      }
    },

    shown() {
      const results: KnownResult[] = []
      for (const [key, { state, name, inputKey, listeners }] of entries) {
        if (name === null || inputKey === null || listeners.size === 0) continue
        if (state.status === 'ready' && !state.isPrevious)
          results.push({ key, name, inputKey, meta: state.meta, rows: state.rows })
      }
      return results
    },

    seed(results) {
      for (const { key, name, inputKey, meta, rows } of results) {
        if (entries.has(key)) continue
        const entry = entryOf(key)
        entry.name = name
        entry.inputKey = inputKey
        // As they were shown; what the engine says takes their place.
        entry.state = { ...loading, status: 'ready', meta, rows } as LiveState<QueryName>
        linger(key, entry)
      }
    },

    reset() {
      const forgotten = [...entries.values()]
      for (const key of [...entries.keys()]) drop(key)
      for (const { listeners } of forgotten) for (const listener of [...listeners]) listener()
    },

    ask(key, name, input) {
      const entry = entryOf(key)
      const inputKey = inputToKey(input)
      const isSame = entry.inputKey === inputKey
      if (isSame && entry.subscription) return
      entry.name = name
      entry.inputKey = inputKey
      if (!isSame && entry.state.status !== 'loading') update(entry, { ...entry.state, isPrevious: true })
      if (entry.subscription) {
        entry.subscription.change(input)
        return
      }
      entry.subscription = client.live(name, input, (result) => receive(entry, result), known(entry))
      // Asked ahead of use: nobody holds it yet.
      if (entry.listeners.size === 0) linger(key, entry)
    },
  }
}

/** What a seeded entry shows; undefined for one that shows nothing yet. */
function known({ state: { status, meta, rows } }: Entry): QueryResult | undefined {
  return status === 'loading' ? undefined : { meta, rows }
}

/** Equal inputs have equal keys, in whatever order their fields were written. */
export function inputToKey(input: unknown): string {
  return JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
