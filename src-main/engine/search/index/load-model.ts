/** Opens the models of the index, whichever kind they are. */
import { err, ok, type Result } from '#shared/base/result.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { createStaticModel, staticEmbedder } from '../embedding/static-model.ts'
import type { ModelError } from './embedding-work.ts'

export interface ModelFolders {
  /** The built-in model's own folder. */
  readonly modelFolder: string
  /** Where models are that a person fetched or brought along; null where none can be. */
  readonly userModelFolder: string | null
}

export type LoadModel = (id: string) => Promise<Result<Embedder, ModelError>>

export function createLoadModel({ modelFolder, userModelFolder }: ModelFolders): LoadModel {
  return async (id) => {
    if (id !== builtInModelId) {
      if (userModelFolder === null) return err('missing')
      // Its native parts are loaded only where such a model was chosen.
      const { openTransformer } = await import('../models/open-model.ts')
      return openTransformer(id, { userModelFolder })
    }
    try {
      return ok(staticEmbedder(createStaticModel(modelFolder)))
    } catch (error) {
      const isMissing = error instanceof Error && error.message.includes('cannot be read')
      return err(isMissing ? 'missing' : 'broken')
    }
  }
}
