/**
 * Has one file at a time read in a thread of its own, which can be thrown away: a file that hangs, eats all memory or
 * brings the thread down ends that thread, and the next file gets a fresh one.
 */
import { Worker } from 'node:worker_threads'
import type { Log } from '#shared/base/log.ts'
import type { SkipReason } from '#shared/contract/library.ts'
import type { ParsedBlock, ParseJob, ParseOutcome, ParserRequest, ParserResponse } from './parsed-file.ts'

export interface FileReader {
  /** Never rejects but with the signal's reason; `blocks` is empty unless it was read. */
  read(job: ParseJob, signal: AbortSignal): Promise<ReadFile>
  dispose(): Promise<void>
}

export interface ReadFile {
  readonly outcome: ParseOutcome
  readonly blocks: readonly ParsedBlock[]
}

export interface FileReaderDeps {
  /** The thread's entry point; null reads in this thread, without its limits on time and memory. */
  readonly entry: URL | null
  readonly memoryMiB: number
  readonly log: Log
}

/** What libraries keep for themselves goes with the thread. */
const filesAThread = 500
/** It is let go when there has been nothing to read for a while. */
const idleMs = 60_000

export function createFileReader({ entry, memoryMiB, log }: FileReaderDeps): FileReader {
  if (entry === null) return { read: readHere, dispose: () => Promise.resolve() }
  let thread: Worker | null = null
  let filesRead = 0
  let idle: NodeJS.Timeout | null = null

  const drop = (): void => {
    thread?.terminate().catch(() => undefined)
    thread = null
    filesRead = 0
  }
  const open = (): Worker => {
    const worker = new Worker(entry, {
      // Node ends the thread near its limit and lets it have a little more until then. What the young generation holds
      // must fit into that: otherwise it is the process that ends.
      resourceLimits: { maxOldGenerationSizeMb: memoryMiB, maxYoungGenerationSizeMb: 8 },
      // What a library prints may hold what is in a file.
      stdout: true,
      stderr: true,
    })
    worker.stdout.resume()
    worker.stderr.resume()
    // Also where nobody reads just then: an error without a listener would end the process.
    worker.on('error', () => {
      if (thread === worker) thread = null
    })
    worker.on('exit', () => {
      if (thread === worker) thread = null
    })
    return worker
  }

  const readThere = (job: ParseJob, signal: AbortSignal): Promise<ReadFile> =>
    new Promise((resolve, reject) => {
      const worker = (thread ??= open())
      const blocks: ParsedBlock[] = []
      let isOver = false
      const end = (settle: () => void, isThreadLost: boolean): void => {
        if (isOver) return
        isOver = true
        clearTimeout(timer)
        signal.removeEventListener('abort', aborted)
        worker.off('message', heard)
        worker.off('error', died)
        worker.off('exit', exited)
        if (isThreadLost || ++filesRead >= filesAThread) drop()
        settle()
      }
      const giveUp = (reason: SkipReason): void => {
        log.info('library-file-given-up', { reason })
        end(() => resolve({ outcome: { type: 'skipped', reason }, blocks: [] }), true)
      }
      const heard = (response: ParserResponse): void => {
        if (response.type === 'blocks') {
          blocks.push(...response.blocks)
          return
        }
        const { outcome } = response
        end(() => resolve({ outcome, blocks: outcome.type === 'read' ? blocks : [] }), false)
      }
      const died = (error: Error & { readonly code?: string }): void =>
        giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'broken')
      const exited = (): void => giveUp('broken')
      const aborted = (): void =>
        end(() => reject(signal.reason instanceof Error ? signal.reason : new Error('stopped')), true)
      const timer = setTimeout(() => giveUp('too-slow'), job.limits.deadlineMs)
      worker.on('message', heard)
      worker.on('error', died)
      worker.on('exit', exited)
      signal.addEventListener('abort', aborted)
      worker.postMessage({ type: 'parse', ...job } satisfies ParserRequest)
    })

  return {
    async read(job, signal) {
      signal.throwIfAborted()
      if (idle) clearTimeout(idle)
      try {
        return await readThere(job, signal)
      } finally {
        idle = setTimeout(drop, idleMs)
        idle.unref()
      }
    },
    async dispose() {
      if (idle) clearTimeout(idle)
      await thread?.terminate()
      thread = null
    },
  }
}

async function readHere(job: ParseJob, signal: AbortSignal): Promise<ReadFile> {
  const { parseFile } = await import('./parsers/parse-file.ts')
  const blocks: ParsedBlock[] = []
  const outcome = await parseFile(job, (piece) => void blocks.push(...piece))
  signal.throwIfAborted()
  return { outcome, blocks: outcome.type === 'read' ? blocks : [] }
}
