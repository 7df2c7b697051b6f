/** Calls of the server's HTTP interface: one function, typed by the interface's own table, that answers with a Result. */
import type { z } from 'zod'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { CallError } from '#shared/contract/errors.ts'
import {
  serverApi,
  serverError,
  type ServerCall,
  type ServerInput,
  type ServerOutput,
} from '#shared/contract/server-api.ts'

export type Fetch = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string | null
    readonly signal: AbortSignal
    readonly redirect: 'error'
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>

export interface CallOptions {
  readonly address: string
  readonly token: string | null
  readonly signal?: AbortSignal | undefined
}

export type CallServer = <Call extends ServerCall>(
  call: Call,
  input: ServerInput<Call>,
  options: CallOptions,
) => Promise<Result<ServerOutput<Call>, CallError>>

const timeoutMs = 20_000

export function createServerCalls(fetch: Fetch): CallServer {
  return async (call, input, { address, token, signal }) => {
    const { method, path, output } = serverApi[call]
    const { id, ...rest } = input as Record<string, unknown>
    const hasId = path.includes(':id')
    const url = new URL(hasId ? path.replace(':id', encodeURIComponent(String(id))) : path, address)
    const hasBody = method === 'POST' || method === 'PUT'
    const timeout = AbortSignal.timeout(timeoutMs)
    let status: number
    let text: string
    try {
      const response = await fetch(url.href, {
        method,
        headers: {
          accept: 'application/json',
          ...(hasBody ? { 'content-type': 'application/json' } : {}),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: hasBody ? JSON.stringify(hasId ? rest : input) : null,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        redirect: 'error',
      })
      status = response.status
      text = await response.text()
    } catch {
      return err(signal?.aborted ? { type: 'cancelled' } : { type: 'unreachable' })
    }
    const body = parseJson(text)
    if (status >= 400) {
      const failure = serverError.safeParse(body)
      return err(failure.success ? { type: 'server', error: failure.data.error } : { type: 'not-a-server' })
    }
    const parsed = (output as z.ZodType).safeParse(body)
    return parsed.success ? ok(parsed.data as ServerOutput<typeof call>) : err({ type: 'not-a-server' })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
