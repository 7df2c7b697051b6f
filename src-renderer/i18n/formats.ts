/** Numbers, dates and durations as the person's locale writes them. Times are Unix milliseconds, shown in their zone. */
export interface Formats {
  readonly locale: string
  /** 1204 -> 1,204 */
  number(value: number): string
  /** 0.42 -> 42% */
  percent(ratio: number): string
  /** 262144 -> 262 kB */
  bytes(sizeBytes: number): string
  /** 14:05 */
  time(atMs: number): string
  /** 12 Mar 2026 */
  date(atMs: number): string
  /** Tuesday, 12 March; for day dividers */
  day(atMs: number): string
  /** Tuesday, 12 March 2026 at 14:05:09; the exact time shown on hover */
  exact(atMs: number): string
  /** 5 min ago, yesterday, Tuesday, 12 Mar, 12 Mar 2025: as much as tells one from another */
  relative(atMs: number, nowMs: number): string
  /** 12000 -> 12s ago; for what is less than a minute old and is worth the seconds */
  secondsAgo(agoMs: number): string
  /** 90000 -> 2 minutes; rounded, for estimates */
  duration(durationMs: number): string
  /** a, b and c */
  list(items: readonly string[]): string
  /** a, b or c */
  either(items: readonly string[]): string
  /** 0 is Sunday: Sun, Sunday */
  weekday(day: number, width: 'short' | 'long'): string
  /** The order of names as a person looks for them: ä beside a, capitals like small letters, 2 before 10. */
  compare(a: string, b: string): number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const aSundayMs = Date.UTC(2026, 2, 1)

/** How names are ordered in a language, where no `Formats` is at hand. */
export function createCompare(locale: string): (a: string, b: string) => number {
  return new Intl.Collator(locale, { sensitivity: 'base', numeric: true }).compare
}

/** Whole days between two moments by the calendar in the given zone: 0 is the same day, 1 the day before. */
function calendarDaysBetween(
  earlierMs: number,
  laterMs: number,
  dayNumber: (atMs: number) => number,
): number {
  return dayNumber(laterMs) - dayNumber(earlierMs)
}

/** @param timeZone IANA name; the machine's own when left out. */
export function createFormats(locale: string, timeZone?: string): Formats {
  const zone = timeZone === undefined ? {} : { timeZone }
  const dateTime = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
    lazy(() => new Intl.DateTimeFormat(locale, { ...options, ...zone }))
  const relative = (options: Intl.RelativeTimeFormatOptions): (() => Intl.RelativeTimeFormat) =>
    lazy(() => new Intl.RelativeTimeFormat(locale, options))

  const number = lazy(() => new Intl.NumberFormat(locale))
  const percent = lazy(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }))
  const list = lazy(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const time = dateTime({ timeStyle: 'short' })
  const date = dateTime({ day: 'numeric', month: 'short', year: 'numeric' })
  const dateThisYear = dateTime({ day: 'numeric', month: 'short' })
  const weekday = dateTime({ weekday: 'long' })
  const day = dateTime({ weekday: 'long', day: 'numeric', month: 'long' })
  const exact = dateTime({ dateStyle: 'full', timeStyle: 'medium' })
  const short = relative({ numeric: 'always', style: 'short' })
  const narrow = relative({ numeric: 'always', style: 'narrow' })
  const worded = relative({ numeric: 'auto' })
  const parts = lazy(
    () => new Intl.DateTimeFormat('en', { ...zone, year: 'numeric', month: 'numeric', day: 'numeric' }),
  )
  const compare = lazy(() => createCompare(locale))

  const calendar = (atMs: number): { year: number; dayNumber: number } => {
    const found = { year: 0, month: 1, day: 1 }
    for (const part of parts().formatToParts(atMs)) {
      if (part.type === 'year' || part.type === 'month' || part.type === 'day')
        found[part.type] = Number(part.value)
    }
    return { year: found.year, dayNumber: Date.UTC(found.year, found.month - 1, found.day) / dayMs }
  }

  const unit = (value: number, name: string): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value)

  return {
    locale,
    number: (value) => number().format(value),
    percent: (ratio) => percent().format(ratio),
    bytes: (sizeBytes) => formatBytes(locale, sizeBytes),
    time: (atMs) => time().format(atMs),
    date: (atMs) => date().format(atMs),
    day: (atMs) => day().format(atMs),
    exact: (atMs) => exact().format(atMs),
    relative: (atMs, nowMs) => {
      const agoMs = nowMs - atMs
      if (Math.abs(agoMs) < 45_000) return worded().format(0, 'second')
      if (Math.abs(agoMs) < hourMs) return short().format(-towardsOne(agoMs / minuteMs), 'minute')
      const days = calendarDaysBetween(atMs, nowMs, (at) => calendar(at).dayNumber)
      if (days === 0) return short().format(-towardsOne(agoMs / hourMs), 'hour')
      if (days === 1 || days === -1) return worded().format(-days, 'day')
      if (days > 1 && days < 7) return weekday().format(atMs)
      return calendar(atMs).year === calendar(nowMs).year ? dateThisYear().format(atMs) : date().format(atMs)
    },
    secondsAgo: (agoMs) => narrow().format(-Math.max(1, Math.round(agoMs / 1000)), 'second'),
    duration: (durationMs) => {
      if (durationMs < minuteMs) return unit(Math.max(1, Math.round(durationMs / 1000)), 'second')
      if (durationMs < hourMs) return unit(Math.round(durationMs / minuteMs), 'minute')
      return unit(Math.round(durationMs / hourMs), 'hour')
    },
    list: (items) => list().format(items),
    either: (items) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(items),
    weekday: (of, width) =>
      new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(aSundayMs + of * dayMs),
    compare: (a, b) => compare()(a, b),
  }
}

/** Made when it is first needed: together they take some milliseconds of the first frame. */
function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** Truncates towards zero, but never to zero: 90 s is "1 min ago", 59 min never "1 hr ago". */
function towardsOne(value: number): number {
  return Math.trunc(value) || Math.sign(value)
}

function formatBytes(locale: string, sizeBytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  let index = 0
  let value = sizeBytes
  while (Math.abs(value) >= 1000 && index < units.length - 1) {
    value /= 1000
    index += 1
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[index] ?? 'byte',
    unitDisplay: index === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && index > 0 ? 1 : 0,
  }).format(value)
}
