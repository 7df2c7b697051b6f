/** Who answers searches: a thread of its own, started with the first of them, or this one. */
import type { Log } from '#shared/base/log.ts'
import type { ParsedQuery } from '#shared/contract/parse.ts'
import type { ReaderJob } from '../search/answers/reader-job.ts'
import type { AskedQuery } from './query.ts'
import { createInlineReader, type Reader } from './reader.ts'
import { createSearchAnswers, type SearchIndexFiles } from './search-answers.ts'
import { createWorkerReader } from './worker-reader.ts'

export interface SearchReader extends Reader {
  /** The index can be attached, or has to be let go of. */
  setIndex(on: boolean): void
  /** Work for questions: see reader-job.ts. */
  work(job: ReaderJob, signal?: AbortSignal): Promise<unknown>
}

export interface SearchReaderOptions {
  readonly file: string
  readonly binding: string | null
  /** The worker's entry point; null answers in this thread. */
  readonly entry: URL | null
  readonly index: SearchIndexFiles
  readonly slowMs: number
  readonly log: Log
  readonly onFault: () => void
  readonly onIndexDamaged: () => void
  readonly check: () => boolean
  /** The vector of what is asked, where the serving model is not the built-in one; null where that is it, or nothing can. */
  readonly embedQuestion: (text: string) => Promise<Float32Array | null>
}

export function createSearchReader(options: SearchReaderOptions): SearchReader {
  const { entry, file, binding, index, slowMs, log } = options
  let reader: SearchReader | null = null
  const open = (): SearchReader => {
    if (entry === null) return openInline(options)
    // No more of it than the thread needs: functions cannot go there.
    const { indexFile, modelFolder } = index
    const data = { file, binding, slowMs, index: { indexFile, modelFolder } }
    return createWorkerReader(entry, data, log, options.onFault, options.onIndexDamaged)
  }
  const opened = () => (reader ??= open())
  const asked = async (query: ParsedQuery): Promise<AskedQuery> => {
    const { input } = query
    const text = 'text' in input && typeof input.text === 'string' ? input.text : ''
    const vector = text.trim() === '' ? null : await options.embedQuestion(text)
    return vector ? { ...query, vector } : query
  }
  return {
    run: async (query, signal) => opened().run(await asked(query), signal),
    live: async (subscription, query) => opened().live(subscription, await asked(query)),
    release: (subscription) => reader?.release(subscription),
    async work(job, signal) {
      if (job.type !== 'gather') return opened().work(job, signal)
      const vector = await options.embedQuestion(job.input.text)
      return opened().work({ ...job, input: { ...job.input, vector } }, signal)
    },
    setIndex: (on) => reader?.setIndex(on),
    check: () => Promise.resolve(options.check()),
    dispose: async () => reader?.dispose(),
  }
}

function openInline(options: SearchReaderOptions): SearchReader {
  const answers = createSearchAnswers({ ...options, onDamaged: options.onIndexDamaged })
  return {
    ...createInlineReader((query) => answers.answer(query), options.check),
    work: (job) => Promise.resolve().then(() => answers.work(job)),
    setIndex(on) {
      if (on) answers.attach()
      else answers.detach()
    },
    async dispose() {
      answers.close()
    },
  }
}
