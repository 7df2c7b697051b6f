/**
 * What a person wants to be told of, in their own document, so that it follows them over their devices. Root map
 * `notify`, a key for each choice so that two devices do not undo each other: `kind/{NoticeKind}` -> boolean,
 * `space/{SpaceId}` -> NoticeLevel, `keyword/{word}` -> true, `hideContent` -> boolean, `schedule` -> QuietSchedule,
 * `pausedUntil` -> milliseconds, `snooze/channel/{ChannelId}` and `snooze/ticket/{TicketId}` -> {until}. Root map `seenTickets`: TicketId -> the time up to which its news were seen.
 */
import type * as Y from 'yjs'
import type { ChannelId, SpaceId, TicketId } from '../../base/ids.ts'
import { isUlid } from '../../base/ulid.ts'
import { fieldsOf, numberOr } from '../values.ts'
import { noticeKinds, noticeLevels, snoozeTypes, type NoticeKind, type NoticeLevel } from './notice-words.ts'

/** Told only on these days between these times; the rest of the week is quiet. */
export interface QuietSchedule {
  /** 0 for Sunday to 6 for Saturday. */
  readonly days: readonly number[]
  /** Minutes after midnight, by the device's clock. Where `from` is not before `to` the span goes over midnight. */
  readonly from: number
  readonly to: number
}

/** A conversation or a ticket that sleeps, and then comes back by itself. */
export interface Snooze {
  readonly type: (typeof snoozeTypes)[number]
  readonly id: ChannelId | TicketId
  readonly until: number
}

export interface NotifyRules {
  readonly kinds: Readonly<Record<NoticeKind, boolean>>
  /** Only those that differ from what is usual. */
  readonly spaces: Readonly<Record<SpaceId, NoticeLevel>>
  readonly keywords: readonly string[]
  readonly hideContent: boolean
  readonly schedule: QuietSchedule | null
  readonly pausedUntil: number | null
  /** By their time; also those that are over and that nobody has looked at yet. */
  readonly snoozes: readonly Snooze[]
}

const root = 'notify'
const dayMinutes = 24 * 60
const keepSeenMs = 60 * 24 * 60 * 60 * 1000
/** One that is over for longer than this is nobody's any more. */
export const keepSnoozeMs = 7 * 24 * 60 * 60 * 1000

/** Null takes the choice back. */
export function setNotifyValue(doc: Y.Doc, key: string, value: unknown): boolean {
  const map = doc.getMap(root)
  if (value === null) {
    if (!map.has(key)) return false
    map.delete(key)
    return true
  }
  if (JSON.stringify(map.get(key)) === JSON.stringify(value)) return false
  map.set(key, value)
  return true
}

/** @param until null wakes it; ones that are long over go as well */
export function setSnooze(
  doc: Y.Doc,
  { type, id }: Pick<Snooze, 'type' | 'id'>,
  until: number | null,
  now: number,
): boolean {
  const map = doc.getMap(root)
  const { snoozes } = notifyRulesOf(map)
  for (const old of snoozes) {
    if (old.until < now - keepSnoozeMs) map.delete(`snooze/${old.type}/${old.id}`)
  }
  return setNotifyValue(doc, `snooze/${type}/${id}`, until === null ? null : { until })
}

/** @param at what happened up to then was seen; marks that nobody can need any more go */
export function setSeenTicket(doc: Y.Doc, ticketId: TicketId, at: number): boolean {
  const map = doc.getMap('seenTickets')
  if (numberOr(map.get(ticketId), 0) >= at) return false
  map.set(ticketId, at)
  for (const [key, time] of map) if (numberOr(time, 0) < at - keepSeenMs) map.delete(key)
  return true
}

/** Everything that is set, as it is stored. */
export function readNotifyValues(doc: Y.Doc): Map<string, unknown> {
  return new Map(doc.getMap(root))
}

export function readSeenTickets(doc: Y.Doc): { ticketId: TicketId; at: number }[] {
  const seen: { ticketId: TicketId; at: number }[] = []
  for (const [key, at] of doc.getMap('seenTickets')) {
    if (isUlid(key) && Number.isSafeInteger(at)) seen.push({ ticketId: key as TicketId, at: at as number })
  }
  return seen
}

export function notifyRulesOf(values: Iterable<readonly [string, unknown]>): NotifyRules {
  const kinds = Object.fromEntries(noticeKinds.map((kind) => [kind, true])) as Record<NoticeKind, boolean>
  const spaces: Record<string, NoticeLevel> = {}
  const keywords: string[] = []
  let hideContent = false
  let schedule: QuietSchedule | null = null
  let pausedUntil: number | null = null
  const snoozes: Snooze[] = []
  for (const [key, value] of values) {
    const [type, ...rest] = key.split('/')
    const name = rest.join('/')
    if (key === 'hideContent') hideContent = value === true
    else if (key === 'schedule') schedule = scheduleOf(value)
    else if (key === 'pausedUntil') pausedUntil = numberOr(value, null)
    else if (type === 'keyword' && value === true && name !== '') keywords.push(name)
    else if (type === 'kind' && isKind(name) && value === false) kinds[name] = false
    else if (type === 'space' && isUlid(name) && isLevel(value)) spaces[name] = value
    else if (type === 'snooze') snoozes.push(...snoozeOf(rest, value))
  }
  snoozes.sort((a, b) => a.until - b.until || (a.id < b.id ? -1 : 1))
  return { kinds, spaces, keywords: keywords.sort(), hideContent, schedule, pausedUntil, snoozes }
}

/** The day and time of day where the device is, also on the days on which the clocks are changed. */
export function localMoment(now: number): { readonly day: number; readonly minutes: number } {
  const time = new Date(now)
  return { day: time.getDay(), minutes: time.getHours() * 60 + time.getMinutes() }
}

/** @param local the time of day where the device is */
export function isQuiet(
  { schedule, pausedUntil }: NotifyRules,
  now: number,
  local: { readonly day: number; readonly minutes: number },
): boolean {
  if (pausedUntil !== null && now < pausedUntil) return true
  if (!schedule) return false
  const { days, from, to } = schedule
  const { day, minutes } = local
  const isToday = days.includes(day)
  if (from < to) return !(isToday && minutes >= from && minutes < to)
  // Over midnight: the hours after it belong to the day on which they began.
  const isYesterday = days.includes((day + 6) % 7)
  return !((isToday && minutes >= from) || (isYesterday && minutes < to))
}

function snoozeOf([type = '', id = '', ...more]: readonly string[], value: unknown): Snooze[] {
  const { until } = fieldsOf(value)
  if (!isSnoozeType(type) || !isUlid(id) || more.length > 0 || !Number.isSafeInteger(until)) return []
  return [{ type, id: id as ChannelId | TicketId, until: until as number }]
}

function scheduleOf(value: unknown): QuietSchedule | null {
  const { days, from, to } = fieldsOf(value)
  if (!Array.isArray(days) || !isMinute(from) || !isMinute(to)) return null
  const known = [...new Set(days)].filter((day): day is number =>
    [0, 1, 2, 3, 4, 5, 6].includes(day as number),
  )
  return { days: known.sort(), from, to }
}

const isMinute = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= dayMinutes
const isKind = (value: string): value is NoticeKind => (noticeKinds as readonly string[]).includes(value)
const isSnoozeType = (value: string): value is Snooze['type'] =>
  (snoozeTypes as readonly string[]).includes(value)
const isLevel = (value: unknown): value is NoticeLevel => (noticeLevels as readonly unknown[]).includes(value)
