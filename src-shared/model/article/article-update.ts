/**
 * A Yjs update that comes from an open editor, judged before and after it is applied. It may change the root `content`
 * and nothing else, it must be one writer's, and it may not wait for parts that are not here.
 */
import * as Y from 'yjs'

export type UpdateFault =
  /** It cannot be decoded. */
  | 'unreadable'
  /** It refers to what this document does not have: the editor shows something else than what is stored. */
  | 'parts-missing'
  /** It holds what several wrote. */
  | 'several-writers'
  /** It changes more than the text. */
  | 'not-content'

/** Carries a refusal out of the transaction that has applied the update. */
export class RefusedUpdate extends Error {
  readonly fault: UpdateFault
  constructor(fault: UpdateFault) {
    super(fault)
    this.fault = fault
  }
}

/**
 * Applies it inside of the caller's transaction. False where the document says what it said before.
 * @throws RefusedUpdate; where that is `not-content` the document is ahead of what may be stored and must be dropped
 */
export function applyEditorUpdate(doc: Y.Doc, update: Uint8Array): boolean {
  const fault = findFault(doc, update)
  if (fault) throw new RefusedUpdate(fault)
  // Named first: Yjs puts another object in the place of a root whose type it is told only afterwards.
  const content = doc.getXmlFragment('content') as unknown as AnyType
  return doc.transact((transaction) => {
    const before = new Set(transaction.changed.keys())
    try {
      Y.applyUpdate(doc, update, 'editor')
    } catch {
      throw new RefusedUpdate('unreadable')
    }
    for (const type of transaction.changed.keys()) {
      if (!before.has(type) && rootOf(type) !== content) throw new RefusedUpdate('not-content')
    }
    return transaction.changed.size > before.size
  })
}

type AnyType = Parameters<Y.Transaction['changed']['get']>[0]

function rootOf(type: AnyType): AnyType {
  let root = type
  while (root.parent !== null) root = root.parent as AnyType
  return root
}

/** Null where everything that the update builds on is in the document or in the update itself. */
function findFault(doc: Y.Doc, update: Uint8Array): UpdateFault | null {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return 'unreadable'
  }
  const { structs, ds } = decoded
  const ends = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const known = Math.max(ends.get(client) ?? 0, Y.getState(doc.store, client))
    if (struct instanceof Y.Skip || clock > known) return 'parts-missing'
    ends.set(client, Math.max(known, clock + struct.length))
  }
  if (ends.size > 1) return 'several-writers'
  const has = (id: Y.ID | null) =>
    id === null || id.clock < Math.max(ends.get(id.client) ?? 0, Y.getState(doc.store, id.client))
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { parent } = struct as { parent: unknown }
    if (!has(struct.origin) || !has(struct.rightOrigin)) return 'parts-missing'
    if (parent instanceof Y.ID && !has(parent)) return 'parts-missing'
    // By its name, before applying it makes a root of that name.
    if (typeof parent === 'string' && parent !== 'content') return 'not-content'
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (len > 0 && !has(new Y.ID(client, clock + len - 1))) return 'parts-missing'
    }
  }
  return null
}
