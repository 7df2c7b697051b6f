/** One call of a provider over HTTP: the lines of its answer as they come, within limits on time and size. */
import type { Timers } from '#shared/base/timers.ts'
import { ProviderFailure, providerLimits, type ProviderFetch } from './provider.ts'

export interface HttpDeps {
  readonly fetch: ProviderFetch
  readonly timers: Timers
}

export interface HttpCall {
  readonly url: string
  readonly key: string | null
  /** As JSON; null asks with GET. */
  readonly body: unknown
  /** Until the first byte of the answer. */
  readonly firstMs: number
}

/**
 * The lines of the answer, without their ends; the last one also where it has none.
 * @throws ProviderFailure, or an AbortError after `signal`
 */
export async function* readLines(
  { fetch, timers }: HttpDeps,
  { url, key, body, firstMs }: HttpCall,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const stop = new AbortController()
  let reason: ProviderFailure | null = null
  const failAfter = (ms: number) =>
    timers.after(ms, () => {
      reason ??= new ProviderFailure({ type: 'too-slow' })
      stop.abort()
    })
  const abort = () => stop.abort()
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  const total = failAfter(providerLimits.totalMs)
  let silence = failAfter(firstMs)
  try {
    const response = await fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        accept: 'application/json, application/x-ndjson, text/event-stream',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: body === null ? null : JSON.stringify(body),
      signal: stop.signal,
      redirect: 'manual',
    })
    // Not followed: where it leads the person has not agreed to.
    if (response.status < 200 || response.status >= 300)
      throw new ProviderFailure({ type: 'refused', status: response.status })
    if (!response.body || /html/iu.test(response.headers.get('content-type') ?? ''))
      throw new ProviderFailure({ type: 'not-a-provider' })
    const decoder = new TextDecoder()
    let bytes = 0
    let rest = ''
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      silence.dispose()
      silence = failAfter(providerLimits.silenceMs)
      bytes += value.byteLength
      rest += decoder.decode(value, { stream: true })
      if (bytes > providerLimits.bytes || rest.length > providerLimits.lineBytes)
        throw new ProviderFailure({ type: 'endless' })
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) yield line.replace(/\r$/u, '')
    }
    if (rest !== '') yield rest
  } catch (error) {
    if (signal.aborted) throw new DOMException('cancelled', 'AbortError')
    // TypeScript cannot see that the timers write it.
    const known = reason as ProviderFailure | null
    if (known) throw known
    if (error instanceof ProviderFailure) throw error
    throw new ProviderFailure({ type: 'unreachable' })
  } finally {
    signal.removeEventListener('abort', abort)
    total.dispose()
    silence.dispose()
    stop.abort()
  }
}

/** All of an answer that is no stream. */
export async function readJson(deps: HttpDeps, call: HttpCall, signal: AbortSignal): Promise<unknown> {
  const lines: string[] = []
  for await (const line of readLines(deps, call, signal)) lines.push(line)
  const value = parseJson(lines.join('\n'))
  if (value === undefined) throw new ProviderFailure({ type: 'not-a-provider' })
  return value
}

/** Undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
