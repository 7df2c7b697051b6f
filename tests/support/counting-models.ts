/** Models that count what they are asked, for tests of the index. */
import { err, ok } from '#shared/base/result.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import type { Embedder } from '../../src-main/engine/search/embedding/embedder.ts'
import type { LoadModel } from '../../src-main/engine/search/index/load-model.ts'

export interface CountingModels {
  readonly loadModel: LoadModel
  /** The texts that each model has embedded, by its id. */
  readonly embedded: Map<string, string[]>
  /** Models that cannot be loaded. */
  readonly missing: Set<string>
  /** Told before each batch; may throw. */
  beforeBatch: (texts: readonly string[]) => void
}

export function createCountingModels(): CountingModels {
  const models: CountingModels = {
    embedded: new Map(),
    missing: new Set(),
    beforeBatch: () => undefined,
    loadModel: async (id) => {
      if (models.missing.has(id)) return err('missing')
      return ok(embedderOf(id))
    },
  }
  const embedderOf = (id: string): Embedder => ({
    info: { id, version: '1', dimensions: id === builtInModelId ? 8 : 4 },
    async embed(texts, kind) {
      models.beforeBatch(texts)
      const known = models.embedded.get(id) ?? []
      if (kind === 'passage') models.embedded.set(id, [...known, ...texts])
      return texts.map((text) => vectorOf(text, id === builtInModelId ? 8 : 4))
    },
    dispose: () => Promise.resolve(),
  })
  return models
}

/** The same text, the same vector; of length 1. */
function vectorOf(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions)
  for (let i = 0; i < text.length; i++)
    vector[i % dimensions] = (vector[i % dimensions] ?? 0) + text.charCodeAt(i)
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}
