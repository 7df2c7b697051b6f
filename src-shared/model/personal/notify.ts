/**
 * What a person wants to be told of, in their own document, so that it follows them over their devices. Root map
 * `notify`, a key for each choice so that two devices do not undo each other: `kind/{NoticeKind}` -> boolean,
 * `space/{SpaceId}` -> NoticeLevel, `keyword/{word}` -> true, `hideContent` -> boolean, `schedule` -> QuietSchedule,
 * `pausedUntil` -> milliseconds. Root map `seenTickets`: TicketId -> the time up to which its news were seen.
 */
import type * as Y from 'yjs'
import type { SpaceId, TicketId } from '../../base/ids.ts'
import { isUlid } from '../../base/ulid.ts'
import { fieldsOf, numberOr } from '../values.ts'
import { noticeKinds, noticeLevels, type NoticeKind, type NoticeLevel } from './notice-words.ts'

/** Told only on these days between these times; the rest of the week is quiet. */
export interface QuietSchedule {
  /** 0 for Sunday to 6 for Saturday. */
  readonly days: readonly number[]
  /** Minutes after midnight, by the device's clock. Where `from` is not before `to` the span goes over midnight. */
  readonly from: number
  readonly to: number
}

export interface NotifyRules {
  readonly kinds: Readonly<Record<NoticeKind, boolean>>
  /** Only those that differ from what is usual. */
  readonly spaces: Readonly<Record<SpaceId, NoticeLevel>>
  readonly keywords: readonly string[]
  readonly hideContent: boolean
  readonly schedule: QuietSchedule | null
  readonly pausedUntil: number | null
}

const root = 'notify'
const dayMinutes = 24 * 60
const keepSeenMs = 60 * 24 * 60 * 60 * 1000

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
  for (const [key, value] of values) {
    const [type, ...rest] = key.split('/')
    const name = rest.join('/')
    if (key === 'hideContent') hideContent = value === true
    else if (key === 'schedule') schedule = scheduleOf(value)
    else if (key === 'pausedUntil') pausedUntil = numberOr(value, null)
    else if (type === 'keyword' && value === true && name !== '') keywords.push(name)
    else if (type === 'kind' && isKind(name) && value === false) kinds[name] = false
    else if (type === 'space' && isUlid(name) && isLevel(value)) spaces[name] = value
  }
  return { kinds, spaces, keywords: keywords.sort(), hideContent, schedule, pausedUntil }
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
const isLevel = (value: unknown): value is NoticeLevel => (noticeLevels as readonly unknown[]).includes(value)
