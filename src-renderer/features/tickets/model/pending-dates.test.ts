import { describe, expect, it } from 'vitest'
import { dayToTime, pendingDate, timeToDay } from './pending-dates.ts'

const thursday = new Date(2026, 2, 12, 15, 30).getTime()
const monday = new Date(2026, 2, 16, 9).getTime()
const sunday = new Date(2026, 2, 15, 9).getTime()

describe('days to wait for', () => {
  it('are mornings in the future', () => {
    expect(new Date(pendingDate('tomorrow', thursday))).toEqual(new Date(2026, 2, 13, 8))
    expect(new Date(pendingDate('inThreeDays', thursday))).toEqual(new Date(2026, 2, 15, 8))
    expect(new Date(pendingDate('inTwoWeeks', thursday))).toEqual(new Date(2026, 2, 26, 8))
  })

  it('take the Monday that comes, never today', () => {
    expect(new Date(pendingDate('nextMonday', thursday))).toEqual(new Date(2026, 2, 16, 8))
    expect(new Date(pendingDate('nextMonday', sunday))).toEqual(new Date(2026, 2, 16, 8))
    expect(new Date(pendingDate('nextMonday', monday))).toEqual(new Date(2026, 2, 23, 8))
  })

  it('go into a date field and back', () => {
    const day = timeToDay(thursday)
    expect(day).toBe('2026-03-12')
    expect(timeToDay(dayToTime(day))).toBe(day)
    expect(dayToTime('soon')).toBeNull()
    expect(timeToDay(null)).toBe('')
  })
})
