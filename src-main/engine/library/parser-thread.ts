/** The parser thread's side of file-reader.ts. */
import { parentPort } from 'node:worker_threads'
import type { ParserRequest, ParserResponse } from './parsed-file.ts'
import { parseFile } from './parsers/parse-file.ts'

export function startParserThread(): void {
  const port = parentPort
  if (!port) throw new Error('not a worker')
  const send = (response: ParserResponse) => port.postMessage(response)
  port.on('message', (request: ParserRequest) => {
    parseFile(request, (blocks) => send({ type: 'blocks', blocks }))
      .then((outcome) => send({ type: 'done', outcome }))
      .catch((error: unknown) => {
        // A bug: ends this thread, and its file is skipped.
        queueMicrotask(() => {
          throw error
        })
      })
  })
}
