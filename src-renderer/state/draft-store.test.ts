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
