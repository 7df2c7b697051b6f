/**
 * What is not finished, and can be switched off: each with somebody who looks after it and a day on which it has to be
 * decided. A flag that is past its day, or that nobody asks for, fails `tests/unit/flags.test.ts`.
 */
export type FlagChannel = 'development' | 'beta' | 'stable'

export interface Flag {
  /** What it switches, for those who build Outpost. */
  readonly what: string
  /** The part of the program that looks after it. */
  readonly owner: string
  /** ISO date. By then it is either in for good, or gone. */
  readonly expires: string
  readonly on: Readonly<Record<FlagChannel, boolean>>
  /** Shown in Settings, "Experimental", for people to decide. */
  readonly isForPeople: boolean
}

export const flags = {
  'other-models': {
    // Waits for one run of each model of the catalogue with its real files: docs/knowledge.md, "Models".
    what: 'Embedding models beside the built-in one: fetched or brought along, run by transformers.js',
    owner: 'search',
    expires: '2027-06-30',
    on: { development: true, beta: true, stable: true },
    isForPeople: true,
  },
} as const satisfies Readonly<Record<string, Flag>>

export type FlagName = keyof typeof flags
export const flagNames = Object.keys(flags) as readonly FlagName[]

/** What is known of a flag, whichever flags there are today. */
export const findFlag = (name: FlagName): Flag => flags[name]
/** Which are on. */
export type FlagStates = Readonly<Record<FlagName, boolean>>

export function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(flags, name)
}
