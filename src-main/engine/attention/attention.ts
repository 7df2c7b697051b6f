/**
 * Tells what concerns the person and is new: out of the local rows, after each commit. Never what this device's person
 * did, never history that a first sync or a rebuild brings, nothing twice, nothing that was read here or elsewhere; and
 * takes back what is read, gone or settled later.
 */
import { disposable, type Disposable } from '#shared/base/disposable.ts'
import type { Log } from '#shared/base/log.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { AttentionEvent, Notice, NoticeKind } from '#shared/contract/attention.ts'
import type { Connection } from '#shared/contract/sync.ts'
import { isQuiet, localMoment } from '#shared/model/personal/notify.ts'
import { errorCode } from '../store/errors.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import { countWaiting } from '../sync/outbox.ts'
import { findConcern, type Concern, type Person } from './concern.ts'
import { wokenConcerns } from './woken.ts'
import { createFreshRows, type FreshRow } from './fresh-rows.ts'
import { createOutage } from './outage.ts'
import { readRules } from './rules.ts'
import { createSnoozes } from './snoozes.ts'
import { closeTold, isStillNews, listOpen, noteConsidered, pruneTold, wasConsidered } from './told.ts'

export interface Attention {
  /** Begins to look. Until then nothing is noted and nothing costs anything. */
  watch(listener: (event: AttentionEvent) => void): Disposable
  /** After each commit, and when something in memory changed. */
  changed(keys: ReadonlySet<string>): void
  /** What `work` writes is this device's person's own doing. */
  asOwn<T>(work: () => T): T
  /** The rows are about to be projected again: they are no news. */
  rebuilding(): void
  dispose(): void
}

interface AttentionDeps {
  readonly db: WritableDb
  readonly now: () => number
  /** A write transaction that does not wait for the disk. */
  readonly transact: <T>(work: () => T) => T
  /** Everything that was missing is stored and projected. */
  readonly isCaughtUp: () => boolean
  readonly connection: () => Connection['type']
  /** Null where nobody waits. */
  readonly timers: Timers | null
  /** Ends the sleep of what calls for the person; inside a write transaction. */
  readonly wake: (place: string) => void
  /** Rows are other ones without a commit. */
  readonly invalidate: (keys: ReadonlySet<string>) => void
  readonly log: Log
}

const hourMs = 60 * 60_000
/** Older than this it is no news, however late it comes. */
const newsMs = 72 * hourMs
/** In a space that this device has just come to know, only the last hours are news. */
const newSpaceMs = 12 * hourMs
const maxPending = 5_000
/** How long what woke during quiet hours waits before it looks again. */
const quietLookMs = 60_000
/** They wake what sleeps: somebody needs just this person. */
const waking: ReadonlySet<Notice['kind']> = new Set(['mention', 'assigned', 'reply'])
const inboxKey: ReadonlySet<string> = new Set(['inbox'])
const isOfQueue = ({ key }: { readonly key: string }) => key.startsWith('queue/')
/** Rows that depend on what sleeps. */
const sleepKeys: ReadonlySet<string> = new Set(['notify', 'inbox', 'channels'])

interface Pending {
  readonly row: FreshRow
  readonly isLocal: boolean
}

