import * as Y from 'yjs'

/**
 * An empty document. Yjs would draw a random name for it, which takes longer than loading most of ours; nobody uses it, as
 * documents are known by their DocId.
 */
export const createDoc = (): Y.Doc => new Y.Doc({ guid: '' })
