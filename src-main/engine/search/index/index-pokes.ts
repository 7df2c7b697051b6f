/** What the index has to look at after the next commit: which documents, and whether files changed. */
import type { IndexPoke } from './indexer.ts'

export interface IndexPokes {
  /** A document's rows are others now, or gone. */
  document(docKey: number): void
  /** @param keys what a commit changed; null where there is nothing to tell */
  take(keys: ReadonlySet<string>): IndexPoke | null
}

/** More than that are found faster by comparing everything. */
const maxDocuments = 5_000

export function createIndexPokes(libraryKey: string): IndexPokes {
  let documents = new Set<number>()
  return {
    document: (docKey) => documents.add(docKey),
    take(keys) {
      const library = keys.has(libraryKey)
      if (documents.size === 0 && !library && !keys.has('index')) return null
      const all = documents.size > maxDocuments
      const poke = { documents: all ? [] : [...documents], library, all }
      documents = new Set()
      return poke
    },
  }
}
