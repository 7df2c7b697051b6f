/**
 * The engine's side of the process that runs language model files. It is started for a question, kept for the next ones, and
 * let go when nobody asks any more, which gives the model's memory back.
 */
import type { Timers } from '#shared/base/timers.ts'
import type { LocalModelPort, LocalModelRequest, LocalModelResponse } from '#shared/contract/local-model.ts'

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never
export type LocalModelWork = DistributiveOmit<Exclude<LocalModelRequest, { type: 'cancel' }>, 'id'>

export interface LocalModelRun {
  /** What came next. After `done`, `looked` or `failed` nothing does; a process that dies is told as `model-died`. */
  next(): Promise<LocalModelResponse>
  /** Nobody listens any more: cancels what is not done. Call it in any case. */
  stop(): void
}

export interface LocalModels {
  run(work: LocalModelWork): LocalModelRun
  /** Ends the process, whatever it does. */
  end(): void
}

export interface LocalModelsDeps {
  /** A line to a process that was started for it; null where none can be. */
  readonly connect: () => Promise<LocalModelPort | null>
  readonly timers: Timers
}

const idleMs = 5 * 60_000

interface Line {
  readonly port: LocalModelPort
  readonly heard: Map<number, (response: LocalModelResponse) => void>
}

export function createLocalModels({ connect, timers }: LocalModelsDeps): LocalModels {
  let line: Promise<Line | null> | null = null
  let idle: { dispose(): void } | null = null
  let running = 0
  let lastId = 0

  const open = async (): Promise<Line | null> => {
    const port = await connect()
    if (!port) return null
    const heard: Line['heard'] = new Map()
    port.on('message', ({ data }) => {
      const response = data as LocalModelResponse
      heard.get(response.id)?.(response)
    })
    const own = line
    port.on('close', () => {
      // Another one may have taken its place.
      if (line === own) line = null
      for (const [id, hear] of heard) hear({ type: 'failed', id, fault: 'model-died' })
    })
    port.start()
    return { port, heard }
  }
  const end = (): void => {
    idle?.dispose()
    idle = null
    const last = line
    line = null
    void last?.then((opened) => {
      if (!opened) return
      opened.port.close()
      // Whether the other end says so too depends on who closed it.
      for (const [id, hear] of opened.heard) hear({ type: 'failed', id, fault: 'model-died' })
    })
  }

  return {
    run(work) {
      const id = ++lastId
      const waiting: LocalModelResponse[] = []
      let wake = (): void => undefined
      let opened: Line | null = null
      let isStopped = false
      const hear = (response: LocalModelResponse): void => {
        waiting.push(response)
        wake()
      }
      const begin = async (): Promise<void> => {
        opened = await (line ??= open())
        if (isStopped) return
        if (!opened) {
          line = null
          hear({ type: 'failed', id, fault: 'model-runtime' })
          return
        }
        opened.heard.set(id, hear)
        opened.port.postMessage({ ...work, id } satisfies LocalModelRequest)
      }
      idle?.dispose()
      running++
      void begin()
      return {
        async next() {
          for (;;) {
            const response = waiting.shift()
            if (response) return response
            await new Promise<void>((resolve) => (wake = resolve))
          }
        },
        stop() {
          if (isStopped) return
          isStopped = true
          if (opened?.heard.delete(id) === true && line !== null)
            opened.port.postMessage({ type: 'cancel', id } satisfies LocalModelRequest)
          if (--running === 0) idle = timers.after(idleMs, end)
        },
      }
    },
    end,
  }
}
