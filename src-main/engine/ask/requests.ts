/** Answers the calls that go to a provider and carry no content. */
import { err, ok, type Result } from '#shared/base/result.ts'
import type { RequestName, RequestParsed } from '#shared/contract/contract.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { ParsedRequest } from '#shared/contract/parse.ts'
import type { providerRequests } from '#shared/contract/providers.ts'
import type { ReadableDb } from '../store/db.ts'
import type { AskOptions } from './ask.ts'
import { findProvider } from './provider-rows.ts'
import { parseProviderAddress } from './providers/address.ts'
import { createProvider } from './providers/create-provider.ts'

export type ProviderRequestName = keyof typeof providerRequests & RequestName
export type ProviderRequest = Extract<ParsedRequest, { name: ProviderRequestName }>

export function isProviderRequest(request: ParsedRequest): request is ProviderRequest {
  return request.name.startsWith('provider.')
}

export async function runProviderRequest(
  db: ReadableDb,
  options: AskOptions | null,
  { input }: ProviderRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<Result<unknown, CallError>> {
  if (!options) return ok({ type: 'failed', error: { type: 'no-provider' } })
  const place = findPlace(db, options, input)
  if (!place.ok) return place
  const { type, ...rest } = place.value
  try {
    return ok(await createProvider(type, options, rest).check(signal))
  } catch (error) {
    if (signal.aborted) return err({ type: 'cancelled' })
    throw error
  }
}

function findPlace(db: ReadableDb, { keys }: AskOptions, input: RequestParsed<ProviderRequestName>) {
  if ('providerId' in input) {
    const provider = findProvider(db, input.providerId)
    if (!provider) return err({ type: 'not-found', what: 'provider' })
    const { id, type, address, model } = provider
    return ok({ type, address, model, key: keys.get(id) })
  }
  const { type, allowInsecure, key } = input
  const address = parseProviderAddress(input.address, type, allowInsecure)
  return address.ok ? ok({ type, address: address.value, model: '', key }) : address
}
