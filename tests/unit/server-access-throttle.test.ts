import { describe, expect, test } from 'vitest'
import { createPasswords } from '../../src-server/access/passwords.ts'
import { createThrottle, networkOf } from '../../src-server/access/throttle.ts'
import { randomBytes } from 'node:crypto'
import { createTestClock } from '../support/engine-world.ts'

const windowMs = 15 * 60_000

describe('the throttle', () => {
  const address = '198.51.100.1'

  test('stops an account that is tried from many addresses, and an address that tries many accounts', () => {
    const throttle = createThrottle({ clock: createTestClock() })
    const email = 'a@example.org'
    const tries = Array.from({ length: 60 }, (_, i) => throttle.begin({ address: `198.51.100.${i}`, email }))
    expect(tries.filter((waitMs) => waitMs === null)).toHaveLength(50)
    const other = Array.from({ length: 120 }, (_, i) =>
      throttle.begin({ address, email: `${i}@example.org` }),
    )
    expect(other.filter((waitMs) => waitMs === null)).toHaveLength(100 - 1)
    expect(throttle.begin({ address, email: null })).toBe(windowMs)
  })

  test('lets go after its time, also where the clock was put back', () => {
    const clock = createTestClock()
    const throttle = createThrottle({ clock })
    const attempt = { address, email: 'a@example.org' }
    const fill = () => {
      for (let i = 0; i < 10; i++) throttle.begin(attempt)
    }
    fill()
    clock.advance(windowMs - 1000)
    expect(throttle.begin(attempt)).toBe(1000)
    clock.advance(1000)
    expect(throttle.begin(attempt)).toBe(null)
    fill()
    clock.advance(-24 * 3_600_000)
    expect(throttle.begin(attempt)).toBe(null)
  })

  test('holds no more than it may, however many come', () => {
    const throttle = createThrottle({ clock: createTestClock(), maxEntries: 100 })
    const heavy = { address, email: 'a@example.org' }
    for (let i = 0; i < 10; i++) throttle.begin(heavy)
    for (let i = 0; i < 99; i++) throttle.begin({ address: `2001:db8:${i.toString(16)}::1`, email: `${i}@b` })
    expect(throttle.begin(heavy)).toBe(windowMs)
    throttle.begin({ address: '2001:db8:ffff::1', email: 'one@more' })
    expect(throttle.begin(heavy)).toBe(null)
  })

  test('takes a /64 of IPv6 for one address, and an embedded IPv4 address for itself', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
    expect(networkOf('2001:db8::5:6')).toBe('2001:db8:0:0')
    expect(networkOf('::1')).toBe('0:0:0:0')
    expect(networkOf('::ffff:198.51.100.1')).toBe('198.51.100.1')
    expect(networkOf('198.51.100.1')).toBe('198.51.100.1')
  })
})

describe('passwords', () => {
  test('are argon2id with at least 19 MiB and two passes, salted', async () => {
    const passwords = createPasswords({ randomBytes })
    const [one, two] = await Promise.all([passwords.hash('the same one'), passwords.hash('the same one')])
    expect(one.ok && one.value).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toEqual(two)
    expect(await passwords.verify('the same one', one.ok ? one.value : '')).toEqual({ ok: true, value: true })
    expect(await passwords.verify('another one', one.ok ? one.value : '')).toEqual({ ok: true, value: false })
    expect(await passwords.verify('the same one', null)).toEqual({ ok: true, value: false })
  })

  test('wait in a line of bounded length', async () => {
    const passwords = createPasswords({ randomBytes, parallel: 1, maxWaiting: 2 })
    const results = await Promise.all(Array.from({ length: 5 }, () => passwords.verify('x', null)))
    expect(results.map((result) => (result.ok ? 'done' : result.error.type))).toEqual([
      'done',
      'done',
      'done',
      'too-many-tries',
      'too-many-tries',
    ])
    expect(await passwords.verify('x', null)).toEqual({ ok: true, value: false })
  })
})
