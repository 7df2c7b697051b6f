import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftStore } from './draft-store.ts'

const key = 'channel/01'

/** An engine that stores drafts, answers when told to, and can refuse. */
function setUp(stored: string | null = '') {
  const saves: string[] = []
  const engine = { stored, accepts: true }
  const store = createDraftStore({
    load: async () => engine.stored,
    save: async (_key, text) => {
      saves.push(text)
      if (engine.accepts) engine.stored = text
      return engine.accepts
    },
    saveAfterMs: 400,
    retryAfterMs: 2_000,
  })
  return { store, saves, engine, text: () => store.getState(key).text }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a draft', () => {
  it('is read once and shown', async () => {
    const { store, text } = setUp('hello')
    store.load(key)
    store.load(key)
    await settle()
    expect(text()).toBe('hello')
    expect(store.getState(key).isLoaded).toBe(true)
  })

  it('is saved once, 400 ms after the last key', async () => {
    const { store, saves } = setUp()
    store.load(key)
    await settle()
    for (const typed of ['h', 'he', 'hey']) {
      store.setText(key, typed)
      await vi.advanceTimersByTimeAsync(399)
    }
    expect(saves).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(saves).toEqual(['hey'])
  })

  it('is saved at once on a flush, and not again after', async () => {
    const { store, saves } = setUp()
    store.load(key)
    await settle()
    store.setText(key, 'hey')
    store.flush()
    store.flush(key)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saves).toEqual(['hey'])
  })

  it('is not saved into another workspace, also where saving it into the old one was cut off', async () => {
    const { store, saves, engine, text } = setUp()
    store.load(key)
    await settle()
    engine.accepts = false
    store.setText(key, 'hey')
    store.flush()
    store.setText(key, 'hey you')
    store.reset()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves).toEqual(['hey'])
    expect(text()).toBe('')
    store.load(key)
    await settle()
    expect(store.getState(key).isLoaded).toBe(true)
  })

  it('joins what was typed before the stored one came', async () => {
    const { store, saves, text } = setUp('stored')
    store.load(key)
    store.setText(key, 'typed')
    store.flush(key)
    expect(saves).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(text()).toBe('stored\ntyped')
    expect(saves).toEqual(['stored\ntyped'])
  })

  it('is tried again until it is stored', async () => {
    const { store, saves, engine, text } = setUp()
    store.load(key)
    await settle()
    engine.accepts = false
    store.setText(key, 'hey')
    await vi.advanceTimersByTimeAsync(400)
    expect(saves).toEqual(['hey'])
    engine.accepts = true
    await vi.advanceTimersByTimeAsync(2_000)
    expect(saves).toEqual(['hey', 'hey'])
    expect(engine.stored).toBe('hey')
    expect(text()).toBe('hey')
  })

  it('keeps what was typed while a save was under way', async () => {
    const { store, saves } = setUp()
    store.load(key)
    await settle()
    store.setText(key, 'a')
    store.flush(key)
    store.setText(key, 'ab')
    await vi.advanceTimersByTimeAsync(400)
    expect(saves).toEqual(['a', 'ab'])
  })

  it('that was sent is empty here and is not saved over the empty one of the engine', async () => {
    const { store, saves, text } = setUp()
    store.load(key)
    await settle()
    store.setText(key, 'sent')
    store.clear(key)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saves).toEqual([])
    expect(text()).toBe('')
  })

  it('that could not be read is read when the engine is there again', async () => {
    const { store, saves, engine, text } = setUp(null)
    store.load(key)
    await settle()
    store.setText(key, 'typed')
    await vi.advanceTimersByTimeAsync(400)
    expect(saves).toEqual([])
    engine.stored = 'stored'
    store.resume()
    await vi.advanceTimersByTimeAsync(400)
    expect(text()).toBe('stored\ntyped')
    expect(saves).toEqual(['stored\ntyped'])
  })

  it('tells whoever listens to it, and nobody else', async () => {
    const { store } = setUp()
    const here = vi.fn()
    const elsewhere = vi.fn()
    const stop = store.subscribe(key, here)
    store.subscribe('channel/02', elsewhere)
    store.setText(key, 'a')
    stop()
    store.setText(key, 'b')
    expect(here).toHaveBeenCalledTimes(1)
    expect(elsewhere).not.toHaveBeenCalled()
  })
})

/** Two windows on one engine, each told what the other stores and sends. */
function twoWindows(stored = '') {
  const engine = { stored, answer: null as null | (() => void) }
  const told: ((text: string) => void)[] = []
  const windows = [0, 1].map((index) => {
    const store = createDraftStore({
      load: async () => engine.stored,
      save: async (_key, text) => {
        engine.stored = text
        if (engine.answer) await new Promise<void>((resolve) => (engine.answer = resolve))
        return true
      },
      share: (_key, text) => told[1 - index]?.(text),
    })
    told[index] = (text) => store.adopt(key, text)
    store.load(key)
    return { store, text: () => store.getState(key).text }
  })
  const [first, second] = windows
  if (!first || !second) throw new Error('there are two')
  return { first, second, engine }
}

describe('a draft in two windows', () => {
  it('is the same in both once it is stored', async () => {
    const { first, second } = twoWindows('Wir kommen')
    await settle()
    first.store.setText(key, 'Wir kommen am Montag')
    first.store.flush(key)
    await settle()
    expect(second.text()).toBe('Wir kommen am Montag')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(first.text()).toBe('Wir kommen am Montag')
  })

  it('goes on in the second where the first stopped, and neither takes anything from the other', async () => {
    const { first, second, engine } = twoWindows('Wir')
    await settle()
    first.store.setText(key, 'Wir kommen')
    // Typed on in the second before the first has stored.
    second.store.setText(key, 'Wir, alle')
    first.store.flush(key)
    await settle()
    expect(second.text()).toBe('Wir kommen, alle')
    await vi.advanceTimersByTimeAsync(5_000)
    expect([first.text(), engine.stored]).toEqual(['Wir kommen, alle', 'Wir kommen, alle'])
  })

  it('keeps both texts where both are on their way at once', async () => {
    const { first, second, engine } = twoWindows('Wir')
    await settle()
    engine.answer = () => undefined
    first.store.setText(key, 'Wir kommen')
    first.store.flush(key)
    const firstDone = () => engine.answer
    await settle()
    const answerFirst = firstDone()
    engine.answer = () => undefined
    second.store.setText(key, 'Wir, alle')
    second.store.flush(key)
    await settle()
    const answerSecond = engine.answer
    engine.answer = null
    answerFirst?.()
    await settle()
    answerSecond()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(first.text()).toBe(second.text())
    expect(engine.stored).toBe(first.text())
    expect(first.text()).toContain('kommen')
    expect(first.text()).toContain('alle')
  })

  it('is empty in both when one has sent it, but for what was typed on in the other', async () => {
    const { first, second, engine } = twoWindows('Danke')
    await settle()
    first.store.clear(key)
    engine.stored = ''
    expect(second.text()).toBe('')
    second.store.setText(key, 'Noch etwas')
    first.store.clear(key)
    expect(second.text()).toBe('Noch etwas')
    await vi.advanceTimersByTimeAsync(5_000)
    expect([first.text(), engine.stored]).toEqual(['Noch etwas', 'Noch etwas'])
  })

  it('is taken as the other window stored it where it is read only then', async () => {
    const { store, text, engine } = setUp('old')
    store.load(key)
    store.adopt(key, 'new')
    engine.stored = 'old'
    await settle()
    expect(text()).toBe('new')
  })
})
