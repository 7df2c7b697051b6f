/**
 * A model that is not in the program's catalogue, described in a file for the program under test. The built-in one in other
 * clothes by default; a transformer with real weights where `OUTPOST_TRY_MODEL` names a folder with its files and a
 * `recipe.json` beside them.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { CatalogueModel, TransformerRecipe } from '../../src-main/engine/search/models/catalogue.ts'
import { builtInFolder, staticAsTransformer } from './static-as-transformer.ts'

export interface TriedModel {
  readonly model: CatalogueModel
  /** By their paths at a server that has nothing else. */
  readonly contents: ReadonlyMap<string, Buffer>
}

export function triedModel(): TriedModel {
  const folder = process.env['OUTPOST_TRY_MODEL']
  const plain = staticAsTransformer()
  const recipe: TransformerRecipe =
    folder === undefined
      ? { ...plain.recipe, prefix: { question: 'Frage: ', passage: '' } }
      : (JSON.parse(fs.readFileSync(path.join(folder, 'recipe.json'), 'utf8')) as TransformerRecipe)
  const contents = new Map<string, Buffer>()
  const files = ['config.json', 'tokenizer_config.json', 'tokenizer.json', `onnx/${recipe.weights}.onnx`].map(
    (file) => {
      const bytes = fs.readFileSync(path.join(folder ?? builtInFolder, file))
      contents.set(`/${plain.repository}/resolve/${plain.revision}/${file}`, bytes)
      return { path: file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
  )
  return { model: { ...plain, id: 'tried', name: 'Model under trial', files, recipe }, contents }
}
