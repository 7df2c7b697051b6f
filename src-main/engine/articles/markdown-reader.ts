/**
 * Reads Markdown in a thread that can be thrown away: there are texts of a few kilobytes that take a parser minutes, and
 * the engine's thread is everybody's.
 */
import { Worker } from 'node:worker_threads'
import type { Result } from '#shared/base/result.ts'
import { err, ok } from '#shared/base/result.ts'
import type { ArticleNode } from '#shared/model/article/article-node.ts'
import { markdownToContent } from './markdown-read.ts'
import { contentToMarkdown } from './markdown-write.ts'

export interface ReadMarkdown {
  readonly content: ArticleNode[]
  /** The content written as we write it: what tells two files apart that say the same. */
  readonly markdown: string
}

export type MarkdownFault = 'too-deep' | 'too-complex'
export type MarkdownAnswer = Result<ReadMarkdown, MarkdownFault>

export interface MarkdownReader {
  read(text: string): Promise<MarkdownAnswer>
  dispose(): void
}

const maxMs = 4_000
const memoryMiB = 256

export function readMarkdown(text: string): MarkdownAnswer {
  const read = markdownToContent(text)
  return read.ok ? ok({ content: read.value, markdown: contentToMarkdown(read.value) }) : read
}

function start(entry: URL): Worker {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memoryMiB } })
  // Its end follows, and says enough.
  worker.on('error', () => undefined)
  return worker
}

/** @param entry the thread's entry point; null reads in this thread, without a limit */
export function createMarkdownReader(entry: URL | null): MarkdownReader {
  let worker: Worker | null = null
  const stop = (): void => {
    void worker?.terminate()
    worker = null
  }
  if (entry === null) return { read: (text) => Promise.resolve(readMarkdown(text)), dispose: stop }
  return {
    read: (text) =>
      new Promise((resolve) => {
        const own = (worker ??= start(entry))
        const end = (answer: MarkdownAnswer): void => {
          clearTimeout(timer)
          own.off('message', end)
          own.off('exit', give)
          resolve(answer)
        }
        const give = (): void => {
          // Out of time or memory: the next file gets a fresh thread.
          stop()
          end(err('too-complex'))
        }
        const timer = setTimeout(give, maxMs)
        own.on('message', end)
        own.on('exit', give)
        own.postMessage(text)
      }),
    dispose: stop,
  }
}
