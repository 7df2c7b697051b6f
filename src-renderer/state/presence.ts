/**
 * Who is here: in a channel, on a ticket, or at all. Nothing is asked, and nobody is told that we look, where the
 * workspace has no server. As long as a component shows it, others see us there too.
 */
import { useCallback, useEffect, useMemo } from 'react'
import type { ArticleId, ChannelId, PersonId, TicketId } from '#shared/base/ids.ts'
import type { PointRow, PresenceRow } from '#shared/contract/sync.ts'
import { client } from '../bridge/window-client.ts'
import type { LiveState } from './live-cache.ts'
import { useLiveSelect } from './live.ts'
import { useHasServer } from './sync.ts'
import { createTypingSignal, type TypingSignal } from './typing-signal.ts'

export type PresenceTopic =
  'online' | `space/${ChannelId}` | `doc/ticket/${TicketId}` | `doc/article/${ArticleId}`

/** The others, in a steady order. */
export function usePresence(topic: PresenceTopic | null): readonly PresenceRow[] {
  const hasServer = useHasServer()
  const input = topic === null || !hasServer ? null : { topic }
  return useLiveSelect('presence.list', input, selectRows)
}

/** Everybody who is connected right now, but us. */
export function useOnline(): ReadonlySet<PersonId> {
  const hasServer = useHasServer()
  return useLiveSelect('presence.list', hasServer ? { topic: 'online' } : null, selectIds)
}

/** Tells the others that we type in what this topic shows. Does nothing without a server. */
export function useTypingSignal(topic: PresenceTopic): TypingSignal {
  const hasServer = useHasServer()
  const signal = useMemo(
    () =>
      createTypingSignal({
        tell(on) {
          // Worth no word where it fails: it is only a courtesy.
          if (hasServer) void client.command('presence.type', { topic, on })
        },
        nowMs,
      }),
    [topic, hasServer],
  )
  useEffect(() => () => signal.stop(), [signal])
  return signal
}

/** Where the others are in what the topic shows. */
export function usePoints(topic: PresenceTopic): readonly PointRow[] {
  const hasServer = useHasServer()
  return useLiveSelect('presence.points', hasServer ? { topic } : null, selectPoints)
}

/** Tells the others where we are; '' for nowhere. Does nothing without a server. */
export function useTellPoint(topic: PresenceTopic): (point: string) => void {
  const hasServer = useHasServer()
  return useCallback(
    (point) => {
      // A courtesy, as typing is.
      if (hasServer) void client.command('presence.point', { topic, point })
    },
    [topic, hasServer],
  )
}

const selectPoints = ({ rows }: LiveState<'presence.points'>): readonly PointRow[] => rows

const nowMs = (): number => performance.now()

type PresenceState = LiveState<'presence.list'>

const nobody: ReadonlySet<PersonId> = new Set()
/** By the rows that they were made of, so that all components share one set. */
const sets = new WeakMap<readonly PresenceRow[], ReadonlySet<PersonId>>()

const selectRows = ({ rows }: PresenceState): readonly PresenceRow[] => rows

function selectIds({ rows }: PresenceState): ReadonlySet<PersonId> {
  if (rows.length === 0) return nobody
  let set = sets.get(rows)
  if (!set) {
    set = new Set(rows.map(({ key }) => key))
    sets.set(rows, set)
  }
  return set
}
