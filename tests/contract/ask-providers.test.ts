/** Providers as they are and as they should not be, over real sockets. */
import { describe, expect, it, test } from 'vitest'
import type { AnswerError } from '#shared/contract/ask.ts'
import type { ServerType } from '#shared/contract/providers.ts'
import { unwrap } from '#shared/base/result.ts'
import { parseProviderAddress, reachOf } from '../../src-main/engine/ask/providers/address.ts'
import { createProvider } from '../../src-main/engine/ask/providers/create-provider.ts'
import { ProviderFailure, providerLimits } from '../../src-main/engine/ask/providers/provider.ts'
import { createAnswerServer, createAskOptions, endOf } from '../support/answer-server.ts'

const request = {
  messages: [
    { role: 'system', text: 'Rules.' },
    { role: 'user', text: 'Was tun?' },
  ],
  answerTokens: 64,
  contextTokens: 2_048,
} as const

async function setUp(type: ServerType) {
  const server = await createAnswerServer()
  const world = createAskOptions()
  const address = unwrap(parseProviderAddress(server.address, type, false))
  const provider = createProvider(type, world.options, { address, model: 'm1', key: 'sk-1' })
  const write = async (signal = new AbortController().signal) => {
    let text = ''
    try {
      for await (const piece of provider.write(request, signal)) text += piece
      return { text, error: null as AnswerError | null }
    } catch (error) {
      if (error instanceof ProviderFailure) return { text, error: error.reason }
      throw error
    }
  }
  const check = () => provider.check(new AbortController().signal)
  return { server, world, write, check, provider }
}

describe.each(['ollama', 'openai'] as const)('%s', (type) => {
  it('streams an answer, and sends the messages, the model and the key as they are', async () => {
    const { server, write } = await setUp(type)
    server.answer('Bitte **neu** starten [1].\nGrüße 👋')
    expect(await write()).toEqual({ text: 'Bitte **neu** starten [1].\nGrüße 👋', error: null })
    expect(server.received).toEqual([
      {
        path: type === 'ollama' ? '/api/chat' : '/v1/chat/completions',
        key: 'sk-1',
        model: 'm1',
        messages: [
          { role: 'system', content: 'Rules.' },
          { role: 'user', content: 'Was tun?' },
        ],
      },
    ])
  })

  it('lists models', async () => {
    const { check } = await setUp(type)
    expect(await check()).toEqual({
      type: 'ready',
      models:
        type === 'ollama' ? [{ id: 'llama3.2:3b', bytes: 2_019_393_189 }] : [{ id: 'gpt-x', bytes: null }],
    })
  })

  it.each([401, 404, 429, 500])('says that it was refused with %i', async (status) => {
    const { server, write, check } = await setUp(type)
    server.misbehave((response) => {
      response.statusCode = status
      response.end('{"error":"no"}')
    })
    expect(await write()).toEqual({ text: '', error: { type: 'refused', status } })
    expect(await check()).toEqual({ type: 'failed', error: { type: 'refused', status } })
  })

  it('follows no redirect', async () => {
    const { server, write, world } = await setUp(type)
    const elsewhere = await createAnswerServer()
    server.misbehave((response) => {
      response.writeHead(307, { location: `${elsewhere.address}/api/chat` }).end()
    })
    expect((await write()).error).toEqual({ type: 'refused', status: 307 })
    expect(elsewhere.received).toEqual([])
    expect(world.calls).toHaveLength(1)
  })

  it.each([
    ['a page', 'text/html; charset=utf-8', '<!doctype html><title>Router</title>'],
    ['a page that says it is JSON', 'application/json', '<!doctype html><p>Log in'],
    ['other JSON', 'application/json', '{"hello":"world"}'],
    ['nothing', 'application/json', ''],
    ['half of JSON', 'application/json', '{"message":{"content":"Hal'],
  ])('takes %s for no provider', async (_name, contentType, body) => {
    const { server, write, check } = await setUp(type)
    server.misbehave((response) => {
      response.writeHead(200, { 'content-type': contentType }).end(body)
    })
    expect((await write()).error).toEqual({ type: 'not-a-provider' })
    expect(await check()).toEqual({ type: 'failed', error: { type: 'not-a-provider' } })
  })

  it('goes on after one broken line', async () => {
    const { server, write } = await setUp(type)
    server.script((piece, response, { path }) => {
      piece('Eins ')
      response.write(type === 'ollama' ? '{"mess\n' : 'data: {"choi\n\n')
      piece('zwei')
      response.end(endOf(path))
    })
    expect(await write()).toEqual({ text: 'Eins zwei', error: null })
  })

  it('keeps what came before the line was cut', async () => {
    const { server, write } = await setUp(type)
    server.script((piece, response) => {
      piece('Eins ')
      response.destroy()
    })
    expect(await write()).toMatchObject({ error: { type: 'unreachable' } })
  })

  it('cuts an endless answer', async () => {
    const { server, write } = await setUp(type)
    server.script(async (piece, response) => {
      while (!response.destroyed) {
        piece('la la la la ')
        await new Promise((resolve) => setImmediate(resolve))
      }
    })
    const { text, error } = await write()
    expect(error).toEqual({ type: 'endless' })
    expect(text.length).toBeLessThanOrEqual(request.answerTokens * providerLimits.charactersAToken)
  })

  it('cuts an endless line', async () => {
    const { server, write } = await setUp(type)
    server.misbehave((response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        response.once('drain', more)
      }
      more()
    })
    expect((await write()).error).toEqual({ type: 'endless' })
  })

  it('gives up on one that says nothing, and on one that falls silent', async () => {
    const { server, write, world } = await setUp(type)
    let asked: () => void = () => undefined
    const arrival = () => new Promise<void>((resolve) => (asked = resolve))
    let arrived = arrival()
    server.misbehave(() => asked())
    const hanging = write()
    await arrived
    world.pass(providerLimits.firstMs)
    expect((await hanging).error).toEqual({ type: 'too-slow' })

    arrived = arrival()
    server.script((piece) => {
      piece('Eins')
      asked()
    })
    const silent = write()
    await arrived
    while (!world.isWaitingFor(providerLimits.silenceMs))
      await new Promise((resolve) => setImmediate(resolve))
    world.pass(providerLimits.silenceMs)
    expect((await silent).error).toEqual({ type: 'too-slow' })
  })

  it('can be stopped at any time', async () => {
    const { server, write } = await setUp(type)
    const stop = new AbortController()
    server.script((piece) => {
      piece('Eins')
      stop.abort()
    })
    await expect(write(stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('says that nobody is there', async () => {
    const { options } = createAskOptions()
    const provider = createProvider(type, options, { address: 'http://127.0.0.1:9', model: 'm', key: null })
    expect(await provider.check(new AbortController().signal)).toEqual({
      type: 'failed',
      error: { type: 'unreachable' },
    })
  })
})

test('a server that does not stream is understood', async () => {
  const { server, write } = await setUp('openai')
  server.misbehave((response) => {
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: 'Ganz.' } }] }, null, 2))
  })
  expect(await write()).toEqual({ text: 'Ganz.', error: null })
})

