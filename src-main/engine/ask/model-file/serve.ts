/** The process that runs a language model's file, as its line hears it: one answer after the other, each can be stopped. */
import type {
  LocalModelFault,
  LocalModelPort,
  LocalModelRequest,
  LocalModelResponse,
} from '#shared/contract/local-model.ts'
import { createModelRunner, lookAt, ModelFault } from './runtime.ts'

/** @param onEnd the line is gone: nobody will ask any more */
export function serveLocalModel(port: LocalModelPort, onEnd: () => void): void {
  const send = (response: LocalModelResponse) => port.postMessage(response)
  const runner = createModelRunner()
  const stops = new Map<number, AbortController>()
  let before: Promise<unknown> = Promise.resolve()

  const write = async (request: Extract<LocalModelRequest, { type: 'write' }>, signal: AbortSignal) => {
    const { id, path } = request
    signal.throwIfAborted()
    await runner.write(path, {
      ...request,
      signal,
      onPiece: (text) => {
        if (!signal.aborted) send({ type: 'piece', id, text })
      },
    })
    if (!signal.aborted) send({ type: 'done', id })
  }

  port.on('message', ({ data }) => {
    const request = data as LocalModelRequest
    const { id } = request
    const fail = (error: unknown) => send({ type: 'failed', id, fault: faultOf(error) })
    switch (request.type) {
      case 'look':
        lookAt(request.path).then((bytes) => send({ type: 'looked', id, bytes }), fail)
        return
      case 'cancel':
        stops.get(id)?.abort()
        return
      case 'write': {
        const stop = new AbortController()
        stops.set(id, stop)
        before = before
          .then(() => write(request, stop.signal))
          .catch((error: unknown) => {
            if (!stop.signal.aborted) fail(error)
          })
          .finally(() => stops.delete(id))
      }
    }
  })
  port.on('close', onEnd)
  port.start()
}

function faultOf(error: unknown): LocalModelFault {
  return error instanceof ModelFault ? error.fault : 'model-unreadable'
}
