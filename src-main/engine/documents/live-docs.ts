/** The Y.Docs in memory: the least recently used leave when the budget is full. A dropped one is loaded again. */
import type * as Y from 'yjs'
import type { DocId } from '#shared/base/ids.ts'
import type { DocumentRow } from './update-log.ts'

export interface LiveDoc {
  readonly doc: Y.Doc
  row: DocumentRow
}

/** A Y.Doc's heap over its encoded size, measured on the demo set: 4.5 to 5.2 for chat segments, 8.9 for tickets. */
const memoryFactor = 8
const baseBytes = 4_096

export interface LiveDocs {
  get(docId: DocId): LiveDoc | null
  put(live: LiveDoc): void
  drop(docId: DocId): void
  /** Lets go of what is over the budget. Never called while a document is being changed. */
  trim(): void
  clear(): void
  readonly size: number
}

export function createLiveDocs(budgetBytes: number): LiveDocs {
  const byId = new Map<DocId, LiveDoc>()
  const drop = (docId: DocId) => {
    byId.get(docId)?.doc.destroy()
    byId.delete(docId)
  }
  return {
    get(docId) {
      const live = byId.get(docId)
      if (!live) return null
      byId.delete(docId)
      byId.set(docId, live)
      return live
    },
    put: (live) => byId.set(live.row.docId, live),
    drop,
    trim() {
      let bytes = 0
      const over: DocId[] = []
      for (const live of [...byId.values()].reverse()) {
        bytes += estimateBytes(live.row)
        if (bytes > budgetBytes) over.push(live.row.docId)
      }
      over.forEach(drop)
    },
    clear: () => [...byId.keys()].forEach(drop),
    get size() {
      return byId.size
    },
  }
}

function estimateBytes(row: DocumentRow): number {
  return baseBytes + memoryFactor * (row.snapshotBytes + row.updateBytes)
}
