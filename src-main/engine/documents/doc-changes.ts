/** Which keys of which root types one or more Yjs transactions touched: what a projector has to look at again. */
import type * as Y from 'yjs'

export interface DocChanges {
  /** The keys of a root map that changed; empty where none did. */
  keys(root: string): ReadonlySet<string>
  /** True where anything in or under the root changed. */
  touches(root: string): boolean
}

export interface DocChangesRecorder extends DocChanges {
  stop(): void
}

const none: ReadonlySet<string> = new Set()

export function recordChanges(doc: Y.Doc): DocChangesRecorder {
  const byRoot = new Map<string, Set<string>>()
  const listener = (transaction: Y.Transaction) => {
    for (const [type, keys] of transaction.changed) {
      const root = rootName(doc, type)
      if (root === null) continue
      const known = byRoot.get(root) ?? new Set<string>()
      byRoot.set(root, known)
      // Keys of nested types are not keys of the root: there only "touched" counts.
      if (type.parent === null) for (const key of keys) if (key !== null) known.add(key)
    }
  }
  doc.on('afterTransaction', listener)
  return {
    keys: (root) => byRoot.get(root) ?? none,
    touches: (root) => byRoot.has(root),
    stop: () => doc.off('afterTransaction', listener),
  }
}

type AnyType = Parameters<Y.Transaction['changed']['get']>[0]

function rootName(doc: Y.Doc, type: AnyType): string | null {
  if (type.parent !== null) return rootName(doc, type.parent as AnyType)
  for (const [name, root] of doc.share) if (root === type) return name
  return null
}