export function createAttention(deps: AttentionDeps): Attention {
  const { db, now, transact, log } = deps
  const fresh = createFreshRows(db)
  const listeners = new Set<(event: AttentionEvent) => void>()
  let pending: Pending[] = []
  let isOwn = false
  /** Keys that changed since the last look; null for everything, which is how it begins. */
  let touched: Set<string> | null = null
  let isScheduled = false
  let isDisposed = false
  let quietTimer: Disposable | null = null

  const emit = (event: AttentionEvent) => {
    for (const listener of listeners) listener(event)
  }
  const outage = createOutage({
    timers: deps.timers ?? noTimers,
    now,
    connection: deps.connection,
    hasWaiting: () => countWaiting(db) > 0,
    tell: (since) => tellUnstored({ key: `offline/${since}`, kind: 'offline', place: 'offline' }),
    over: (since) => emit({ type: 'withdraw', keys: [`offline/${since}`] }),
  })
  const person = (): Person | null => {
    const id = getMeta(db, 'me')
    return id === null ? null : { id, rules: readRules(db, id), now: now() }
  }
  const mayTell = ({ rules }: Person): boolean => !isQuiet(rules, now(), localMoment(now()))
  const tellUnstored = (what: { key: string; kind: NoticeKind; place: string }) => {
    const me = person()
    if (!me?.rules.kinds[what.kind] || !mayTell(me)) return
    const empty = { link: null, who: '', where: '', text: '', isHidden: false, actions: [] }
    emit({ type: 'tell', notice: { ...what, ...empty } })
  }

  /** The first time that everything is here: all of it is history. */
  const begin = (): boolean => {
    if (getMeta(db, 'attentionSince') !== null) return true
    if (!deps.isCaughtUp()) return false
    transact(() => {
      setMeta(db, 'attentionSince', String(now()))
      adoptSpaces(db)
      for (const { key } of listRefused(db)) {
        noteConsidered(db, { key, place: 'refused', at: now() }, now(), false)
      }
    })
    pending = []
    return true
  }

  const endRebuild = () => {
    if (getMeta(db, 'attentionRebuild') === null) return
    transact(() => db.run("DELETE FROM meta WHERE key = 'attentionRebuild'"))
  }
  const isNews = ({ at, spaceId }: Concern): boolean => {
    const rebuiltAt = getMeta(db, 'attentionRebuild')
    if (rebuiltAt !== null && at < Number(rebuiltAt)) return false
    const isKnown = db.value('SELECT 1 FROM attention_spaces WHERE space_id = ?', [spaceId]) !== undefined
    return at >= now() - (isKnown ? newsMs : newSpaceMs)
  }
  /** What is new and was never looked at. */
  const takeConcerns = (me: Person): Concern[] => {
    const rows = pending
    pending = []
    const concerns = new Map<string, Concern>()
    for (const { row, isLocal } of rows) {
      const concern = findConcern(db, me, row, isLocal)
      if (concern && isNews(concern) && !wasConsidered(db, concern.notice.key)) {
        concerns.set(concern.notice.key, concern)
      }
    }
    return [...concerns.values()].sort((a, b) => a.at - b.at)
  }
  const takeRefused = (me: Person): Concern[] =>
    listRefused(db)
      .filter(({ key }) => !wasConsidered(db, key))
      .map(({ key, title, spaceId }) => ({
        notice: {
          ...{ key, kind: 'refused', place: 'refused', link: null, who: '', where: '', text: title },
          actions: [],
        },
        spaceId,
        at: now(),
        isWanted: me.rules.kinds.refused,
      }))

  const sleeps = ({ rules }: Person, place: string) =>
    rules.snoozes.some(({ type, id, until }) => until > now() && place === `${type}/${id}`)
  const takeWoken = (me: Person): Concern[] =>
    wokenConcerns(db, me, now()).filter(({ notice }) => !wasConsidered(db, notice.key))
  /** What has woken is told when the quiet is over; everything else that was held back is not. */
  const lookAfterQuiet = (me: Person, telling: boolean) => {
    quietTimer?.dispose()
    quietTimer = null
    if (telling || takeWoken(me).length === 0) return
    quietTimer = deps.timers?.after(quietLookMs, schedule) ?? null
  }

  const look = () => {
    const me = person()
    if (!me || !begin()) return
    fresh.start()
    if (touched === null) transact(() => pruneTold(db, now()))
    const keys = touched
    touched = new Set()
    const gone = listOpen(db).filter(({ place, ...told }) => {
      const isTouched = keys === null || mayHaveChanged(place, keys)
      return isTouched && !isStillNews(db, me.id, { place, ...told })
    })
    const isCaughtUp = deps.isCaughtUp()
    const hadRows = isCaughtUp && pending.length > 0
    const telling = mayTell(me)
    const concerns = [
      ...(isCaughtUp ? takeConcerns(me) : []),
      ...takeRefused(me),
      ...(telling ? takeWoken(me) : []),
    ]
    lookAfterQuiet(me, telling)
    if (gone.length > 0 || concerns.length > 0 || hadRows) {
      transact(() => {
        closeTold(
          db,
          gone.map(({ key }) => key),
        )
        for (const { notice, at, isWanted } of concerns) {
          noteConsidered(db, { key: notice.key, place: notice.place, at }, now(), isWanted && telling)
          if (isWanted && waking.has(notice.kind) && sleeps(me, notice.place)) deps.wake(notice.place)
        }
        if (hadRows) adoptSpaces(db)
      })
    }
    if (isCaughtUp) endRebuild()
    // The inbox lists what came into a queue and is still open.
    if (gone.some(isOfQueue) || concerns.some(({ notice }) => isOfQueue(notice))) deps.invalidate(inboxKey)
    if (gone.length > 0) emit({ type: 'withdraw', keys: gone.map(({ key }) => key) })
    if (!telling) return
    for (const { notice, isWanted } of concerns) {
      if (isWanted) emit({ type: 'tell', notice: shownNotice(notice, me.rules.hideContent) })
    }
  }

  const schedule = () => {
    if (isScheduled || isDisposed) return
    isScheduled = true
    // After the command has been answered; before anything else that waits.
    setImmediate(() => {
      isScheduled = false
      if (isDisposed || listeners.size === 0) return
      try {
        snoozes.look()
        look()
        outage.look()
      } catch (error) {
        // Nobody is told of it, and nothing else stops.
        log.error('attention-failed', { code: errorCode(error) })
      }
    })
  }

  const snoozes = createSnoozes({
    db,
    timers: deps.timers,
    now,
    transact,
    onWoken() {
      deps.invalidate(sleepKeys)
      schedule()
    },
  })
  return {
    watch(listener) {
      listeners.add(listener)
      schedule()
      return disposable(() => listeners.delete(listener))
    },
    changed(keys) {
      if (listeners.size === 0 || isDisposed) return
      const rows = fresh.take()
      for (const row of rows) pending.push({ row, isLocal: isOwn })
      if (pending.length > maxPending) pending = pending.slice(-maxPending)
      for (const key of keys) touched?.add(key)
      if (rows.length > 0 || keys.size > 0) schedule()
    },
    asOwn(work) {
      isOwn = true
      try {
        return work()
      } finally {
        isOwn = false
      }
    },
    rebuilding: () => setMeta(db, 'attentionRebuild', String(now())),
    dispose() {
      isDisposed = true
      listeners.clear()
      outage.dispose()
      snoozes.dispose()
      quietTimer?.dispose()
    },
  }
}

/** Whether what changed can have settled something of this place: its rows, its read marker, the marks of tickets, what sleeps. */
function mayHaveChanged(place: string, keys: ReadonlySet<string>): boolean {
  return place === 'refused' || keys.has(place.replace('/', ':')) || keys.has('notify')
}

function shownNotice(notice: Omit<Notice, 'isHidden'>, isHidden: boolean): Notice {
  return isHidden ? { ...notice, who: '', where: '', text: '', isHidden } : { ...notice, isHidden }
}

function adoptSpaces(db: WritableDb): void {
  db.run('INSERT OR IGNORE INTO attention_spaces (space_id) SELECT space_id FROM spaces')
}

function listRefused(db: ReadableDb) {
  return db
    .all<{ key: string; title: string; spaceId: Concern['spaceId'] }>(
      'SELECT refused_key AS key, title, space_id AS spaceId FROM refused ORDER BY refused_key',
    )
    .map((row) => ({ ...row, key: `refused/${row.key}` }))
}

const noTimers: Timers = { after: () => ({ dispose: () => undefined }) }
