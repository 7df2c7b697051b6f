/**
 * Limits wrong passwords and codes: by account and address together, by account (many addresses), and by address (many
 * accounts). In memory: a restart forgives, which is worth less than a table that anybody can make grow.
 */
import type { Clock } from '#shared/base/clock.ts'

export interface Attempt {
  readonly address: string
  /** Null where it is about a code, not an account. */
  readonly email: string | null
}

export interface Throttle {
  /**
   * Counts a try, before its outcome is known, so that many at once are counted too.
   * @returns milliseconds to wait where there were too many; null where it may go on
   */
  begin(attempt: Attempt): number | null
  /** The try was right: it is not counted, and the account's from this address are forgiven. */
  forgive(attempt: Attempt): void
}

export interface ThrottleOptions {
  readonly clock: Clock
  readonly windowMs?: number
  readonly maxEntries?: number
}

const maxTries = { both: 10, account: 50, address: 100 } as const
type Scope = keyof typeof maxTries

interface Count {
  tries: number
  readonly endsAt: number
}

export function createThrottle(options: ThrottleOptions): Throttle {
  const { clock, windowMs = 15 * 60_000, maxEntries = 50_000 } = options
  const counts: Record<Scope, Map<string, Count>> = {
    both: new Map(),
    account: new Map(),
    address: new Map(),
  }
  const current = (scope: Scope, key: string, now: number): Count | null => {
    const count = counts[scope].get(key)
    // An end further away than a window: the clock was put back.
    return count && now < count.endsAt && count.endsAt - now <= windowMs ? count : null
  }
  const start = (scope: Scope, key: string, now: number): Count => {
    const map = counts[scope]
    map.delete(key)
    const [oldest] = map.keys()
    if (map.size >= maxEntries && oldest !== undefined) map.delete(oldest)
    const count = { tries: 0, endsAt: now + windowMs }
    map.set(key, count)
    return count
  }
  return {
    begin(attempt) {
      const now = clock.now()
      const keys = keysOf(attempt)
      const waits = keys.map(([scope, key]) => {
        const count = current(scope, key, now)
        return count && count.tries >= maxTries[scope] ? count.endsAt - now : 0
      })
      const waitMs = Math.max(...waits)
      if (waitMs > 0) return waitMs
      for (const [scope, key] of keys) (current(scope, key, now) ?? start(scope, key, now)).tries++
      return null
    },
    forgive(attempt) {
      const now = clock.now()
      for (const [scope, key] of keysOf(attempt)) {
        const count = current(scope, key, now)
        if (count) count.tries = scope === 'both' ? 0 : Math.max(0, count.tries - 1)
      }
    },
  }
}

function keysOf({ address, email }: Attempt): [Scope, string][] {
  const network = networkOf(address)
  if (email === null) return [['address', network]]
  return [
    ['both', `${network} ${email}`],
    ['account', email],
    ['address', network],
  ]
}

/** One customer of a provider has a whole /64 of IPv6 addresses. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/u, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = plain.includes('::')
    ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
    : []
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
