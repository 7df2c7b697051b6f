/** Addresses of providers, and how far away they are. */
import { err, ok, type Result } from '#shared/base/result.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { ProviderReach, ServerType } from '#shared/contract/providers.ts'
import { isLoopback } from '../../sync/server-address.ts'

/**
 * What a person typed, as it is called: without a slash at the end, and with `/v1` for OpenAI's interface where no path was
 * given. `http` is what is meant for this machine and private networks, `https` elsewhere.
 */
export function parseProviderAddress(
  typed: string,
  type: ServerType,
  allowInsecure: boolean,
): Result<string, CallError> {
  const text = typed.trim()
  const isPlain = !/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)
  const url = URL.parse(isPlain ? `https://${text}` : text)
  const isWeb = url && ['http:', 'https:'].includes(url.protocol)
  if (
    !isWeb ||
    url.username !== '' ||
    url.password !== '' ||
    url.hostname === '' ||
    url.search !== '' ||
    url.hash !== ''
  )
    return err({ type: 'invalid-address' })
  if (isPlain && reachOf(url.href) !== 'internet') url.protocol = 'http:'
  if (url.protocol === 'http:' && reachOf(url.href) === 'internet' && !allowInsecure)
    return err({ type: 'insecure-address' })
  const path = url.pathname.replace(/\/+$/u, '')
  return ok(`${url.origin}${path === '' && type === 'openai' ? '/v1' : path}`)
}

/** By the address alone: names are not looked up, so a name is far away unless it is `localhost`. */
export function reachOf(address: string): ProviderReach {
  const hostname = URL.parse(address)?.hostname ?? ''
  if (isLoopback(hostname)) return 'device'
  return isPrivate(hostname) ? 'network' : 'internet'
}

export function isInsecure(address: string): boolean {
  return address.startsWith('http:') && reachOf(address) === 'internet'
}

/** The URL parser has brought every spelling of an IPv4 address into its usual form. */
function isPrivate(hostname: string): boolean {
  const [, a, b] = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/u.exec(hostname)?.map(Number) ?? []
  if (a !== undefined && b !== undefined)
    return (
      a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254)
    )
  return /^\[f[cd][0-9a-f]{2}:|^\[fe[89ab][0-9a-f]:/u.test(hostname)
}
