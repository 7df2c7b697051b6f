/** A provider of answers on this machine that speaks Ollama's interface and OpenAI's, and misbehaves as it is told. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Timers } from '#shared/base/timers.ts'
import type { AskOptions } from '../../src-main/engine/ask/ask.ts'
import { createProviderKeys } from '../../src-main/engine/ask/keys.ts'

export interface Received {
  readonly path: string
  readonly key: string | null
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

/** Writes the answer itself, piece by piece. */
export type Script = (
  write: (text: string) => void,
  response: http.ServerResponse,
  received: Received,
) => void | Promise<void>

export interface AnswerServer {
  readonly address: string
  readonly received: Received[]
  /** What comes next, and from then on. */
  answer(next: string | ((received: Received) => string)): void
  /** The whole response is the script's. */
  misbehave(script: (response: http.ServerResponse, path: string) => void): void
  /** Pieces as the protocol of the request wants them; the script ends the response. */
  script(next: Script): void
}

export async function createAnswerServer(): Promise<AnswerServer> {
  const received: Received[] = []
  let script: Script = (write, response) => {
    write('')
    response.end()
  }
  let misbehaviour: ((response: http.ServerResponse, path: string) => void) | null = null
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      if (misbehaviour) {
        misbehaviour(response, path)
        return
      }
      if (path.endsWith('/api/tags')) {
        response.end(JSON.stringify({ models: [{ name: 'llama3.2:3b', size: 2_019_393_189 }] }))
        return
      }
      if (path.endsWith('/models')) {
        response.end(JSON.stringify({ object: 'list', data: [{ id: 'gpt-x', object: 'model' }] }))
        return
      }
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Omit<Received, 'path' | 'key'>
      const key = request.headers.authorization?.replace('Bearer ', '') ?? null
      const entry = { path, key, model: body.model, messages: body.messages }
      received.push(entry)
      const write = (text: string) => response.write(pieceOf(path, text))
      void script(write, response, entry)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received,
    answer(next) {
      misbehaviour = null
      script = (write, response, entry) => {
        const text = typeof next === 'string' ? next : next(entry)
        for (const piece of text.match(/[\s\S]{1,7}/gu) ?? []) write(piece)
        response.end(endOf(entry.path))
      }
    },
    misbehave: (next) => (misbehaviour = next),
    script(next) {
      misbehaviour = null
      script = next
    },
  }
}

function pieceOf(path: string, content: string): string {
  return path.endsWith('/api/chat')
    ? `${JSON.stringify({ model: 'm', message: { role: 'assistant', content }, done: false })}\n`
    : `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`
}

export function endOf(path: string): string {
  return path.endsWith('/api/chat')
    ? `${JSON.stringify({ done: true, done_reason: 'stop' })}\n`
    : 'data: [DONE]\n\n'
}

/** Time that passes when the test says so. */
export function createHandTimers() {
  const waiting = new Set<{ ms: number; run: () => void }>()
  const timers: Timers = {
    after(ms, run) {
      const entry = { ms, run }
      waiting.add(entry)
      return { dispose: () => waiting.delete(entry) }
    },
  }
  return {
    timers,
    isWaitingFor: (ms: number) => [...waiting].some((entry) => entry.ms === ms),
    /** Everything that waits no longer than that is over. */
    pass(ms: number) {
      for (const entry of [...waiting].filter((one) => one.ms <= ms)) {
        waiting.delete(entry)
        entry.run()
      }
    },
  }
}

/** The real `fetch`, with everything that was called written down. */
export function createAskOptions() {
  const calls: string[] = []
  const clock = createHandTimers()
  const kept: (string | null)[] = []
  const options: AskOptions = {
    fetch: (url, init) => {
      calls.push(url)
      return fetch(url, init)
    },
    timers: clock.timers,
    keys: createProviderKeys(null, (secret) => kept.push(secret)),
    localModels: null,
  }
  return { options, calls, kept, pass: clock.pass, isWaitingFor: clock.isWaitingFor }
}
