/** What waits to be read into the index. What somebody works on comes first, then what answers most questions; newest first. */
import type { IndexedDocument } from './read-source.ts'

export type DueItem =
  | { readonly type: 'document'; readonly docKey: number; readonly isUrgent: boolean }
  | { readonly type: 'file'; readonly fileId: string }
  | { readonly type: 'vanished'; readonly ref: string }

export interface Due {
  readonly size: number
  /** A document that changed just now. */
  addUrgent(docKey: number): void
  addDocument(docKey: number, kind: IndexedDocument['kind']): void
  addFile(fileId: string): void
  addVanished(ref: string): void
  /** @param onlyUrgent leaves the rest where it is */
  take(onlyUrgent: boolean): DueItem | null
}

const order = ['vanished', 'article', 'file', 'ticket', 'notes', 'chat'] as const
type Group = (typeof order)[number]

export function createDue(): Due {
  const urgent = new Set<number>()
  const groups = new Map<Group, (string | number)[]>(order.map((group) => [group, []]))
  const waiting = new Set<string | number>()
  const add = (group: Group, key: string | number) => {
    if (waiting.has(key) || (typeof key === 'number' && urgent.has(key))) return
    waiting.add(key)
    groups.get(group)?.push(key)
  }
  const takeUrgent = (): DueItem | null => {
    for (const docKey of urgent) {
      urgent.delete(docKey)
      return { type: 'document', docKey, isUrgent: true }
    }
    return null
  }
  const takeWaiting = (): DueItem | null => {
    for (const group of order) {
      const keys = groups.get(group)
      for (let key = keys?.pop(); key !== undefined; key = keys?.pop()) {
        // It became urgent meanwhile, and was taken as such.
        if (!waiting.delete(key)) continue
        return itemOf(group, key)
      }
    }
    return null
  }
  return {
    get size() {
      return urgent.size + waiting.size
    },
    addUrgent(docKey) {
      waiting.delete(docKey)
      urgent.add(docKey)
    },
    addDocument: (docKey, kind) => add(kind, docKey),
    addFile: (fileId) => add('file', fileId),
    addVanished: (ref) => add('vanished', ref),
    take: (onlyUrgent) => takeUrgent() ?? (onlyUrgent ? null : takeWaiting()),
  }
}

function itemOf(group: Group, key: string | number): DueItem {
  if (typeof key === 'number') return { type: 'document', docKey: key, isUrgent: false }
  return group === 'file' ? { type: 'file', fileId: key } : { type: 'vanished', ref: key }
}
