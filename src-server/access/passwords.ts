/**
 * Passwords, kept as argon2id with OWASP's parameters (19 MiB, two passes, one lane). The work is done on libuv's
 * threads, a few at a time: who floods the sign-in takes neither the event loop nor the memory.
 */
import { hash, verify } from '@node-rs/argon2'
import { ok, type Result } from '#shared/base/result.ts'
import { refuseFor, type Refusal } from './refusal.ts'
import type { RandomBytes } from './secrets.ts'

export interface Passwords {
  hash(password: string): Promise<Result<string, Refusal>>
  /** @param passwordHash null where there is no such account: takes as long, and is false */
  verify(password: string, passwordHash: string | null): Promise<Result<boolean, Refusal>>
}

export interface PasswordsDeps {
  readonly randomBytes: RandomBytes
  /** How many are worked on at the same time, and how many may wait. */
  readonly parallel?: number
  readonly maxWaiting?: number
}

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const busyRetryMs = 2_000

export function createPasswords({ randomBytes, parallel = 2, maxWaiting = 64 }: PasswordsDeps): Passwords {
  const inTurn = createQueue(parallel, maxWaiting)
  const hashOf = (password: string) => hash(normalize(password), { ...cost, salt: randomBytes(16) })
  let hashOfNothing: Promise<string> | null = null

  return {
    hash: (password) => inTurn(() => hashOf(password)),
    verify: (password, passwordHash) =>
      inTurn(async () => {
        hashOfNothing ??= hashOf(Buffer.from(randomBytes(16)).toString('hex'))
        const nothing = await hashOfNothing
        const matches = await verify(passwordHash ?? nothing, normalize(password))
        return matches && passwordHash !== null
      }),
  }
}

/** The same letters typed on another system may come as other code points. */
const normalize = (password: string): string => password.normalize('NFKC')

function createQueue(parallel: number, maxWaiting: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<Result<T, Refusal>> => {
    if (running < parallel) running++
    else if (waiting.length >= maxWaiting) return refuseFor(busyRetryMs)
    else await new Promise<void>((resolve) => void waiting.push(resolve))
    try {
      return ok(await work())
    } finally {
      // Who is next takes this place over; only where nobody waits it becomes free.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
