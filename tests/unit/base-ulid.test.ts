import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '#shared/base/random.ts'
import { createUlidFactory, isUlid, ulidRandomBits, ulidTime, type Ulid } from '#shared/base/ulid.ts'

const start = Date.UTC(2026, 10, 21)

function factory(seed = 1) {
  const clock = { time: start }
  const random = createRandom(seed)
  const ids = createUlidFactory(
    () => clock.time,
    () => random.int(0, 255),
  )
  return { clock, ids }
}

describe('a ULID', () => {
  test('carries the time it was made at', () => {
    const { ids } = factory()
    expect(ulidTime(ids.next())).toBe(start)
  })

  test('is told from everything that is none', () => {
    fc.assert(fc.property(fc.anything(), (value) => isUlid(value) === looksLikeUlid(value)))
    for (const wrong of [
      '',
      '8'.repeat(26),
      '0'.repeat(25),
      '0'.repeat(27),
      'I'.repeat(26),
      '0'.repeat(25) + '\n',
    ]) {
      expect(isUlid(wrong)).toBe(false)
    }
    expect(isUlid('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe(true)
  })

  test('sorts by time as a plain string', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.nat(2 ** 31), (a, b) => {
        const at = (time: number) =>
          createUlidFactory(
            () => time * 1_000,
            () => 7,
          ).next()
        expect(at(a) < at(b)).toBe(a < b)
      }),
    )
  })

  test('gives its first random bits as a number that rises with it', () => {
    const { ids } = factory()
    const made = Array.from({ length: 500 }, () => ids.next()).sort()
    const bits = made.map(ulidRandomBits)
    expect(bits).toEqual([...bits].sort((a, b) => a - b))
    expect(Math.min(...bits)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...bits)).toBeLessThan(4_096)
  })
})

describe('a factory of ULIDs', () => {
  test('gives rising ids within one millisecond', () => {
    const { ids } = factory()
    const made = Array.from({ length: 1_000 }, () => ids.next())
    expect(made).toEqual([...made].sort())
    expect(new Set(made).size).toBe(1_000)
  })

  test('keeps rising while the clock jumps back by less than a minute', () => {
    const { clock, ids } = factory()
    const before = ids.next()
    clock.time -= 59_000
    expect(ids.next() > before).toBe(true)
  })

  test('follows the clock when it jumps back further, and never gives an id twice', () => {
    const { clock, ids } = factory()
    const made = new Set<string>()
    for (let i = 0; i < 2_000; i++) {
      clock.time = start + (i % 7) * 3_600_000 - (i % 3) * 86_400_000
      made.add(ids.next())
    }
    expect(made.size).toBe(2_000)
    clock.time = start - 10 * 86_400_000
    expect(ulidTime(ids.next())).toBe(clock.time)
  })

  test('answers above what it answers, even where its own clock is behind', () => {
    const { clock, ids } = factory()
    const theirs = factory(2)
    theirs.clock.time = clock.time + 5 * 86_400_000
    const question = theirs.ids.next()
    const answer = ids.next(question)
    expect(answer > question).toBe(true)
    expect(isUlid(answer)).toBe(true)
    expect(ulidTime(ids.next())).toBe(clock.time)
  })

  test('carries over into the time where all random bits are set', () => {
    const { ids } = factory()
    const last = `${ids.next().slice(0, 10)}${'Z'.repeat(16)}` as Ulid
    const next = ids.next(last)
    expect(next > last).toBe(true)
    expect(ulidTime(next)).toBe(start + 1)
  })

  test('gives different ids also after the last id there can be', () => {
    const { ids } = factory()
    const last = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ' as Ulid
    const made = [ids.next(last), ids.next(last), ids.next(last)]
    expect(made.every(isUlid)).toBe(true)
    expect(new Set(made).size).toBe(3)
  })

  test('takes any clock, also one that gives no whole or no possible time', () => {
    for (const time of [-5, 0, 0.5, 2 ** 48, Number.MAX_SAFE_INTEGER]) {
      const ids = createUlidFactory(
        () => time,
        () => 255,
      )
      expect(isUlid(ids.next())).toBe(true)
    }
  })
})

function looksLikeUlid(value: unknown): boolean {
  return typeof value === 'string' && value.length === 26 && /^[0-7][0-9A-HJKMNP-TV-Z]*$/.test(value)
}
