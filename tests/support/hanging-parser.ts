/** Stands in for the parser's thread, and does by a file's name what no real file should be able to. */
import { parentPort } from 'node:worker_threads'
import type { ParserRequest, ParserResponse } from '../../src-main/engine/library/parsed-file.ts'

const send = (response: ParserResponse): void => parentPort?.postMessage(response)

parentPort?.on('message', ({ name }: ParserRequest) => {
  if (name.startsWith('hang')) for (;;);
  if (name.startsWith('throw')) throw new Error('broken')
  if (name.startsWith('exit')) process.exit(3)
  if (name.startsWith('fill')) {
    const kept: unknown[] = []
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => ({ index })))
  }
  send({ type: 'blocks', blocks: [{ kind: 'paragraph', level: null, page: null, text: `Read ${name}` }] })
  send({ type: 'done', outcome: { type: 'read', title: '', pages: null, partly: null } })
})
