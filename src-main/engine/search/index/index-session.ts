/**
 * An indexer over files: opens the store to read and the index to write, and the models. Whatever fails, it says so in
 * its state, and is tried again later or when something changes; nothing it meets ends the engine.
 */
import type { Log } from '#shared/base/log.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import { openConnection } from '../../store/connection.ts'
import { createDb } from '../../store/db.ts'
import { errorCode, isCorrupt } from '../../store/errors.ts'
import { getMeta } from '../../store/meta.ts'
import { failed } from './index-host.ts'
import { setIndexMeta } from './index-meta.ts'
import type { IndexSettings } from './index-settings.ts'
import { createIndexer, type Indexer, type IndexPoke, type IndexRest, type IndexStatus } from './indexer.ts'
import type { IndexModels } from './load-model.ts'
import { openIndex, removeIndexFiles, type OpenIndex } from './open-index.ts'

export interface IndexSessionOptions {
  readonly storeFile: string
  readonly indexFile: string
  readonly binding: string | null
  readonly models: IndexModels
  readonly log: Log
  /** The file can be attached now; it is another one than before. */
  readonly onOpened: () => void
  /** Readers hold a file that has to be deleted: they should let go of it. Only where the index is damaged. */
  readonly onDamaged: () => void
  readonly onChange: () => void
  readonly working?: (ref: string | null) => void
  readonly skip?: ReadonlySet<string>
  readonly isCareful?: boolean
  /** A session before this one left the index so: see `IndexRest`. */
  readonly compared?: IndexSettings | null
  readonly stepMs?: number
}

export interface IndexSession {
  poke(poke: IndexPoke): void
  power(onBattery: boolean): void
  /** The files of a model came or went. */
  modelFilesChanged(): void
  /** A reader found the file damaged. */
  makeAnew(): void
  /** Does one bounded step. False where nothing is left to do until the next poke, or `waitMs`. Never throws. */
  step(): Promise<boolean>
  waitMs(): number | null
  rest(): IndexRest | null
  status(): IndexStatus | null
  embedQuestion(text: string): Promise<Float32Array | null>
  dispose(): Promise<void>
}

interface Open {
  readonly indexer: Indexer
  readonly index: OpenIndex
  close(): Promise<void>
}

const slowMs = 1_000
const retryMs = 60_000

export function createIndexSession(options: IndexSessionOptions): IndexSession {
  const { log, models } = options
  let open: Open | null = null
  let failedAt: number | null = null
  let lastStatus: IndexStatus | null = null
  let onBattery = false
  /** The file is damaged beyond what opening it shows. */
  let makesAnew = false
  let madeAnewAt: number | null = null
  let isReportedDamaged = false
  /** The model that was asked for last; null where it has to be asked for. */
  let modelId: string | null = null
  /** What came before it was open; null where all is compared when it is. */
  let early: IndexPoke[] | null = options.compared ? [] : null

  const start = (): Open => {
    const connection = openConnection({ file: options.storeFile, binding: options.binding, readonly: true })
    try {
      const store = createDb(connection, { log, slowMs })
      const { indexFile: file, binding } = options
      if (makesAnew) removeIndexFiles(file)
      makesAnew = false
      const index = openIndex({ file, binding, log, workspaceId: getMeta(store, 'workspaceId') })
      // Nothing that was erased before ever got into a new one.
      if (index.isNew) setIndexMeta(index.db, 'erased', getMeta(store, 'erased'))
      const compared = early === null || index.isNew ? null : (options.compared ?? null)
      const indexer = createIndexer({ ...options, store, index, split: models.splitter(), compared })
      for (const poke of early ?? []) indexer.poke(poke)
      early = null
      indexer.power(onBattery)
      modelId = null
      options.onOpened()
      return {
        indexer,
        index,
        async close() {
          await indexer.dispose()
          index.close()
          connection.close()
        },
      }
    } catch (error) {
      connection.close()
      throw error
    }
  }

  /** Loads what the person chose, where it is another one than before. */
  const useModel = async ({ indexer }: Open): Promise<void> => {
    const wanted = indexer.settings().modelId
    if (wanted === modelId) return
    modelId = wanted
    const chosen = await models.load(wanted)
    const serving = indexer.status().meta.serving?.id
    if (chosen.ok) indexer.choose(chosen.value, null)
    else {
      log.warn('model-unusable', { reason: chosen.error })
      indexer.choose(null, chosen.error)
    }
    if (chosen.ok ? serving === undefined || serving === wanted : serving === wanted) return
    // The one before goes on serving; where there is none, the built-in one begins.
    const other = await models.load(serving ?? builtInModelId)
    if (!other.ok) return
    if (serving === undefined && !chosen.ok) indexer.choose(other.value, chosen.error)
    else indexer.lend(other.value)
  }

  const fail = async (error: unknown): Promise<void> => {
    const code = errorCode(error)
    log.error('index-failed', { code, error: error instanceof Error ? error.name : 'unknown' })
    failedAt = performance.now()
    isReportedDamaged = false
    const last = open
    open = null
    early = null
    try {
      await last?.close()
    } catch {
      // It is given up anyway.
    }
    if (!isCorrupt(code) || !last) return
    options.onDamaged()
    makesAnew = true
    // Once at once; if that was not it, with patience.
    if (madeAnewAt === null || performance.now() - madeAnewAt > retryMs) failedAt = null
    madeAnewAt = performance.now()
  }

  return {
    poke: (poke) => {
      if (open) open.indexer.poke(poke)
      else early?.push(poke)
    },
    power(on) {
      onBattery = on
      open?.indexer.power(on)
    },
    modelFilesChanged: () => (modelId = null),
    makeAnew: () => (isReportedDamaged = true),
    async step() {
      if (failedAt !== null && performance.now() - failedAt < retryMs) return false
      try {
        failedAt = null
        if (isReportedDamaged && open) throw new DamagedError()
        open ??= start()
        await useModel(open)
        return await open.indexer.step()
      } catch (error) {
        await fail(error)
        return failedAt === null
      } finally {
        lastStatus = open?.indexer.status() ?? lastStatus
      }
    },
    waitMs: () =>
      failedAt === null
        ? (open?.indexer.waitMs() ?? null)
        : Math.max(0, failedAt + retryMs - performance.now()),
    rest: () => (failedAt === null && !isReportedDamaged ? (open?.indexer.rest() ?? null) : null),
    status() {
      const status = open?.indexer.status() ?? lastStatus
      return failedAt === null ? status : failed(status)
    },
    embedQuestion: async (text) => (await open?.indexer.embedQuestion(text)) ?? null,
    async dispose() {
      const last = open
      open = null
      await last?.close()
    },
  }
}

class DamagedError extends Error {
  readonly code = 'SQLITE_CORRUPT'
}
