/** The ways to search that are compared, all over one index of the evaluation set. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { createStaticModel, type StaticModel } from '../../src-main/engine/search/embedding/static-model.ts'
import { embeddedText } from '../../src-main/engine/search/chunks/chunk.ts'
import { createCompoundSplitter } from '../../src-main/engine/search/lexical/compounds.ts'
import type { LexicalSteps } from '../../src-main/engine/search/lexical/question.ts'
import {
  createRetriever,
  type Retrieved,
  type Retriever,
} from '../../src-main/engine/search/retrieval/retriever.ts'
import { createChunkIndex, openReader } from '../../tests/support/chunk-index.ts'
import { evalPassages } from './data.ts'

export const modelFolder = path.resolve(import.meta.dirname, '../../assets/models/static-de-en')

/** Passage ids, best first. */
export type System = (question: string) => readonly string[]

export interface Systems {
  readonly model: StaticModel
  /** The product's own, whole. */
  readonly retriever: Retriever
  retrieve(question: string, limit?: number): readonly (Retrieved & { readonly id: string })[]
  /** FTS5 as it comes: unicode61, bm25, the words of the question as they stand, joined by OR. */
  plain(tokenizer: 'unicode61' | 'trigram'): System
  /** Our own words, without meaning. */
  lexical(steps?: Partial<LexicalSteps>): System
  /** The nearest vectors alone. */
  readonly vectors: System
  hybrid(steps?: Partial<LexicalSteps>): System
  close(): void
}

/** As many as a person looks at; fusion by ranks sees no more of either side. */
const depth = 20

export function createSystems(): Systems {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-retrieval-'))
  const model = createStaticModel(modelFolder)
  const index = createChunkIndex(path.join(folder, 'index.db'), model, createCompoundSplitter(model.words()))
  index.db.transaction(() => {
    for (const { id, ...passage } of evalPassages) index.add({ ...passage, ownerId: id })
  })
  const reader = openReader(index.file)
  const plainDb = new Database(':memory:')
  const byRetriever = (withModel: boolean, steps: Partial<LexicalSteps> = {}): System => {
    const retriever = createRetriever({ db: reader.db, model, byMeaning: withModel, steps })
    return (text) => retriever.retrieve({ text, limit: depth }).map(({ ownerId }) => ownerId)
  }
  const vectors = evalPassages.map((passage) => ({
    id: passage.id,
    vector: model.embed(embeddedText(passage.title, { headings: [], text: passage.text })),
  }))
  const full = createRetriever({ db: reader.db, model })
  return {
    model,
    retriever: full,
    retrieve: (text, limit = 10) =>
      full.retrieve({ text, limit }).map((found) => ({ ...found, id: found.ownerId })),
    plain(tokenizer) {
      plainDb.exec(
        `CREATE VIRTUAL TABLE ${tokenizer}_words USING fts5 (title, text, tokenize = '${tokenizer}')`,
      )
      const insert = plainDb.prepare(`INSERT INTO ${tokenizer}_words (rowid, title, text) VALUES (?, ?, ?)`)
      evalPassages.forEach(({ title, text }, i) => insert.run(i + 1, title, text))
      const find = plainDb
        .prepare(
          `SELECT rowid FROM ${tokenizer}_words WHERE ${tokenizer}_words MATCH ? ORDER BY rank LIMIT ${String(depth)}`,
        )
        .pluck()
      return (question) => {
        const words = (question.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`)
        if (words.length === 0) return []
        return (find.all(words.join(' OR ')) as number[]).map((row) => evalPassages[row - 1]?.id ?? '')
      }
    },
    lexical: (steps) => byRetriever(false, steps),
    hybrid: (steps) => byRetriever(true, steps),
    vectors(question) {
      const wanted = model.embed(question)
      return vectors
        .map(({ id, vector }) => ({
          id,
          score: vector.reduce((sum, value, i) => sum + value * (wanted[i] ?? 0), 0),
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, depth)
        .map(({ id }) => id)
    },
    close() {
      reader.close()
      index.close()
      plainDb.close()
      fs.rmSync(folder, { recursive: true })
    },
  }
}

/** Reciprocal rank fusion. */
export function fuse(...systems: readonly System[]): System {
  return (question) => {
    const scores = new Map<string, number>()
    for (const system of systems) {
      system(question).forEach((id, i) => scores.set(id, (scores.get(id) ?? 0) + 1 / (60 + i + 1)))
    }
    return [...scores.entries()].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  }
}