test.each([
  ['localhost:11434', 'ollama', 'http://localhost:11434'],
  ['127.0.0.1:8080', 'openai', 'http://127.0.0.1:8080/v1'],
  ['192.168.1.20:1234/v1/', 'openai', 'http://192.168.1.20:1234/v1'],
  ['http://[fd00::1]:8080', 'ollama', 'http://[fd00::1]:8080'],
  ['api.example.org', 'openai', 'https://api.example.org/v1'],
  ['https://api.example.org/compatible/v2', 'openai', 'https://api.example.org/compatible/v2'],
  // Other spellings of 127.0.0.1
  ['http://2130706433:1', 'ollama', 'http://127.0.0.1:1'],
] as const)('the address %s', (typed, type, address) => {
  expect(parseProviderAddress(typed, type, false)).toEqual({ ok: true, value: address })
})

test.each([
  ['http://api.example.org', 'insecure-address'],
  ['http://8.8.8.8', 'insecure-address'],
  ['http://localhost.example.org', 'insecure-address'],
  ['http://10.0.0.1.example.org', 'insecure-address'],
  ['http://172.32.0.1', 'insecure-address'],
  ['ftp://example.org', 'invalid-address'],
  ['file:///etc/passwd', 'invalid-address'],
  ['javascript:alert(1)', 'invalid-address'],
  ['https://user:secret@example.org', 'invalid-address'],
  ['https://example.org/?key=1', 'invalid-address'],
  ['', 'invalid-address'],
])('the address %s is refused', (typed, error) => {
  expect(parseProviderAddress(typed, 'ollama', false)).toEqual({ ok: false, error: { type: error } })
})

test('how far away a provider is', () => {
  expect(
    ['http://localhost:1', 'http://[::1]', 'http://10.1.2.3', 'https://example.org'].map(reachOf),
  ).toEqual(['device', 'device', 'network', 'internet'])
})
