import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { createStaticModel, staticEmbedder } from '../../src-main/engine/search/embedding/static-model.ts'
import { openTransformer } from '../../src-main/engine/search/models/open-model.ts'
import { builtInFolder, installModel, staticAsTransformer } from '../support/static-as-transformer.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { cosine, describeEmbedder } from './embedder.ts'

const userModelFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-test-'))
afterAll(() => fs.rmSync(userModelFolder, { recursive: true, force: true }))
const model = staticAsTransformer()
installModel(userModelFolder, model)
const openPrefixed = (prefix: { question: string; passage: string }) =>
  openTransformer(model.id, {
    userModelFolder,
    catalogue: [{ ...model, recipe: { ...model.recipe, prefix } }],
  })
const openIt = (folder = userModelFolder) =>
  openTransformer(model.id, { userModelFolder: folder, catalogue: [model] })

describeEmbedder('the built-in model', async () => staticEmbedder(createStaticModel(builtInFolder)), {
  batchCosine: 0.999999,
})
describeEmbedder('a model by transformers.js', async () => unwrap(await openIt()), { batchCosine: 0.99999 })

describe('the built-in model by transformers.js', () => {
  test('gives the vectors that the plain lookup gives', async () => {
    const texts = (
      JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
        description: string
      }
    ).description
      .split(/[,.]/)
      .concat('Störung an der Pumpe', 'What to do when the pump is stuck?', 'Was tun, wenn es brennt?')
    const plain = staticEmbedder(createStaticModel(builtInFolder))
    const transformer = unwrap(await openIt())
    const [a, b] = [await plain.embed(texts, 'passage'), await transformer.embed(texts, 'passage')]
    for (const [index, vector] of a.entries()) expect(cosine(vector, b[index]!)).toBeGreaterThan(0.99999)
    await transformer.dispose()
  })

  test('puts the recipe’s words before questions and passages', async () => {
    const plain = unwrap(await openIt())
    const prefixed = unwrap(await openPrefixed({ question: 'Frage: ', passage: 'Text: ' }))
    const [question] = await prefixed.embed(['Lager'], 'question')
    const [passage] = await prefixed.embed(['Lager'], 'passage')
    const [asQuestion, asPassage] = await plain.embed(['Frage: Lager', 'Text: Lager'], 'passage')
    expect(cosine(question!, asQuestion!)).toBeGreaterThan(0.99999)
    expect(cosine(passage!, asPassage!)).toBeGreaterThan(0.99999)
    expect(cosine(question!, passage!)).toBeLessThan(0.99)
    await Promise.all([plain.dispose(), prefixed.dispose()])
  })
})

describe('a model that cannot be used', () => {
  test('is missing where its folder is not there, or one of its files is cut', async () => {
    const folder = temporaryFolder()
    expect(await openIt(folder)).toEqual({ ok: false, error: 'missing' })
    const installed = installModel(folder, model)
    fs.truncateSync(path.join(installed, 'onnx/model.onnx'), 1_000)
    expect(await openIt(folder)).toEqual({ ok: false, error: 'missing' })
  })

  test('is missing where the catalogue does not have it any more', async () => {
    expect(await openTransformer('gone', { userModelFolder, catalogue: [model] })).toEqual({
      ok: false,
      error: 'missing',
    })
  })

  test('is broken where one bit is another one', async () => {
    const folder = temporaryFolder()
    const file = path.join(installModel(folder, model), 'onnx/model.onnx')
    const bytes = fs.readFileSync(file)
    bytes[bytes.length - 100]! ^= 1
    fs.writeFileSync(file, bytes)
    expect(await openIt(folder)).toEqual({ ok: false, error: 'broken' })
  })

  test('is broken where the runtime cannot read it, though it is what the catalogue says', async () => {
    const folder = temporaryFolder()
    const rubbish = Buffer.from('this is no model')
    const { createHash } = await import('node:crypto')
    const sha256 = createHash('sha256').update(rubbish).digest('hex')
    const other = {
      ...model,
      files: model.files.map((file) =>
        file.path === 'onnx/model.onnx' ? { ...file, bytes: rubbish.length, sha256 } : file,
      ),
    }
    fs.writeFileSync(path.join(installModel(folder, model), 'onnx/model.onnx'), rubbish)
    const opened = await openTransformer(model.id, { userModelFolder: folder, catalogue: [other] })
    expect(opened).toEqual({ ok: false, error: 'broken' })
  })

  test('is broken where it makes vectors of another size than the catalogue says', async () => {
    const other = { ...model, recipe: { ...model.recipe, dimensions: 384 } }
    expect(await openTransformer(model.id, { userModelFolder, catalogue: [other] })).toEqual({
      ok: false,
      error: 'broken',
    })
  })
})
