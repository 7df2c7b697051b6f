/**
 * Our way through a model of transformers.js beside the plain way, a pipeline that is given batches as they come. The
 * passages are those of the evaluation set, with their titles, several times over.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { env, pipeline } from '@huggingface/transformers'
import { createStaticModel, staticEmbedder } from '../../src-main/engine/search/embedding/static-model.ts'
import { createTransformerEmbedder } from '../../src-main/engine/search/embedding/transformer-embedder.ts'
import type { Embedder } from '../../src-main/engine/search/embedding/embedder.ts'
import type { TransformerRecipe } from '../../src-main/engine/search/models/catalogue.ts'
import { writeRandomTransformer } from '../embedding/random-transformer.ts'
import { format, type Figure, type Suite } from '../report.ts'
import { evalPassages } from '../retrieval/data.ts'
import { statsOf } from '../stats.ts'

const builtIn = path.resolve(import.meta.dirname, '../../assets/models/static-de-en')
const plainBatch = 32
const recipe: TransformerRecipe = {
  weights: 'model',
  prefix: { question: '', passage: '' },
  pooling: 'mean',
  dimensions: 256,
  maxTokens: 512,
}

export const embeddingSuite: Suite = {
  name: 'embedding',
  title: 'Embedding passages, ours and plain transformers.js',
  async run({ runs = 5, scale = 1 }) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-bench-'))
    try {
      const random = path.join(folder, 'random-transformer')
      writeRandomTransformer(random, builtIn)
      const some = evalPassages.map(({ title, text }) => `${title}\n${text}`)
      const many = Array.from({ length: 5 }, () => some).flat()
      const few = some.slice(0, Math.max(plainBatch, Math.round(some.length * scale)))
      return [
        await lookup(many, runs),
        await beside('built-in model by transformers.js', builtIn, recipe, many, runs, false),
        await beside('transformer, same threads', random, { ...recipe, dimensions: 384 }, few, runs, true),
        await beside(
          'transformer, plain with all cores',
          random,
          { ...recipe, dimensions: 384 },
          few,
          runs,
          false,
        ),
      ]
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  },
  notes: () => [
    'The transformer has the shape of all-MiniLM-L6-v2 (6 layers, 384 wide, fp32) and random weights: none can be fetched here.',
    `Ours runs with ${threads()} of ${os.availableParallelism()} threads; the plain pipeline takes batches of ${plainBatch} in the order they come. The two take turns.`,
  ],
}

const threads = (): number => Math.max(1, os.availableParallelism() - 1)
const inGroups = (texts: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(texts.length / size) }, (_, at) => texts.slice(at * size, (at + 1) * size))

async function lookup(texts: readonly string[], runs: number): Promise<Figure> {
  const embedder = staticEmbedder(createStaticModel(builtIn))
  const rates = await rateOf(embedder, texts, runs)
  return {
    measure: 'built-in model by plain lookup',
    value: `${format(statsOf(rates).median)}/s`,
    compared: [{ name: 'transformers.js', value: '' }],
    ratio: '',
    target: '',
    reached: null,
    detail: `${texts.length} passages, median of ${runs}`,
  }
}

async function rateOf(embedder: Embedder, texts: readonly string[], runs: number): Promise<number[]> {
  const rates: number[] = []
  await embedder.embed(texts.slice(0, plainBatch), 'passage')
  for (let run = 0; run < runs; run++) rates.push(await timed(texts, () => embedder.embed(texts, 'passage')))
  return rates
}

async function timed(texts: readonly string[], work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (texts.length * 1_000) / (performance.now() - start)
}

async function beside(
  measure: string,
  folder: string,
  ours: TransformerRecipe,
  texts: readonly string[],
  runs: number,
  isEqual: boolean,
): Promise<Figure> {
  const embedder = await createTransformerEmbedder({ folder, id: 'bench', version: '1', recipe: ours })
  env.localModelPath = path.dirname(folder)
  const plain = await pipeline('feature-extraction', path.basename(folder), {
    dtype: 'fp32',
    ...(isEqual ? { session_options: { intraOpNumThreads: threads() } } : {}),
  })
  const runPlain = async (): Promise<void> => {
    for (const batch of inGroups(texts, plainBatch)) await plain(batch, { pooling: 'mean', normalize: true })
  }
  const [own, other]: [number[], number[]] = [[], []]
  await embedder.embed(texts.slice(0, plainBatch), 'passage')
  await plain(texts.slice(0, plainBatch), { pooling: 'mean', normalize: true })
  for (let run = 0; run < runs; run++) {
    own.push(await timed(texts, () => embedder.embed(texts, 'passage')))
    other.push(await timed(texts, runPlain))
  }
  await embedder.dispose()
  await plain.dispose()
  const [mine, theirs] = [statsOf(own).median, statsOf(other).median]
  return {
    measure,
    value: `${format(mine)}/s`,
    compared: [{ name: 'transformers.js', value: `${format(theirs)}/s` }],
    ratio: format(mine / theirs),
    target: 'at least 0.90',
    reached: mine / theirs >= 0.9,
    detail: `${texts.length} passages, median of ${runs}`,
  }
}
