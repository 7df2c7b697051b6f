/**
 * Compares documents with the server's by state vector and digest: after a move to a server, after the server was
 * restored, and where a check-sum did not match (rules [E2] to [E5]). What the server lacks goes into the outbox.
 */
import * as Y from 'yjs'
import type { DocId, SpaceId } from '#shared/base/ids.ts'
import type { ServerFrame } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { CommandContext } from '../commands/context.ts'
import type { ReadableDb } from '../store/db.ts'

export interface Comparison {
  readonly spaceId: SpaceId
  readonly docIds: readonly DocId[]
}

const batch = 100

/** Documents of one space that are due, and whose space the server already has. */
export function nextComparison(db: ReadableDb): Comparison | null {
  const spaceId = db.value<SpaceId>(
    `SELECT space_id FROM documents INDEXED BY documents_to_reconcile JOIN cursors USING (space_id)
     WHERE reconcile = 1 LIMIT 1`,
  )
  if (spaceId === undefined) return null
  const docs = db.all<{ docId: DocId }>(
    `SELECT doc_id AS docId FROM documents INDEXED BY documents_to_reconcile
     WHERE reconcile = 1 AND space_id = ? ORDER BY doc_key LIMIT ?`,
    [spaceId, Math.min(batch, protocolLimits.compares)],
  )
  return { spaceId, docIds: docs.map(({ docId }) => docId) }
}

/** @returns whether something of the server is missing here: then its feed has to be read again from the start */
export function settleComparison(
  { db, documents }: CommandContext,
  { docs }: Extract<ServerFrame, { type: 'states' }>,
): { readonly isBehind: boolean } {
  let isBehind = false
  for (const { docId, stateVector, digest } of docs) {
    db.run('UPDATE documents SET reconcile = 0 WHERE doc_id = ?', [docId])
    const own = documents.stateOf(docId)
    if (!own || equal(own.digest, digest)) continue
    documents.appendMissing(docId, stateVector)
    if (stateVector.byteLength > 0 && hasMore(stateVector, own.stateVector)) isBehind = true
  }
  return { isBehind }
}

/** Marks the sampled document where it is not what the server says, though nothing explains it (rule [E5]). */
export function checkSample(
  { db, documents }: CommandContext,
  { sample, upTo }: Extract<ServerFrame, { type: 'page' }>,
): void {
  if (!sample) return
  const isExplained = db.value(
    `SELECT 1 FROM documents WHERE doc_id = :docId AND (reconcile = 1 OR EXISTS (
       SELECT 1 FROM updates WHERE updates.doc_key = documents.doc_key AND origin = 'local'
         AND (server_seq IS NULL OR server_seq > :upTo)))`,
    { docId: sample.docId, upTo },
  )
  if (isExplained !== undefined) return
  const own = documents.stateOf(sample.docId)
  if (own && equal(own.digest, sample.digest)) return
  db.run('UPDATE documents SET reconcile = 1 WHERE doc_id = ?', [sample.docId])
}

/** Whether the server's document holds something that ours does not: edits, or, where those are equal, deletions. */
function hasMore(theirs: Uint8Array, ours: Uint8Array): boolean {
  if (equal(theirs, ours)) return true
  const known = Y.decodeStateVector(ours)
  return [...Y.decodeStateVector(theirs)].some(([client, clock]) => clock > (known.get(client) ?? 0))
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index])
}
