/**
 * Indexes of 100,000 and 1,000,000 chunks to measure speed on: tickets of the demo's generator, each with words drawn
 * from the built-in model's vocabulary as they are common there, so that rare and frequent words both occur. Kept in
 * the cache folder.
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRandom } from '#shared/base/random.ts'
import { generateDirectory, generateTickets, largeSet } from '../../src-main/demo/workspace.ts'
import { createStaticModel } from '../../src-main/engine/search/embedding/static-model.ts'
import { indexVersion } from '../../src-main/engine/search/index/schema.ts'
import { createCompoundSplitter } from '../../src-main/engine/search/lexical/compounds.ts'
import { createChunkIndex, type IndexedPassage } from '../../tests/support/chunk-index.ts'
import { benchNow } from '../sets.ts'
import { evalPassages } from './data.ts'
import { modelFolder } from './systems.ts'

/** Raised when other chunks are made. */
const recipe = 1
const cache = path.resolve(process.env['OUTPOST_CACHE_DIR'] ?? path.join(import.meta.dirname, '../../.cache'))

export interface ManyChunks {
  readonly file: string
  readonly seconds: number
  readonly bytes: number
}

/** The file of a finished index; not to be written to. */
export function ensureChunks(count: number): ManyChunks {
  const folder = path.join(cache, 'bench')
  const name = `chunks-${String(count)}-${String(indexVersion)}-${String(recipe)}`
  const file = path.join(folder, `${name}.db`)
  const stamp = path.join(folder, `${name}.json`)
  if (!fs.existsSync(stamp)) {
    fs.mkdirSync(folder, { recursive: true })
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(file + suffix, { force: true })
    console.error(`Making an index of ${String(count)} chunks …`)
    const start = performance.now()
    make(file, count)
    const seconds = Math.round((performance.now() - start) / 1_000)
    fs.writeFileSync(stamp, JSON.stringify({ seconds }))
    console.error(`  made in ${String(seconds)} s`)
  }
  const { seconds } = JSON.parse(fs.readFileSync(stamp, 'utf8')) as { seconds: number }
  return { file, seconds, bytes: fs.statSync(file).size }
}

function make(file: string, count: number): void {
  const model = createStaticModel(modelFolder)
  const index = createChunkIndex(file, model, createCompoundSplitter(model.words()))
  const passages = manyPassages(model.words(), count)
  for (let done = 0; done < count;) {
    index.db.transaction(() => {
      for (let i = 0; i < 5_000 && done < count; i++, done++) {
        const next = passages.next()
        if (next.done) throw new Error('too few tickets')
        index.add(next.value)
      }
    })
    if (done % 100_000 === 0) console.error(`  ${String(done)}`)
  }
  index.db.run("INSERT INTO chunk_words (chunk_words) VALUES ('optimize')")
  index.close()
}

function* manyPassages(words: readonly string[], count: number): Generator<IndexedPassage> {
  const random = createRandom(1_234)
  for (const passage of evalPassages) yield passage
  const options = { ...largeSet, tickets: count, now: benchNow }
  const directory = generateDirectory(options)
  for (const ticket of generateTickets(options, directory)) {
    const { title, language } = ticket
    const texts = [ticket.description, ...ticket.replies.map(({ text }) => text)]
    for (const text of texts) {
      // Cubed: the first words of the vocabulary are its most frequent ones.
      const drawn = Array.from({ length: 14 }, () => words[Math.floor(random.next() ** 3 * words.length)])
      const serial = `SN-${String(random.int(100_000, 999_999))}`
      yield { type: 'ticket', title, language, text: `${text}\n${drawn.join(' ')} ${serial}` }
    }
  }
}
