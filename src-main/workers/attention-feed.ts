/** What the shell shows of a workspace without asking: counts, and what concerns the person. */
import type { AttentionCounts, AttentionEvent } from '#shared/contract/attention.ts'
import type { HostResponse } from '#shared/contract/host.ts'
import type { SyncMeta } from '#shared/contract/sync.ts'
import type { Engine } from '../engine/engine.ts'

/** A flood is counted a few times a second, not with every message. */
const pauseMs = 250
const countsQuery = 0
const statusQuery = 1

export function feedAttention(engine: Engine, send: (response: HostResponse) => void): void {
  let counts: AttentionCounts | null = null
  let isOffline = false
  let said = ''

  engine.watchAttention((event: AttentionEvent) => send({ type: 'attention', event }))
  const connection = engine.connect((response) => {
    const { subscription } = response
    if (response.type === 'diff') {
      const { diff, revision } = response
      if (diff.meta) take(subscription, diff.meta.value)
      setTimeout(() => connection.receive({ type: 'ack', subscription, revision }), pauseMs).unref()
    }
  })
  const take = (subscription: number, meta: unknown) => {
    // Both ends are ours: what a query answers is typed and not parsed again.
    if (subscription === countsQuery) counts = meta as AttentionCounts
    else isOffline = !['none', 'online'].includes((meta as SyncMeta).connection.type)
    if (!counts) return
    const text = JSON.stringify([counts, isOffline])
    if (text === said) return
    said = text
    send({ type: 'attention-counts', counts, isOffline })
  }
  connection.receive({ type: 'subscribe', subscription: countsQuery, name: 'attention.counts', input: {} })
  connection.receive({ type: 'subscribe', subscription: statusQuery, name: 'sync.status', input: {} })
}
