/** Why a call is refused. What the person may know is the type alone. */
import { err, type Err } from '#shared/base/result.ts'
import type { ServerErrorType } from '#shared/contract/server-api.ts'

export interface Refusal {
  readonly type: ServerErrorType
  readonly retryAfterMs?: number
}

export const refuse = (type: ServerErrorType): Err<Refusal> => err({ type })

export const refuseFor = (retryAfterMs: number): Err<Refusal> => err({ type: 'too-many-tries', retryAfterMs })

/** What a call answers that only does something. */
export type Nothing = Record<string, never>
