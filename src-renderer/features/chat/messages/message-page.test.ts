import { describe, expect, it } from 'vitest'
import type { MessageId } from '#shared/base/ids.ts'
import { grow, isNearEdge, newestPage, pageAround, trimAtEnd, type MessagePage } from './message-page.ts'

const channel = Array.from({ length: 20_000 }, (_, index) => ({
  key: String(index).padStart(6, '0') as MessageId,
}))

/** What the engine answers. */
function answer({ around, before, after }: MessagePage) {
  const upTo = around === null ? channel.length : channel.findIndex(({ key }) => key === around) + 1
  const from = Math.max(0, upTo - before)
  const to = Math.min(channel.length, upTo + (around === null ? 0 : after))
  return { rows: channel.slice(from, to), hasOlder: from > 0, hasNewer: to < channel.length }
}

/** Scrolls with a window of twenty rows until there is no more. */
function scroll(start: MessagePage, edge: 'older' | 'newer') {
  let page = start
  let held = answer(page)
  let most = held.rows.length
  let at = edge === 'older' ? held.rows.length - 1 : 0
  const seen = new Set<string>()
  for (let steps = 0; steps < 50_000; steps += 1) {
    const row = held.rows[at]
    if (!row) break
    seen.add(row.key)
    const visible = edge === 'older' ? { first: at, last: at + 20 } : { first: at - 20, last: at }
    if (
      isNearEdge(
        { ...visible, count: held.rows.length },
        {
          hasOlder: false,
          hasNewer: false,
          [`has${edge === 'older' ? 'Older' : 'Newer'}`]: edge === 'older' ? held.hasOlder : held.hasNewer,
        },
      )
    ) {
      page = grow(page, edge, held.rows)
      held = answer(page)
      at = held.rows.findIndex(({ key }) => key === row.key)
      most = Math.max(most, held.rows.length)
    }
    at += edge === 'older' ? -1 : 1
  }
  return { page, most, seen: seen.size }
}

describe('a channel of 20,000 messages', () => {
  it('is scrolled from the newest to the oldest without a gap, holding at most some hundreds', () => {
    const { most, seen } = scroll(newestPage, 'older')
    expect(seen).toBe(20_000)
    expect(most).toBeLessThanOrEqual(600)
  })

  it('and from a message in the middle to the newest', () => {
    const { most, seen } = scroll(pageAround(channel[10_000]!.key), 'newer')
    expect(seen).toBe(10_000 + 49)
    expect(most).toBeLessThanOrEqual(600)
  })
})

describe('at the newest message', () => {
  it('lets go of what was scrolled past, and of the anchor', () => {
    expect(trimAtEnd({ around: channel[19_900]!.key, before: 300, after: 300 })).toBe(newestPage)
    expect(trimAtEnd({ ...newestPage, before: 600 })).toBe(newestPage)
    expect(trimAtEnd(newestPage)).toBe(newestPage)
  })
})

describe('the edges', () => {
  const meta = { hasOlder: true, hasNewer: true }
  it('are noticed on the side where there is more', () => {
    expect(isNearEdge({ first: 5, last: 25, count: 100 }, meta)).toBe('older')
    expect(isNearEdge({ first: 40, last: 60, count: 100 }, meta)).toBeNull()
    expect(isNearEdge({ first: 70, last: 90, count: 100 }, meta)).toBe('newer')
    expect(isNearEdge({ first: 0, last: 99, count: 100 }, { hasOlder: false, hasNewer: false })).toBeNull()
  })
})
