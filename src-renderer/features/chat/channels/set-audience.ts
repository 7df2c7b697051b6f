/** Tells the server who sees a channel. A channel that was just made may still be on its way there: it is asked again. */
import type { ChannelId, PersonId } from '#shared/base/ids.ts'
import type { Result } from '#shared/base/result.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { reportError, runRequest } from '../../../state/commands.ts'
import type { Audience } from './audience-field.tsx'

const tries = 6
const waitMs = 700

interface SetAudienceOptions {
  /** It was made just now: that the server does not know it is no answer yet. */
  readonly isNew?: boolean
  /** The caller says itself what went wrong. */
  readonly isSilent?: boolean
}

export async function setAudience(
  channelId: ChannelId,
  audience: Audience,
  meId: PersonId,
  { isNew = false, isSilent = false }: SetAudienceOptions = {},
): Promise<Result<void, CallError>> {
  const members = audience.kind === 'open' ? [] : [meId, ...audience.others]
  for (let attempt = 1; ; attempt++) {
    const result = await runRequest('server.setSpaceMembers', { id: channelId, members }, { isSilent: true })
    const isUnknown = !result.ok && result.error.type === 'server' && result.error.error === 'not-found'
    if (result.ok || !isNew || !isUnknown || attempt === tries) {
      if (!result.ok && !isSilent) reportError(result.error)
      return result
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}
