/** A model's file on this device, run by a process of this program: nothing goes to any address. */
import type { Timers } from '#shared/base/timers.ts'
import type { LocalModels } from '../model-file/local-models.ts'
import { checked, guardLength, type ProviderPlace } from './guards.ts'
import { ProviderFailure, providerLimits, type AnswerProvider } from './provider.ts'

export interface ModelFileDeps {
  /** Null where this program runs no model files. */
  readonly localModels: LocalModels | null
  readonly timers: Timers
}

/** Until the first piece: a large model is read from a slow disk, and then reads all passages on a few cores. */
const firstMs = 10 * 60_000
const totalMs = 30 * 60_000

/** @param place its address is the file's path */
export function createModelFile(
  { localModels, timers }: ModelFileDeps,
  { address: path, model }: ProviderPlace,
): AnswerProvider {
  return {
    async *write({ messages, answerTokens, contextTokens }, signal) {
      if (!localModels) throw new ProviderFailure({ type: 'model-runtime' })
      const textOf = (role: 'system' | 'user') =>
        messages.flatMap((message) => (message.role === role ? [message.text] : [])).join('\n\n')
      const guard = guardLength(answerTokens)
      const work = { type: 'write', path, system: textOf('system'), user: textOf('user') } as const
      const run = localModels.run({ ...work, answerTokens, contextTokens })
      const patience = { isOver: false }
      const giveUp = (): void => {
        patience.isOver = true
        localModels.end()
      }
      const cancelled = withEnd(signal)
      const total = timers.after(totalMs, giveUp)
      let silence = timers.after(firstMs, giveUp)
      try {
        for (;;) {
          const response = await Promise.race([run.next(), cancelled.promise])
          if (response === 'cancelled') throw new DOMException('cancelled', 'AbortError')
          silence.dispose()
          silence = timers.after(providerLimits.silenceMs, giveUp)
          if (response.type === 'piece') yield guard(response.text)
          else if (response.type === 'failed')
            throw new ProviderFailure({ type: patience.isOver ? 'too-slow' : response.fault })
          else return
        }
      } finally {
        total.dispose()
        silence.dispose()
        cancelled.dispose()
        run.stop()
      }
    },
    check: () =>
      checked(async () => {
        if (!localModels) throw new ProviderFailure({ type: 'model-runtime' })
        const run = localModels.run({ type: 'look', path })
        try {
          const response = await run.next()
          if (response.type === 'looked') return [{ id: model, bytes: response.bytes }]
          throw new ProviderFailure({ type: response.type === 'failed' ? response.fault : 'model-died' })
        } finally {
          run.stop()
        }
      }),
  }
}

function withEnd(signal: AbortSignal) {
  let dispose = (): void => undefined
  const promise = new Promise<'cancelled'>((resolve) => {
    const end = (): void => resolve('cancelled')
    if (signal.aborted) end()
    signal.addEventListener('abort', end)
    dispose = () => signal.removeEventListener('abort', end)
  })
  return { promise, dispose: () => dispose() }
}
