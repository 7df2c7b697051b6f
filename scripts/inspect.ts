/**
 * `npm run inspect -- FOLDER DOC_ID`: shows a document as it is stored: its row, its log and its content. Opens the
 * file for reading only, also while the program runs. `DOC_ID` may be a beginning; all that match are listed.
 */
import path from 'node:path'
import type { DocId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import { findDocument, loadDoc } from '../src-main/engine/documents/update-log.ts'
import { openConnection } from '../src-main/engine/store/connection.ts'
import { createDb } from '../src-main/engine/store/db.ts'

const [folder, docId] = process.argv.slice(2)
if (folder === undefined || docId === undefined) {
  console.error('Usage: npm run inspect -- FOLDER DOC_ID')
  process.exit(2)
}
const connection = openConnection({ file: path.join(folder, 'workspace.db'), binding: null, readonly: true })
const db = createDb(connection, { log: silentLog, slowMs: Infinity })
const row = findDocument(db, docId as DocId)
if (row) {
  const updates = db.all(
    `SELECT rev, update_id AS updateId, origin, server_seq AS serverSeq, length(payload) AS bytes FROM updates
     WHERE doc_key = ? ORDER BY rev`,
    [row.docKey],
  )
  const doc = loadDoc(db, row.docKey)
  console.log(
    JSON.stringify(
      { document: row, updates, clients: doc.store.clients.size, content: contentOf() },
      null,
      2,
    ),
  )

  function contentOf(): unknown {
    // A root's type is known only to who reads it: ask for what each looks like.
    return Object.fromEntries([...doc.share.keys()].map((name) => [name, rootOf(name)]))
  }
  function rootOf(name: string): unknown {
    if (name === 'description') return doc.getText(name).toString()
    if (name === 'content') return doc.getXmlFragment(name).toString()
    return doc.getMap(name).toJSON()
  }
} else {
  const similar = db.all<{ docId: string }>(
    'SELECT doc_id AS docId FROM documents WHERE doc_id >= ? AND doc_id < ? ORDER BY doc_id LIMIT 100',
    [docId, `${docId}\u{10ffff}`],
  )
  if (similar.length === 0) {
    console.error(`No document ${docId} here.`)
    process.exitCode = 1
  }
  for (const found of similar) console.log(found.docId)
}
connection.close()
