/**
 * Live queries for components.
 *
 *   const { status, meta, rows } = useLiveQuery('ticket.list', { filter: { view: 'mine' } }, { keepPrevious: true })
 *   const channel = useLiveRow('chat.channels', {}, channelId)
 *   const unread = useLiveSelect('chat.channels', {}, sumUnread)   // rendered again only when the sum changes
 *
 * Equal inputs share one subscription, which lives on for half a minute after its last use.
 */
import { useCallback, useEffect, useId, useMemo, useSyncExternalStore } from 'react'
import type { QueryInput, QueryMeta, QueryName, QueryRow } from '#shared/contract/contract.ts'
import { client } from '../bridge/window-client.ts'
import { createLiveCache, inputToKey, type KnownResult, type LiveState } from './live-cache.ts'
import { onWorkspaceEnter } from './workspaces.ts'

export type { LiveState } from './live-cache.ts'

/** A module-level value: a window has one bridge, and subscriptions are shared over the whole of it. */
const cache = createLiveCache({ client })
onWorkspaceEnter(() => cache.reset())

/** Before the name of a component: in another session it is another one's. */
const ownGroup = 'own '

export interface LiveOptions {
  /**
   * Keep the last rows on screen while the input changes, and let the engine send only the difference.
   * `true` keeps them for this component. A string names what they are of, and shares and remembers them under that
   * name: `chat/${channelId}` keeps a channel's rows while its window grows, but never shows them for another channel.
   */
  readonly keepPrevious?: boolean | string
}

/** The present result of a query, and each one after. With `null` nothing is asked, and the status is `loading`. */
export function useLiveQuery<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name> | null,
  options: LiveOptions = {},
): LiveState<Name> {
  const { key, inputKey, subscribe } = useSubscription(name, input, options)
  const state = useSyncExternalStore(subscribe, () => cache.getState<Name>(key))
  // The effect that asks has not run yet: what is there answers the input before, or that of a visit shortly before.
  const isStale = state.status !== 'loading' && !state.isPrevious && cache.inputKeyOf(key) !== inputKey
  return useMemo(() => (isStale ? { ...state, isPrevious: true } : state), [isStale, state])
}

/**
 * Something derived from a live query; the component renders again only when it changes by `Object.is`.
 * @param select pure and stable (a module-level function or `useCallback`), and fit for the loading state
 */
export function useLiveSelect<Name extends QueryName, Selected>(
  name: Name,
  input: QueryInput<Name> | null,
  select: (state: LiveState<Name>) => Selected,
  options: LiveOptions = {},
): Selected {
  const { key, subscribe } = useSubscription(name, input, options)
  const getSelected = useMemo(() => memoized(() => cache.getState<Name>(key), select), [key, select])
  return useSyncExternalStore(subscribe, getSelected)
}

/** One row of a live query by its key; null where there is none (yet). */
export function useLiveRow<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name> | null,
  rowKey: string | null | undefined,
): QueryRow<Name> | null {
  const select = useCallback(
    (state: LiveState<Name>): QueryRow<Name> | null => state.rows.find((row) => row.key === rowKey) ?? null,
    [rowKey],
  )
  return useLiveSelect(name, input, select)
}

/** Asks ahead, so that a component that asks the same within half a minute finds the answer there. */
export function prefetchLive<Name extends QueryName>(name: Name, input: QueryInput<Name>): void {
  cache.ask(`${name} ${inputToKey(input)}`, name, input)
}

/** See kept-screen.ts. */
export const shownResults = (): readonly KnownResult[] =>
  cache.shown().filter(({ key }) => !key.includes(` in ${ownGroup}`))
export const seedResults = (results: readonly KnownResult[]): void => cache.seed(results)

/**
 * Shows in this frame what a command is about to make true; the engine's answer, some frames later, replaces it. Call
 * what is returned where the command failed.
 */
export function foresee<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name>,
  change: (meta: QueryMeta<Name>) => QueryMeta<Name>,
): () => void {
  return cache.foresee(`${name} ${inputToKey(input)}`, change)
}

/** What is on screen right now for this question, with what was foreseen; undefined where nobody asks it. */
export function peekMeta<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name>,
): QueryMeta<Name> | undefined {
  return cache.getState<Name>(`${name} ${inputToKey(input)}`).meta
}

/** Computed anew only where the state is another one. */
function memoized<State, Selected>(
  getState: () => State,
  select: (state: State) => Selected,
): () => Selected {
  let last: { readonly state: State; readonly selected: Selected } | null = null
  return () => {
    const state = getState()
    if (last?.state !== state) last = { state, selected: select(state) }
    return last.selected
  }
}

function useSubscription<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name> | null,
  { keepPrevious = false }: LiveOptions,
): {
  readonly key: string
  readonly inputKey: string | null
  readonly subscribe: (listener: () => void) => () => void
} {
  const own = useId()
  const inputKey = input === null ? null : inputToKey(input)
  const group = keepPrevious === true ? ownGroup + own : keepPrevious
  const key = inputKey === null ? '' : `${name} ${group === false ? inputKey : `in ${group}`}`

  const subscribe = useCallback(
    (listener: () => void) => (key === '' ? () => undefined : cache.acquire(key, listener)),
    [key],
  )
  useEffect(() => {
    if (inputKey !== null) cache.ask(key, name, JSON.parse(inputKey) as QueryInput<Name>)
  }, [key, name, inputKey])
  return { key, inputKey, subscribe }
}
