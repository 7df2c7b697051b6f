/** The thread's side of worker-indexer.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { forwardingLog } from '#shared/base/log.ts'
import { createIndexSession } from './index-session.ts'
import { createIndexModels } from './load-model.ts'
import {
  writeRef,
  type IndexerRequest,
  type IndexerResponse,
  type IndexerWorkerData,
} from './worker-indexer.ts'

/** Changes come in bursts: a conversation, a folder that is read in. */
const gatherMs = 150
const statusMs = 250
/** Nobody waits for this thread but questions to a model that thinks longer than that. */
const stepMs = 200

export function startIndexerThread(): void {
  const port = parentPort
  if (!port) throw new Error('not a worker')
  const data = workerData as IndexerWorkerData
  const send = (response: IndexerResponse) => port.postMessage(response)
  const log = forwardingLog((level, event, fields) => send({ type: 'log', level, event, fields }))

  let toldAt = 0
  const session = createIndexSession({
    ...data,
    models: createIndexModels(data),
    log,
    skip: new Set(data.skip),
    working: (ref) => writeRef(data.working, ref),
    onOpened: () => send({ type: 'opened' }),
    onDamaged: () => send({ type: 'damaged' }),
    onChange: () => undefined,
    stepMs,
  })
  session.power(data.onBattery)
  const tell = () => {
    toldAt = performance.now()
    send({ type: 'status', status: session.status() })
  }

  let isRunning = false
  let isClosing = false
  let timer: NodeJS.Timeout | null = null
  let restTimer: NodeJS.Timeout | null = null
  let received = 0
  const wake = (ms: number) => {
    if (isRunning || isClosing || (timer && ms > 0)) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
  }
  const run = async (): Promise<void> => {
    timer = null
    isRunning = true
    if (restTimer) clearTimeout(restTimer)
    restTimer = null
    // Whatever waits at the port (a question, above all) has its turn between two steps.
    while (!isClosing && (await session.step())) {
      if (performance.now() - toldAt >= statusMs) tell()
      await new Promise((resolve) => setImmediate(resolve))
    }
    isRunning = false
    if (isClosing) return close()
    tell()
    const waitMs = session.waitMs()
    if (waitMs !== null) wake(Math.max(waitMs, gatherMs))
    else restTimer = setTimeout(tellRest, received > 0 ? data.restMs.used : data.restMs.unused)
  }
  const tellRest = () => {
    restTimer = null
    const rest = isRunning || timer ? null : session.rest()
    if (rest) send({ type: 'rested', received, ...rest })
  }
  const close = async (): Promise<void> => {
    await session.dispose()
    port.close()
  }

  port.on('message', (request: IndexerRequest) => {
    received++
    restTimer?.refresh()
    switch (request.type) {
      case 'poke':
        session.poke(request.poke)
        wake(gatherMs)
        return
      case 'power':
        session.power(request.onBattery)
        wake(gatherMs)
        return
      case 'model-files':
        session.modelFilesChanged()
        wake(0)
        return
      case 'make-anew':
        session.makeAnew()
        wake(0)
        return
      case 'embed':
        void session
          .embedQuestion(request.text)
          .catch(() => null)
          .then((vector) => send({ type: 'embedded', id: request.id, vector }))
        return
      case 'close':
        isClosing = true
        if (timer) clearTimeout(timer)
        if (restTimer) clearTimeout(restTimer)
        if (!isRunning) void close()
    }
  })
  wake(0)
}
