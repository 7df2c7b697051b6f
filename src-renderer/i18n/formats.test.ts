import { describe, expect, it } from 'vitest'
import { createFormats } from './formats.ts'

const now = Date.UTC(2026, 2, 12, 10, 0, 0) // Thursday
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('relative times', () => {
  const english = createFormats('en', 'Europe/Berlin')
  const german = createFormats('de', 'Europe/Berlin')

  it.each([
    [0, 'now', 'jetzt'],
    [44_000, 'now', 'jetzt'],
    [50_000, '1 min. ago', 'vor 1 Min.'],
    [59 * minute, '59 min. ago', 'vor 59 Min.'],
    [3 * hour, '3 hr. ago', 'vor 3 Std.'],
    [12 * hour, 'yesterday', 'gestern'],
    [3 * day, 'Monday', 'Montag'],
  ])('%i ms ago reads "%s" and "%s"', (agoMs, inEnglish, inGerman) => {
    // Intl wording differs in a full stop between ICU versions
    const plain = (text: string): string => text.replaceAll('.', '')
    expect(plain(english.relative(now - agoMs, now))).toBe(plain(inEnglish))
    expect(plain(german.relative(now - agoMs, now))).toBe(plain(inGerman))
  })

  it('goes by the calendar of the zone, not by 24 hours', () => {
    const justAfterMidnight = Date.UTC(2026, 2, 11, 23, 30)
    const before = justAfterMidnight - 2 * hour
    expect(english.relative(before, justAfterMidnight)).toBe('yesterday')
    expect(createFormats('en', 'UTC').relative(before, justAfterMidnight)).toMatch(/^2 hr/)
  })

  it('adds the year only when it is another year', () => {
    expect(english.relative(Date.UTC(2026, 0, 5), now)).not.toMatch(/2026/)
    expect(english.relative(Date.UTC(2025, 0, 5), now)).toMatch(/2025/)
  })

  it('names the future when another clock is ahead', () => {
    expect(english.relative(now + 5 * minute, now)).toMatch(/^in 5 min/)
  })
})

describe('amounts', () => {
  it('follow the locale', () => {
    expect(createFormats('en').number(10_310)).toBe('10,310')
    expect(createFormats('de').number(10_310)).toBe('10.310')
    expect(createFormats('en').bytes(262_000_000)).toBe('262 MB')
    expect(createFormats('de').bytes(1_500)).toBe('1,5 kB')
    expect(createFormats('en').duration(90_000)).toBe('2 minutes')
    expect(createFormats('de').list(['Anna', 'Jan', 'Mia'])).toBe('Anna, Jan und Mia')
  })
})
