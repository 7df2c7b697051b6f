/**
 * The built-in model in the catalogue's clothes. Its files are such that transformers.js can run it, so that the whole
 * way of a transformer model is walked with a model that is here.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { CatalogueModel } from '../../src-main/engine/search/models/catalogue.ts'

export const builtInFolder = path.resolve(import.meta.dirname, '../../assets/models/static-de-en')

export function staticAsTransformer(): CatalogueModel {
  return {
    id: 'static-as-transformer',
    name: 'Static as transformer',
    repository: 'outpost/static',
    revision: 'abcdef0123456789',
    files: ['config.json', 'tokenizer_config.json', 'tokenizer.json', 'onnx/model.onnx'].map((file) => {
      const bytes = fs.readFileSync(path.join(builtInFolder, file))
      return {
        path: file,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
    }),
    recipe: {
      weights: 'model',
      prefix: { question: '', passage: '' },
      pooling: 'mean',
      dimensions: 256,
      maxTokens: 512,
    },
    languages: ['de', 'en'],
    licence: 'GPL-3.0-or-later',
    isRecommended: false,
  }
}

/** Puts its files where a fetched model would be. */
export function installModel(userModelFolder: string, model: CatalogueModel, from = builtInFolder): string {
  const folder = path.join(userModelFolder, model.id)
  for (const file of model.files) {
    const target = path.join(folder, file.path)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.copyFileSync(path.join(from, file.path), target)
  }
  return folder
}
