/** The scan of all vectors beside sqlite-vec on the same ones. */
import Database from 'better-sqlite3'
import * as sqliteVec from 'sqlite-vec'
import { createStaticModel } from '../../../src-main/engine/search/embedding/static-model.ts'
import { createVectorTable } from '../../../src-main/engine/search/retrieval/simd-table.ts'
import { createTop } from '../../../src-main/engine/search/retrieval/top.ts'
import {
  createPlainVectorTable,
  type VectorTable,
} from '../../../src-main/engine/search/retrieval/vector-table.ts'
import { format, reported, type Figure } from '../../report.ts'
import { evalQuestions } from '../../retrieval/data.ts'
import { ensureChunks } from '../../retrieval/many-chunks.ts'
import { modelFolder } from '../../retrieval/systems.ts'
import { sample, statsOf } from '../../stats.ts'

const nearest = 50
const runs = 40

export async function measureScan(count: number): Promise<Figure[]> {
  const rows = readVectors(ensureChunks(count).file)
  const model = createStaticModel(modelFolder)
  const questions = evalQuestions.map(({ text }) => model.embed(text))
  const questionAt = (i: number) => questions[i % questions.length] ?? new Float32Array(model.info.dimensions)
  const figures: Figure[] = []
  const take = async (name: string, work: (question: Float32Array) => unknown) => {
    const { median, p95 } = statsOf(await sample(runs, 5, (i) => work(questionAt(i))))
    figures.push(
      reported(
        `nearest ${String(nearest)} of ${String(rows.length)}: ${name}`,
        `${format(median)} ms`,
        `p95 ${format(p95)} ms`,
      ),
    )
  }
  const fill = (table: VectorTable) => {
    for (const { vector, scale } of rows) table.push(vector, scale)
    return table
  }
  const simd = fill(createVectorTable(model.info.dimensions))
  await take('WebAssembly, int8, exact', (question) => topOf(simd, question))
  const plain = fill(createPlainVectorTable(model.info.dimensions))
  await take('plain loop, int8, exact', (question) => topOf(plain, question))

  const db = new Database(':memory:')
  sqliteVec.load(db)
  const { dimensions } = model.info
  db.exec(`CREATE VIRTUAL TABLE whole USING vec0 (v int8[${String(dimensions)}] distance_metric=cosine);
    CREATE VIRTUAL TABLE bits USING vec0 (v bit[${String(dimensions)}])`)
  const whole = db.prepare('INSERT INTO whole (rowid, v) VALUES (?, vec_int8(?))')
  const bits = db.prepare('INSERT INTO bits (rowid, v) VALUES (?, vec_bit(?))')
  db.transaction(() => {
    rows.forEach(({ vector }, i) => {
      whole.run(BigInt(i + 1), vector)
      bits.run(BigInt(i + 1), signsOf(new Int8Array(vector.buffer, vector.byteOffset, vector.length)))
    })
  })()
  const k = String(nearest)
  const findWhole = db.prepare(`SELECT rowid FROM whole WHERE v MATCH vec_int8(?) AND k = ${k}`)
  const findBits = db.prepare(`SELECT rowid FROM bits WHERE v MATCH vec_bit(?) AND k = ${k}`)
  await take('sqlite-vec, int8, exact', (question) => findWhole.all(toInt8(question)))
  await take('sqlite-vec, one bit a number, not exact', (question) => findBits.all(signsOf(question)))
  db.close()
  return figures
}

function topOf(table: VectorTable, question: Float32Array): unknown {
  const top = createTop<number>(nearest)
  table.scores(question).forEach((score, slot) => {
    if (score > top.threshold) top.offer(score, slot)
  })
  return top.take()
}

function readVectors(file: string): { readonly vector: Uint8Array; readonly scale: number }[] {
  const db = new Database(file, { readonly: true })
  const rows = db.prepare('SELECT vector, scale FROM vectors').all() as {
    vector: Uint8Array
    scale: number
  }[]
  db.close()
  return rows
}

function toInt8(vector: Float32Array): Int8Array {
  const max = Math.max(...vector.map(Math.abs)) || 1
  return Int8Array.from(vector, (value) => Math.round((value / max) * 127))
}

function signsOf(vector: Float32Array | Int8Array): Uint8Array {
  const bits = new Uint8Array(vector.length / 8)
  vector.forEach((value, i) => {
    if (value > 0) bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7))
  })
  return bits
}
