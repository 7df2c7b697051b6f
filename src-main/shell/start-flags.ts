/** Which experimental parts this run has: decided once, at the start. */
import type { App } from 'electron'
import type { FlagStates } from '#shared/flags/flags.ts'
import { channelOf, resolveFlags } from '#shared/flags/resolve-flags.ts'
import { environment } from './environment.ts'

/** @param told on the command line; the environment is asked where it says nothing */
export function startFlags(
  app: Pick<App, 'getVersion' | 'isPackaged'>,
  chosen: Readonly<Record<string, boolean>>,
  told: string | null,
): FlagStates {
  return resolveFlags({
    channel: channelOf(app.getVersion(), app.isPackaged),
    chosen,
    told: told ?? environment('OUTPOST_FLAGS') ?? null,
  })
}
