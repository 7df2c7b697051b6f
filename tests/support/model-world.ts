/** A small model on a server, and a device that can fetch it. */
import fs from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { silentLog } from '#shared/base/log.ts'
import type { ModelState } from '#shared/contract/models.ts'
import {
  builtInModel,
  fileAddress,
  type CatalogueModel,
} from '../../src-main/engine/search/models/catalogue.ts'
import { createModels, type Models, type ModelsDeps } from '../../src-main/engine/search/models/models.ts'
import { startFileServer, type FileServer } from './file-server.ts'
import { modelId, smallModel } from './small-model.ts'
import { temporaryFolder } from './temp-folder.ts'

export interface ModelWorld {
  readonly folder: string
  readonly model: CatalogueModel
  readonly contents: ReadonlyMap<string, Buffer>
  readonly server: FileServer
  readonly models: Models
  /** As the person sees it. */
  state(): ModelState
  /** Fetches until it ends, one way or the other. */
  fetch(): Promise<ModelState>
  copy(from: string): Promise<ModelState>
  /** Another engine on the same folder. */
  restart(): Promise<void>
  /** Everything in the models' folder, by name. */
  files(): string[]
  /** No word came for as long as the program waits. */
  passSilence(): void
}

export async function createModelWorld(deps: Partial<ModelsDeps> = {}): Promise<ModelWorld> {
  const { model, contents } = smallModel()
  const folder = deps.folder ?? path.join(temporaryFolder(), 'models')
  const at = (file: string): string => {
    const known = model.files.find((each) => each.path === file)
    return known ? new URL(fileAddress('http://x', model, known)).pathname : ''
  }
  const server = await startFileServer(new Map([...contents].map(([file, bytes]) => [at(file), bytes])))
  const silences = new Set<() => void>()
  const create = (): Models =>
    createModels({
      folder,
      fetch: (url, init) => fetch(url, init),
      catalogue: [model],
      after: (_ms, run) => {
        silences.add(run)
        return { dispose: () => silences.delete(run) }
      },
      log: silentLog,
      onChange: () => undefined,
      onFiles: () => undefined,
      ...deps,
    })
  let models = create()
  onTestFinished(() => models.dispose())
  const state = (): ModelState => {
    const row = models.rows(builtInModel.id).find(({ key }) => key === modelId)
    if (!row) throw new Error('the model is not listed')
    return row.state
  }
  return {
    folder,
    model,
    contents,
    server,
    get models() {
      return models
    },
    state,
    async fetch() {
      models.fetch(modelId, server.address)
      await models.settled()
      return state()
    },
    async copy(from) {
      models.copy(modelId, from)
      await models.settled()
      return state()
    },
    async restart() {
      await models.dispose()
      models = create()
    },
    files: () =>
      fs.existsSync(folder)
        ? fs
            .readdirSync(folder, { recursive: true, encoding: 'utf8' })
            .filter((name) => fs.statSync(path.join(folder, name)).isFile())
            .sort()
        : [],
    passSilence() {
      for (const run of [...silences]) run()
    },
  }
}
