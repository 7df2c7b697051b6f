/** The window's end of the live queries: keeps what it was sent, and acknowledges only when it is told to. */
import type { LiveRequest, LiveResponse } from '#shared/contract/bridge.ts'
import type { QueryResult } from '#shared/contract/define.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { LiveConnection } from '../../src-main/engine/queries/live-queries.ts'
import { applyDiff, emptyResult } from '../../src-renderer/bridge/apply-diff.ts'

export interface LiveWindow {
  readonly connection: LiveConnection
  /** Everything that came, oldest first. */
  readonly received: readonly LiveResponse[]
  readonly errors: readonly CallError[]
  ask(request: LiveRequest): void
  subscribe(subscription: number, name: string, input?: unknown): void
  /** Acknowledges the last diff of a subscription. */
  acknowledge(subscription: number): void
  shown(subscription: number): QueryResult
  diffs(subscription: number): number
}

/** @param isQuick acknowledges each diff at once */
export function createLiveWindow(
  connect: (send: (response: LiveResponse) => void) => LiveConnection,
  isQuick = true,
): LiveWindow {
  const received: LiveResponse[] = []
  const results = new Map<number, QueryResult>()
  const revisions = new Map<number, number>()
  const acknowledge = (subscription: number) =>
    connection.receive({ type: 'ack', subscription, revision: revisions.get(subscription) ?? 0 })
  const connection = connect((response) => {
    received.push(response)
    if (response.type === 'error') return
    const { subscription, diff, revision } = response
    results.set(subscription, applyDiff(results.get(subscription) ?? emptyResult, diff))
    revisions.set(subscription, revision)
    if (isQuick) acknowledge(subscription)
  })
  return {
    connection,
    received,
    get errors() {
      return received.flatMap((response) => (response.type === 'error' ? [response.error] : []))
    },
    ask: (request) => connection.receive(request),
    subscribe: (subscription, name, input = {}) =>
      connection.receive({ type: 'subscribe', subscription, name, input }),
    acknowledge,
    shown: (subscription) => results.get(subscription) ?? emptyResult,
    diffs: (subscription) =>
      received.filter((response) => response.type === 'diff' && response.subscription === subscription)
        .length,
  }
}

/** Lets everything that is under way in this thread come to its end. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}
