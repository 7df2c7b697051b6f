/**
 * The index in this thread, for tests, simulations and tools: a task of the background. What it needs is loaded with its
 * first step, since the program itself has a thread for all of that and should not load it twice.
 */
import type { Log } from '#shared/base/log.ts'
import { withBytes, type IndexEvents, type IndexHost } from './index-host.ts'
import type { IndexSession } from './index-session.ts'
import type { LoadModel, ModelFolders } from './load-model.ts'

export interface InlineIndexerOptions extends ModelFolders, IndexEvents {
  readonly storeFile: string
  readonly indexFile: string
  readonly binding: string | null
  readonly log: Log
  /** Other models than those in the folders, for tests. */
  readonly loadModel: LoadModel | null
}

export function createInlineIndexer(options: InlineIndexerOptions): IndexHost {
  let session: IndexSession | null = null
  let onBattery = false
  let isDisposed = false

  const open = async (): Promise<IndexSession> => {
    const { createIndexSession } = await import('./index-session.ts')
    const { createIndexModels } = await import('./load-model.ts')
    const models = createIndexModels(options)
    const opened = createIndexSession({
      ...options,
      models: { ...models, load: options.loadModel ?? models.load },
    })
    opened.power(onBattery)
    return opened
  }
  return {
    // Before the first step nothing has to be told: it compares everything.
    poke: (poke) => session?.poke(poke),
    power(on) {
      onBattery = on
      session?.power(on)
    },
    modelFilesChanged: () => session?.modelFilesChanged(),
    makeAnew: () => session?.makeAnew(),
    status: () => withBytes(session?.status() ?? null, options.indexFile),
    embedQuestion: async (text) => (await session?.embedQuestion(text)) ?? null,
    tasks: [
      {
        name: 'index',
        afterIdleMs: 0,
        async step() {
          if (isDisposed) return false
          session ??= await open()
          return session.step()
        },
      },
    ],
    async dispose() {
      isDisposed = true
      await session?.dispose()
    },
  }
}
