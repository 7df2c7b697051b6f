/** A model of a few files with bytes that mean nothing: enough to be fetched. */
import { createHash } from 'node:crypto'
import { createRandom } from '#shared/base/random.ts'
import type { CatalogueModel } from '../../src-main/engine/search/models/catalogue.ts'

export const modelId = 'small-model'
export const weights = 'onnx/model_quantized.onnx'

/** Files as a model has them, with bytes that mean nothing. */
export function smallModel(): { model: CatalogueModel; contents: ReadonlyMap<string, Buffer> } {
  const random = createRandom(7)
  const bytesOf = (length: number): Buffer => Buffer.from(Array.from({ length }, () => random.int(0, 255)))
  const contents = new Map([
    ['config.json', Buffer.from('{"model_type":"bert"}')],
    ['tokenizer.json', bytesOf(30_000)],
    [weights, bytesOf(300_000)],
  ])
  const model: CatalogueModel = {
    id: modelId,
    name: 'Small model',
    repository: 'somebody/small-model',
    revision: '0123456789abcdef',
    files: [...contents].map(([file, bytes]) => ({
      path: file,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    recipe: {
      weights: 'model_quantized',
      prefix: { question: '', passage: '' },
      pooling: 'mean',
      dimensions: 8,
      maxTokens: 8,
    },
    languages: ['de', 'en'],
    licence: 'MIT',
    isRecommended: true,
  }
  return { model, contents }
}
