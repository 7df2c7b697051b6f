/** What all providers over HTTP have in common. */
import type { OfferedModel, ProviderCheck } from '#shared/contract/providers.ts'
import { ProviderFailure, providerLimits } from './provider.ts'

export interface ProviderPlace {
  /** See address.ts. */
  readonly address: string
  readonly model: string
  readonly key: string | null
}

/** Hands text through as long as there is not far too much of it. */
export function guardLength(answerTokens: number): (text: string) => string {
  const most = answerTokens * providerLimits.charactersAToken
  let length = 0
  return (text) => {
    length += text.length
    if (length > most) throw new ProviderFailure({ type: 'endless' })
    return text
  }
}

export async function checked(list: () => Promise<readonly OfferedModel[]>): Promise<ProviderCheck> {
  try {
    return { type: 'ready', models: await list() }
  } catch (error) {
    if (error instanceof ProviderFailure) return { type: 'failed', error: error.reason }
    throw error
  }
}
