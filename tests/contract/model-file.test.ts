/** Language model files, run by llama.cpp itself in a process of its own: good ones, bad ones, and a process that dies. */
import { once } from 'node:events'
import { truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { AnswerError } from '#shared/contract/ask.ts'
import type { LocalModelFault } from '#shared/contract/local-model.ts'
import { createLocalModels } from '../../src-main/engine/ask/model-file/local-models.ts'
import { createModelFile } from '../../src-main/engine/ask/providers/model-file.ts'
import { ProviderFailure } from '../../src-main/engine/ask/providers/provider.ts'
import { createAskOptions } from '../support/answer-server.ts'
import { createLocalModelLines } from '../support/local-model-line.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { tinyGguf } from '../support/tiny-gguf.ts'

const says = ['Halten', ' Sie', ' die', ' Taste', ' lange', ' gedrückt', ' [1]', '.']
const writeEndless = (file: string): void =>
  writeFileSync(file, tinyGguf({ says: [' bla'], isEndless: true }))
const messages = [
  { role: 'system', text: 'Antworte aus den Passagen.' },
  { role: 'user', text: 'Was tun, wenn der Router rot blinkt?' },
] as const

function setUp(write: (file: string) => void = (file) => writeFileSync(file, tinyGguf({ says }))) {
  const lines = createLocalModelLines()
  const { options, pass } = createAskOptions()
  const localModels = createLocalModels({ connect: lines.connect, timers: options.timers })
  onTestFinished(() => localModels.end())
  const file = path.join(temporaryFolder(), 'Modell für Ünit.gguf')
  write(file)
  const providerOf = (address: string) =>
    createModelFile({ localModels, timers: options.timers }, { address, model: 'Papagei', key: null })
  const answerOf = async (
    address: string,
    settings: { answerTokens?: number; signal?: AbortSignal } = {},
    onPiece: (text: string) => void = () => undefined,
  ): Promise<{ text: string; error: AnswerError | 'cancelled' | null }> => {
    const { answerTokens = 64, signal = new AbortController().signal } = settings
    let text = ''
    try {
      const request = { messages, contextTokens: 1_024, answerTokens }
      for await (const piece of providerOf(address).write(request, signal)) {
        text += piece
        onPiece(text)
      }
      return { text, error: null }
    } catch (error) {
      if (error instanceof ProviderFailure) return { text, error: error.reason }
      if (error instanceof DOMException) return { text, error: 'cancelled' }
      throw error
    }
  }
  const checkOf = (address: string) => providerOf(address).check(new AbortController().signal)
  return {
    ...{ ...lines, pass, file, answerOf, checkOf },
    answer: (...rest: DropFirst<Parameters<typeof answerOf>>) => answerOf(file, ...rest),
    check: () => checkOf(file),
  }
}

type DropFirst<List extends readonly unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never

describe('a model file', () => {
  test('is looked at, and writes piece by piece, twice with one process and one loading', async () => {
    const world = setUp()
    expect(await world.check()).toEqual({
      type: 'ready',
      models: [{ id: 'Papagei', bytes: tinyGguf({ says }).length }],
    })
    const seen: string[] = []
    const wanted = { text: 'Halten Sie die Taste lange gedrückt [1].', error: null }
    expect(await world.answer({}, (text) => seen.push(text))).toEqual(wanted)
    // Word by word, or finer.
    expect(seen.length).toBeGreaterThanOrEqual(says.length - 1)
    for (const text of seen) expect(wanted.text.startsWith(text)).toBe(true)
    expect(await world.answer()).toEqual(wanted)
    expect(world.children).toHaveLength(1)
  })

  test('is stopped in the middle, and answers the next question', async () => {
    const world = setUp(writeEndless)
    const stop = new AbortController()
    const cut = await world.answer({ answerTokens: 900, signal: stop.signal }, (text) => {
      if (text.length > 20) stop.abort()
    })
    expect(cut.error).toBe('cancelled')
    expect(cut.text.length).toBeLessThan(200)
    // As long as it may become, and no longer.
    const next = await world.answer({ answerTokens: 10 })
    expect(next).toEqual({ text: expect.stringMatching(/^(\s?bla){9,11}$/u) as string, error: null })
    expect(world.children).toHaveLength(1)
  })

  test('is let go of when nobody asks any more, and started again by the next question', async () => {
    const world = setUp()
    await world.answer()
    const [child] = world.children
    const ended = child && once(child, 'exit')
    world.pass(5 * 60_000)
    await ended
    expect((await world.answer()).error).toBeNull()
    expect(world.children).toHaveLength(2)
  })

  test('that is none is told, each by one process that goes on', async () => {
    const world = setUp()
    const folder = path.dirname(world.file)
    const named = (name: string, content?: string) => {
      const file = path.join(folder, name)
      if (content !== undefined) writeFileSync(file, content)
      return file
    }
    const wanted: readonly (readonly [file: string, type: LocalModelFault])[] = [
      [named('nowhere.gguf'), 'model-missing'],
      [folder, 'model-missing'],
      [named('empty.gguf', ''), 'model-unreadable'],
      [named('words.gguf', 'GGUF, or so it says, and goes on'), 'model-unreadable'],
      [named('nothing.gguf', `GGUF\x03\0\0\0${'\0'.repeat(16)}`), 'model-unreadable'],
    ]
    for (const [file, type] of wanted) {
      expect(await world.checkOf(file)).toEqual({ type: 'failed', error: { type } })
      expect(await world.answerOf(file)).toEqual({ text: '', error: { type } })
    }
    expect((await world.answer()).error).toBeNull()
    expect(world.children).toHaveLength(1)
  })

  test('that is cut off, or of an unknown kind, is told when it is loaded', async () => {
    for (const bytes of [400, 1_000_000]) {
      const cut = setUp((file) => {
        writeFileSync(file, tinyGguf({ says }))
        truncateSync(file, bytes)
      })
      expect((await cut.answer()).error).toEqual({ type: 'model-unreadable' })
    }
    const other = Buffer.from(tinyGguf({ says }))
    other.write('lIama', other.indexOf('llama'))
    const unknown = setUp((file) => writeFileSync(file, other))
    expect((await unknown.answer()).error).toEqual({ type: 'model-unreadable' })
  })

  test('whose process dies in the middle is told, what came is kept, and the next question has another process', async () => {
    const world = setUp(writeEndless)
    const cut = await world.answer({ answerTokens: 900 }, () => {
      world.children[0]?.kill('SIGKILL')
    })
    expect(cut.error).toEqual({ type: 'model-died' })
    expect(cut.text).not.toBe('')
    expect((await world.answer({ answerTokens: 5 })).error).toBeNull()
    expect(world.children).toHaveLength(2)
  })

  test('that says nothing for too long is ended', async () => {
    const world = setUp(writeEndless)
    let isFirst = true
    const cut = await world.answer({ answerTokens: 900 }, () => {
      if (!isFirst) return
      isFirst = false
      // From now on it is as if it thought for ever.
      world.children[0]?.kill('SIGSTOP')
      setImmediate(() => world.pass(60_000))
    })
    expect(cut.error).toEqual({ type: 'too-slow' })
  })

  test('cannot be run where there is no process for it', async () => {
    const { options } = createAskOptions()
    const none = createLocalModels({ connect: () => Promise.resolve(null), timers: options.timers })
    const place = { address: '/somewhere.gguf', model: 'x', key: null }
    for (const localModels of [none, null]) {
      const provider = createModelFile({ localModels, timers: options.timers }, place)
      expect(await provider.check(new AbortController().signal)).toEqual({
        type: 'failed',
        error: { type: 'model-runtime' },
      })
    }
  })
})
