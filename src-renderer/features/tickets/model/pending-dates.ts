/** Days to wait for that are offered with one key, at 8 in the morning of the person's zone. */
export const pendingChoices = ['tomorrow', 'inThreeDays', 'nextMonday', 'inTwoWeeks'] as const
export type PendingChoice = (typeof pendingChoices)[number]

const morningHour = 8

export function pendingDate(choice: PendingChoice, nowMs: number): number {
  const today = new Date(nowMs)
  const days = { tomorrow: 1, inThreeDays: 3, nextMonday: (8 - today.getDay()) % 7 || 7, inTwoWeeks: 14 }[
    choice
  ]
  return morningOf(today.getFullYear(), today.getMonth(), today.getDate() + days)
}

/** `2026-03-12`, as a date field gives it; null where it is no day. */
export function dayToTime(day: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return null
  return morningOf(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
}

export function timeToDay(atMs: number | null): string {
  if (atMs === null) return ''
  const date = new Date(atMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function morningOf(year: number, month: number, day: number): number {
  return new Date(year, month, day, morningHour).getTime()
}
