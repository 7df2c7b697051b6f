import { describe, expect, it, vi } from 'vitest'
import { createToastQueue } from './toast-queue.ts'

function createWorld(maxVisible = 2) {
  const pending = new Set<{ readonly run: () => void; readonly delayMs: number }>()
  const queue = createToastQueue({
    maxVisible,
    setTimeout: (run, delayMs) => {
      const timer = { run, delayMs }
      pending.add(timer)
      return () => {
        pending.delete(timer)
      }
    },
  })
  return { queue, pending, texts: () => queue.visible().map((toast) => toast.text) }
}

describe('the toast queue', () => {
  it('shows some and keeps the others for their turn', () => {
    const { queue, texts } = createWorld()
    const first = queue.add({ text: 'one' })
    queue.add({ text: 'two' })
    queue.add({ text: 'three' })
    expect(texts()).toEqual(['one', 'two'])
    queue.dismiss(first)
    expect(texts()).toEqual(['two', 'three'])
  })

  it('lets what can be undone stay longer, and what has life 0 stay', () => {
    const { queue, pending } = createWorld(3)
    queue.add({ text: 'plain' })
    queue.add({ text: 'undoable', action: { label: 'Undo', run: () => undefined } })
    queue.add({ text: 'lasting', lifeMs: 0 })
    expect([...pending].map((timer) => timer.delayMs)).toEqual([6_000, 10_000])
  })

  it('removes a toast when its time is over', () => {
    const { queue, pending, texts } = createWorld()
    queue.add({ text: 'one' })
    for (const timer of pending) timer.run()
    expect(texts()).toEqual([])
  })

  it('stops the clock while somebody looks', () => {
    const { queue, pending } = createWorld()
    queue.add({ text: 'one' })
    queue.pause()
    queue.add({ text: 'two' })
    expect(pending.size).toBe(0)
    queue.resume()
    expect(pending.size).toBe(2)
  })

  it('replaces a toast with the same id in its place', () => {
    const { queue, texts } = createWorld()
    queue.add({ id: 'state', text: 'Open' })
    queue.add({ text: 'other' })
    queue.add({ id: 'state', text: 'Solved' })
    expect(texts()).toEqual(['Solved', 'other'])
  })

  it('tells listeners, and gives the same list while nothing changes', () => {
    const { queue } = createWorld()
    const listener = vi.fn()
    const stop = queue.subscribe(listener)
    queue.add({ text: 'one' })
    expect(queue.visible()).toBe(queue.visible())
    stop()
    queue.add({ text: 'two' })
    expect(listener).toHaveBeenCalledTimes(1)
  })
})
