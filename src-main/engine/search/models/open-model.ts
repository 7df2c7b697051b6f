/**
 * Opens a model by its id, whichever kind it is. For the indexer's thread: opening a transformer model computes its
 * files' check-sums and loads native code.
 */
import path from 'node:path'
import { err, ok, type Result } from '#shared/base/result.ts'
import { createTransformerEmbedder } from '../embedding/transformer-embedder.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { catalogue, findModel, type CatalogueModel } from './catalogue.ts'
import { createModelFolder, sha256OfFile } from './model-folder.ts'

export type OpenModelError = 'missing' | 'broken' | 'out-of-memory'

export interface OpenModelOptions {
  /** Where fetched models are. */
  readonly userModelFolder: string
  /** Others than those of the program, for tests. */
  readonly catalogue?: readonly CatalogueModel[]
  readonly threads?: number | null
}

/** @param modelId of the catalogue; the built-in model is opened by static-model.ts */
export async function openTransformer(
  modelId: string,
  { userModelFolder, catalogue: known = catalogue, threads = null }: OpenModelOptions,
): Promise<Result<Embedder, OpenModelError>> {
  const model = findModel(known, modelId)
  const folder = createModelFolder(userModelFolder)
  if (model === null || !folder.isReady(model)) return err('missing')
  const root = folder.pathOf(model)
  try {
    // A bit that fell over on the disk makes other vectors, not an error.
    for (const file of model.files)
      if ((await sha256OfFile(path.join(root, file.path))) !== file.sha256) return err('broken')
    const { id, recipe } = model
    const embedder = await createTransformerEmbedder({
      ...{ folder: root, id, version: versionOf(model), recipe, threads },
    })
    // What cannot embed a word is found out now, and not in the middle of the index.
    const [vector] = await embedder.embed(['Test'], 'passage')
    return vector?.some((value) => value !== 0) === true ? ok(embedder) : err('broken')
  } catch (error) {
    return err(isOutOfMemory(error) ? 'out-of-memory' : 'broken')
  }
}

/** Raise it when the same files would make other vectors. */
const recipeVersion = 1

export const versionOf = ({ revision }: CatalogueModel): string => `${revision.slice(0, 8)}-${recipeVersion}`

export function isOutOfMemory(error: unknown): boolean {
  const text = error instanceof Error ? error.message : ''
  return /bad_alloc|out of memory|allocation failed|failed to allocate|bad allocation/i.test(text)
}
