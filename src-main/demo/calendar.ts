/**
 * When things happen: on weekdays in working hours, Central European time, with more of it towards the end of the
 * period, as in a company that grows into its tool.
 */
import type { Random } from '#shared/base/random.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Start of the generated period, epoch milliseconds. */
export function periodStart(now: number, months: number): number {
  return now - Math.round(months * 30.4 * dayMs)
}

/**
 * Local midnights (epoch milliseconds) of the working days whose working hours lie in the period, oldest first.
 * The day of `now` is always the last, be it a Sunday.
 */
export function workingDays(now: number, months: number, withWeekends = false): readonly number[] {
  const days: number[] = []
  const today = localMidnight(now)
  for (
    let day = localMidnight(periodStart(now, months)) + dayMs;
    day < today;
    day = localMidnight(day + 1.5 * dayMs)
  ) {
    if (withWeekends || !isWeekend(day)) days.push(day)
  }
  days.push(today)
  return days
}

/** Midnight of the local day that holds `timeMs`. */
export function localMidnight(timeMs: number): number {
  const offset = localOffset(timeMs)
  return Math.floor((timeMs + offset) / dayMs) * dayMs - offset
}

/** Central European time, with summer time from April to October: near enough for sample work. */
export function localOffset(timeMs: number): number {
  const month = new Date(timeMs).getUTCMonth()
  return month >= 3 && month <= 9 ? 2 * hourMs : hourMs
}

export function isWeekend(timeMs: number): boolean {
  const day = new Date(timeMs + localOffset(timeMs)).getUTCDay()
  return day === 0 || day === 6
}

/** A moment in the day's working hours, with peaks in the middle of morning and afternoon. */
export function workingMoment(day: number, random: Random): number {
  const peak = random.chance(0.58) ? 9.6 : 14.2
  const spread = (random.next() + random.next() + random.next() - 1.5) * 2.6
  return Math.floor(day + (peak + spread) * hourMs)
}

/** `timeMs` itself in working hours, else a moment soon after the next working day begins. */
export function nextWorkingMoment(timeMs: number, random: Random): number {
  const day = localMidnight(timeMs)
  const hour = (timeMs - day) / hourMs
  if (!isWeekend(day) && hour >= 7 && hour < 18) return timeMs
  let next = hour < 7 && !isWeekend(day) ? day : localMidnight(day + 1.5 * dayMs)
  while (isWeekend(next)) next = localMidnight(next + 1.5 * dayMs)
  return Math.floor(next + (7.2 + random.next() * 2.5) * hourMs)
}
