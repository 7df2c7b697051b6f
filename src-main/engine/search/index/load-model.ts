/** Opens the models of the index, whichever kind they are. */
import { err, ok, type Result } from '#shared/base/result.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { createStaticModel, staticEmbedder, type StaticModel } from '../embedding/static-model.ts'
import { createCompoundSplitter, type CompoundSplitter } from '../lexical/compounds.ts'
import type { CatalogueModel } from '../models/catalogue.ts'
import type { ModelError } from './embedding-work.ts'

export interface ModelFolders {
  /** The built-in model's own folder. */
  readonly modelFolder: string
  /** Where models are that a person fetched or brought along; null where none can be. */
  readonly userModelFolder: string | null
  /** Those that are known; null or left out for the program's own. */
  readonly catalogue?: readonly CatalogueModel[] | null
}

export type LoadModel = (id: string) => Promise<Result<Embedder, ModelError>>

export interface IndexModels {
  readonly load: LoadModel
  /** By the words that the built-in model knows, whichever model serves; null where it cannot be read. */
  splitter(): CompoundSplitter | null
}

export function createIndexModels({ modelFolder, userModelFolder, catalogue }: ModelFolders): IndexModels {
  let builtIn: StaticModel | null = null
  let split: CompoundSplitter | null = null
  const loadBuiltIn = (): Result<StaticModel, ModelError> => {
    try {
      return ok((builtIn ??= createStaticModel(modelFolder)))
    } catch (error) {
      const isMissing = error instanceof Error && error.message.includes('cannot be read')
      return err(isMissing ? 'missing' : 'broken')
    }
  }
  return {
    async load(id) {
      if (id === builtInModelId) {
        const model = loadBuiltIn()
        return model.ok ? ok(staticEmbedder(model.value)) : model
      }
      if (userModelFolder === null) return err('missing')
      // Its native parts are loaded only where such a model was chosen.
      const { openTransformer } = await import('../models/open-model.ts')
      return openTransformer(id, { userModelFolder, ...(catalogue ? { catalogue } : {}) })
    },
    splitter() {
      const model = loadBuiltIn()
      return (split ??= model.ok ? createCompoundSplitter(model.value.words()) : null)
    },
  }
}
