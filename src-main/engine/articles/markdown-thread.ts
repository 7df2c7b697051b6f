/** The thread's side of markdown-reader.ts. */
import { parentPort } from 'node:worker_threads'
import { readMarkdown } from './markdown-reader.ts'

export function startMarkdownThread(): void {
  const port = parentPort
  if (!port) throw new Error('not a worker')
  port.on('message', (text: string) => port.postMessage(readMarkdown(text)))
}
