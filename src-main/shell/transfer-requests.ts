/** Asks the engine to export or import articles. Each ends: with what came of it, or with the engine. */
import type { TransferKind, TransferOutcome } from '#shared/contract/article-transfer.ts'

export interface TransferRequests {
  run(kind: TransferKind, folder: string): Promise<TransferOutcome>
  answer(request: number, outcome: TransferOutcome): void
  /** The engine is gone. */
  endAll(): void
}

/** @param send false where there is no engine to ask */
export function createTransferRequests(
  send: (request: number, kind: TransferKind, folder: string) => boolean,
): TransferRequests {
  const waiting = new Map<number, (outcome: TransferOutcome) => void>()
  let count = 0
  const end = (request: number, outcome: TransferOutcome): void => {
    waiting.get(request)?.(outcome)
    waiting.delete(request)
  }
  return {
    run(kind, folder) {
      const request = ++count
      return new Promise((resolve) => {
        waiting.set(request, resolve)
        if (!send(request, kind, folder)) end(request, gone)
      })
    },
    answer: end,
    endAll() {
      for (const request of [...waiting.keys()]) end(request, gone)
    },
  }
}

const gone: TransferOutcome = { type: 'failed', reason: 'engine-unavailable' }
