/** The index of an engine, as its options say: none, in a thread, or in this one. */
import type { Log } from '#shared/base/log.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import type { IndexEvents, IndexHost } from './index-host.ts'
import { createInlineIndexer } from './inline-indexer.ts'
import type { LoadModel, ModelFolders } from './load-model.ts'
import { createWorkerIndexer } from './worker-indexer.ts'

export interface IndexOptions extends ModelFolders {
  /** The thread's entry point; null works in this thread. */
  readonly entry: URL | null
  /** How long after the start it begins: the first screen goes before. 3 seconds where left out. */
  readonly startAfterMs?: number
  /** Other models than those in the folders, for tests. Only in this thread. */
  readonly loadModel?: LoadModel
}

export interface IndexHostDeps extends IndexEvents {
  readonly options: IndexOptions
  readonly storeFile: string
  readonly indexFile: string
  readonly binding: string | null
  readonly log: Log
}

const startAfterMs = 3_000
const changeMs = 1_000

export interface EngineIndex extends IndexHost {
  readonly indexFile: string
  readonly modelFolder: string
}

export function createIndexHost(deps: IndexHostDeps): EngineIndex {
  const { options, storeFile, indexFile, binding, log, onOpened, onDamaged } = deps
  const onChange = throttled(deps.onChange)
  const files = { storeFile, indexFile, binding, log, onOpened, onDamaged, onChange: onChange.call }
  const { entry, modelFolder, userModelFolder, catalogue = null } = options
  const models: ModelFolders = { modelFolder, userModelFolder, catalogue }
  const host =
    entry === null
      ? createInlineIndexer({ ...files, ...models, loadModel: options.loadModel ?? null })
      : createWorkerIndexer({
          ...{ ...files, ...models, entry },
          startAfterMs: options.startAfterMs ?? startAfterMs,
        })
  return {
    ...host,
    indexFile,
    modelFolder,
    async embedQuestion(text) {
      // The search thread has the built-in model itself.
      const serving = host.status().meta.serving
      return serving === null || serving.id === builtInModelId ? null : host.embedQuestion(text)
    },
    async dispose() {
      onChange.stop()
      await host.dispose()
    },
  }
}

/** At once, then once in a while, and never without the last. */
function throttled(work: () => void): { call(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null
  let isWaiting = false
  const rest = () => {
    timer = null
    if (!isWaiting) return
    isWaiting = false
    call()
  }
  const call = () => {
    if (timer) {
      isWaiting = true
      return
    }
    work()
    timer = setTimeout(rest, changeMs)
    timer.unref()
  }
  return {
    call,
    stop() {
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => undefined, 0)
    },
  }
}

export const indexKey: ReadonlySet<string> = new Set(['index'])
