/** What people type or paste as a server's address, made into a URL. */
import { err, ok, type Result } from '#shared/base/result.ts'
import type { CallError } from '#shared/contract/errors.ts'

/**
 * `sync.example.org` means https; on this machine itself it means http, as there is no line to listen to. Whoever writes
 * `http://` means that.
 * @returns the origin, without a path
 */
export function parseServerAddress(typed: string): Result<string, CallError> {
  const text = typed.trim()
  const isPlain = !/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)
  const url = URL.parse(isPlain ? `https://${text}` : text)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.hostname === '') {
    return err({ type: 'invalid-address' })
  }
  if (isPlain && isLoopback(url.hostname)) url.protocol = 'http:'
  return ok(url.origin)
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/u.test(hostname)
}
