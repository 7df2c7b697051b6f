/**
 * Answers searches: from a connection of its own that may only read, with the index attached where there is one. An index
 * that turns out to be damaged is let go of, and the search goes on by the words of the store.
 */
import type { Log } from '#shared/base/log.ts'
import type { QueryResult } from '#shared/contract/define.ts'
import { createStaticModel, type StaticModel } from '../search/embedding/static-model.ts'
import { attachIndex, detachIndex, hasIndex } from '../search/index/attach-index.ts'
import { runReaderJob, type JobTools, type ReaderJob } from '../search/answers/reader-job.ts'
import { createRetriever } from '../search/retrieval/retriever.ts'
import { openConnection } from '../store/connection.ts'
import { createDb } from '../store/db.ts'
import { errorCode, isCorrupt } from '../store/errors.ts'
import { runQuery } from './handlers.ts'
import type { AskedQuery } from './query.ts'

export interface SearchIndexFiles {
  readonly indexFile: string
  /** The built-in model's. */
  readonly modelFolder: string
}

export interface SearchAnswersOptions {
  readonly file: string
  readonly binding: string | null
  readonly index: SearchIndexFiles
  readonly slowMs: number
  readonly log: Log
  /** The index had to be let go of: whoever writes it should make it anew. */
  readonly onDamaged: () => void
}

export interface SearchAnswers {
  answer(query: AskedQuery): QueryResult
  /** What no window asks for: see reader-job.ts. */
  work(job: ReaderJob): unknown
  /** The index is there, or is another one than before. */
  attach(): void
  /** The index is about to be deleted. */
  detach(): void
  close(): void
}

export function createSearchAnswers(options: SearchAnswersOptions): SearchAnswers {
  const { index, log, onDamaged } = options
  const connection = openConnection({ file: options.file, binding: options.binding, readonly: true })
  const db = createDb(connection, { log, slowMs: options.slowMs })
  let loaded: JobTools | null = null
  const attach = () => attachIndex(connection, index.indexFile)
  attach()

  const loadModel = (): StaticModel | null => {
    try {
      return createStaticModel(index.modelFolder)
    } catch {
      log.error('model-unusable', { model: 'built-in' })
      return null
    }
  }
  // With the first search, not with the start of the thread.
  const tools = (): JobTools => {
    if (loaded) return loaded
    const model = loadModel()
    loaded = { db, model, retriever: createRetriever({ db, model }) }
    return loaded
  }
  const withoutDamage = <T>(run: () => T): T => {
    try {
      return run()
    } catch (error) {
      if (!isCorrupt(errorCode(error)) || !hasIndex(connection)) throw error
      detachIndex(connection)
      onDamaged()
      // Where it was the store that is damaged, this fails again and says so.
      return run()
    }
  }
  return {
    answer: (query) =>
      withoutDamage(() =>
        runQuery(db, query, { retriever: tools().retriever, vector: query.vector ?? null }),
      ),
    work: (job) => withoutDamage(() => runReaderJob(tools(), job)),
    attach: () => void attach(),
    detach: () => detachIndex(connection),
    close: () => connection.close(),
  }
}
