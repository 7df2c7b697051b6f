/** Which flags are on: what the start was told, else what the person chose, else what the channel has. Pure. */
import { findFlag, flagNames, isFlagName, type FlagChannel, type FlagStates } from './flags.ts'

export interface FlagChoices {
  readonly channel: FlagChannel
  /** Of the preferences; names that are not known, or not for people, change nothing. */
  readonly chosen: Readonly<Record<string, boolean>>
  /** `name` or `name=on`, `name=off`, with commas between them. Counts in development only; null for none. */
  readonly told: string | null
}

export function resolveFlags({ channel, chosen, told }: FlagChoices): FlagStates {
  const forced = channel === 'development' ? parseFlags(told ?? '') : {}
  const states = flagNames.map((name) => {
    const flag = findFlag(name)
    const own = flag.isForPeople && Object.hasOwn(chosen, name) ? chosen[name] : undefined
    return [name, forced[name] ?? own ?? flag.on[channel]]
  })
  return Object.fromEntries(states) as FlagStates
}

/** What is no flag, or neither on nor off, is passed over. */
export function parseFlags(text: string): Partial<FlagStates> {
  const states: Record<string, boolean> = {}
  for (const part of text.split(',')) {
    const [name = '', value = 'on'] = part.trim().split('=')
    if (isFlagName(name) && (value === 'on' || value === 'off')) states[name] = value === 'on'
  }
  return states
}

/** A version such as 1.2.0-beta.1 is on its way to be one. */
export function channelOf(version: string, isPackaged: boolean): FlagChannel {
  if (!isPackaged) return 'development'
  return version.includes('-') ? 'beta' : 'stable'
}
