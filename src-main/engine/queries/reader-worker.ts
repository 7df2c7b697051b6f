/** The worker's side of worker-reader.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { forwardingLog } from '#shared/base/log.ts'
import { openConnection } from '../store/connection.ts'
import { createDb } from '../store/db.ts'
import { errorCode } from '../store/errors.ts'
import { passesQuickCheck } from '../store/open-store.ts'
import { runQuery } from './handlers.ts'
import { createQuerySession } from './reader.ts'
import { createSearchAnswers } from './search-answers.ts'
import type { ReaderRequest, ReaderResponse, ReaderWorkerData } from './worker-reader.ts'

export function startReaderWorker(): void {
  const port = parentPort
  if (!port) throw new Error('not a worker')
  const { file, binding, slowMs, index } = workerData as ReaderWorkerData
  const send = (response: ReaderResponse) => port.postMessage(response)
  const log = forwardingLog((level, event, fields) => send({ type: 'log', level, event, fields }))

  const connection = openConnection({ file, binding, readonly: true })
  const db = createDb(connection, { log, slowMs })
  const searches =
    index &&
    createSearchAnswers({
      ...{ file, binding, index, slowMs, log },
      onDamaged: () => send({ type: 'index-damaged' }),
    })
  const session = createQuerySession((query) => searches?.answer(query) ?? runQuery(db, query))

  const answer = (request: ReaderRequest): unknown => {
    switch (request.type) {
      case 'run':
        return session.run(request.query)
      case 'live':
        return session.live(request.subscription, request.query)
      case 'release':
        session.release(request.subscription)
        return null
      case 'adopt':
        session.adopt(request.subscription, request.last)
        return null
      case 'index':
        if (request.on) searches?.attach()
        else searches?.detach()
        return null
      case 'work':
        if (!searches) throw new Error('not the thread for searches')
        return searches.work(request.job)
      case 'check':
        return passesQuickCheck(connection)
    }
  }
  send({ type: 'ready' })
  port.on('message', (request: ReaderRequest) => {
    try {
      send({ type: 'done', value: answer(request) })
    } catch (error) {
      send({
        type: 'failed',
        message: error instanceof Error ? error.name : 'unknown',
        code: errorCode(error),
      })
    }
  })
}
