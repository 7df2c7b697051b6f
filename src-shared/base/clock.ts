/** Where the time comes from; handed in, so that tests and simulations own it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. May jump backwards: nothing may depend on it rising. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
