/**
 * What sleeps until a time. Queries have no clock: what has woken is noted in the store (`snoozedUpTo`), and they compare
 * with that, so that the rows of an inbox change in one moment and for one reason.
 */
import type { Disposable } from '#shared/base/disposable.ts'
import type { PersonId } from '#shared/base/ids.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { Snooze } from '#shared/model/personal/notify.ts'
import type { ReadableDb } from '../store/db.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import type { WritableDb } from '../store/db.ts'
import { readRules } from './rules.ts'

/** Timers stand still while a machine sleeps: after that, what is due comes within a minute. */
const lookAgainMs = 60_000

export interface Snoozes {
  /** What sleeps may have changed, or time has gone by. */
  look(): void
  dispose(): void
}

interface SnoozesDeps {
  readonly db: WritableDb
  /** Null: nobody waits, as in a tool that opens a workspace for a moment. */
  readonly timers: Timers | null
  readonly now: () => number
  /** A write transaction that does not wait for the disk. */
  readonly transact: <T>(work: () => T) => T
  readonly onWoken: () => void
}

export function createSnoozes({ db, timers, now, transact, onWoken }: SnoozesDeps): Snoozes {
  let timer: Disposable | null = null
  const look = () => {
    timer?.dispose()
    timer = null
    const me = getMeta(db, 'me')
    if (me === null) return
    const { snoozes } = readRules(db, me)
    const upTo = wokenUpTo(db)
    const time = now()
    const isDue = snoozes.some(({ until }) => until > upTo && until <= time)
    if (isDue) transact(() => setMeta(db, 'snoozedUpTo', String(time)))
    const next = snoozes.find(({ until }) => until > time)
    if (next) timer = timers?.after(Math.min(next.until - time, lookAgainMs), look) ?? null
    if (isDue) onWoken()
  }
  return { look, dispose: () => timer?.dispose() }
}

/** Whoever slept until then or before is awake. */
export const wokenUpTo = (db: ReadableDb): number => Number(getMeta(db, 'snoozedUpTo') ?? 0)

/** `channel/{ChannelId}` or `ticket/{TicketId}` of all that sleeps. */
export function sleepingPlaces(db: ReadableDb, me: PersonId | null): ReadonlyMap<string, Snooze> {
  const upTo = wokenUpTo(db)
  const sleeping = readRules(db, me).snoozes.filter(({ until }) => until > upTo)
  return new Map(sleeping.map((snooze) => [`${snooze.type}/${snooze.id}`, snooze]))
}
