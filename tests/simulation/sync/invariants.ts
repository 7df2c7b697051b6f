/** What must hold once everything works again, whatever happened before. */
import fs from 'node:fs'
import path from 'node:path'
import type { DocId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import { digestOf } from '../../../src-main/engine/documents/digest.ts'
import { createContent } from '../../../src-server/content/content.ts'
import { dumpDerived } from '../../support/dump-tables.ts'
import { allTexts, type Ledger } from './ledger.ts'
import type { SimClient } from './sim-client.ts'
import type { SimServer } from './sim-server.ts'

interface World {
  readonly clients: readonly SimClient[]
  readonly server: SimServer
  readonly ledger: Ledger
}

export async function checkAll(world: World): Promise<string[]> {
  const faults: string[] = []
  for (const client of world.clients) {
    await client.engine.settled()
    faults.push(
      ...(await checkStatus(client)),
      ...checkSpaces(client, world.server),
      ...checkDocuments(client, world.server),
    )
  }
  faults.push(...checkWritten(world))
  faults.push(...checkErased(world))
  for (const client of world.clients) faults.push(...(await checkRebuild(client)))
  return faults
}

async function checkStatus(client: SimClient): Promise<string[]> {
  const result = await client.engine.query('sync.status', {})
  if (!result.ok) return [`${client.name}: no status`]
  const { connection, waiting, catchingUp } = result.value.meta as {
    connection: { type: string }
    waiting: number
    catchingUp: unknown
  }
  const faults: string[] = []
  if (connection.type !== 'online') faults.push(`${client.name}: is ${connection.type}`)
  if (waiting !== 0) faults.push(`${client.name}: ${waiting} changes wait`)
  if (catchingUp !== null) faults.push(`${client.name}: still catching up`)
  const drafts = client.look(
    (db) =>
      db
        .prepare("SELECT count(*) FROM updates WHERE origin = 'local' AND server_seq IS NULL")
        .pluck()
        .get() as number,
  )
  if (drafts > 0) faults.push(`${client.name}: ${drafts} updates are not acknowledged`)
  return faults
}

function identityOf(client: SimClient) {
  const me = client.look(
    (db) => db.prepare("SELECT value FROM meta WHERE key = 'me'").pluck().get() as string,
  )
  const workspaceId = client.look(
    (db) => db.prepare("SELECT value FROM meta WHERE key = 'workspaceId'").pluck().get() as WorkspaceId,
  )
  const directoryId = client.look(
    (db) => db.prepare("SELECT value FROM meta WHERE key = 'directoryId'").pluck().get() as SpaceId,
  )
  const role = client.look(
    (db) => db.prepare("SELECT value FROM meta WHERE key = 'role'").pluck().get() as 'agent',
  )
  return { personId: me as never, workspaceId, directoryId, role, deviceId: me as never }
}

/** Everything that may be read is here, and nothing else. */
function checkSpaces(client: SimClient, server: SimServer): string[] {
  const readable = new Set<string>(server.server.policy.readableSpaces(identityOf(client)))
  const here = client.look(
    (db) =>
      db
        .prepare(
          'SELECT DISTINCT space_id FROM documents UNION SELECT space_id FROM spaces UNION SELECT space_id FROM cursors',
        )
        .pluck()
        .all() as string[],
  )
  return [
    ...here.filter((id) => !readable.has(id)).map((id) => `${client.name}: still has space ${id}`),
    ...[...readable].filter((id) => !here.includes(id)).map((id) => `${client.name}: lacks space ${id}`),
  ]
}

/** Each document is what the server has. */
function checkDocuments(client: SimClient, server: SimServer): string[] {
  const faults: string[] = []
  const { workspaceId } = identityOf(client)
  const docs = client.look(
    (db) =>
      db.prepare('SELECT doc_id AS docId, space_id AS spaceId FROM documents').all() as {
        docId: DocId
        spaceId: SpaceId
      }[],
  )
  const { syncStore } = server.server
  const content = createContent()
  const seen = new Set<string>()
  for (const { docId, spaceId } of docs) {
    seen.add(docId)
    const place = syncStore.findDocument(workspaceId, docId)
    if (place?.spaceId !== spaceId) {
      faults.push(`${client.name}: ${docId} is in ${spaceId}, at the server in ${String(place?.spaceId)}`)
      continue
    }
    const state = content.stateOf(syncStore.documentLog(spaceId, docId).map(({ payload }) => payload))
    const own = client.engine.transact(({ documents }) => documents.read(docId, digestOf))
    if (!state || !own || Buffer.compare(state.digest, own) !== 0)
      faults.push(`${client.name}: ${docId} differs`)
  }
  for (const spaceId of server.server.policy.readableSpaces(identityOf(client))) {
    for (const docId of documentsOf(server, spaceId)) {
      if (!seen.has(docId)) faults.push(`${client.name}: lacks ${docId}`)
    }
  }
  return faults
}

function documentsOf({ server }: SimServer, spaceId: SpaceId): Set<DocId> {
  const docs = new Set<DocId>()
  let after = 0
  for (;;) {
    const page = server.syncStore.page(spaceId, after, { entries: 4_000, bytes: 1 << 30 })
    for (const entry of page.entries) {
      if (entry.type === 'tombstone') docs.delete(entry.docId)
      else if (entry.type !== 'record') docs.add(entry.docId)
    }
    if (page.upTo >= page.head) return docs
    after = page.upTo
  }
}

/** What somebody was told was done is there for who may read it, or was shown to them as refused. */
function checkWritten({ clients, ledger }: World): string[] {
  const everything = clients.map((client) => client.look(allTexts)).join('\n')
  return ledger.written
    .filter(({ text, isEdited }) => !isEdited && !everything.includes(text))
    .map(({ client, text }) => `${client}: lost ${text}`)
}

/**
 * Erased text stands in no file of anybody; but for who has lost the space: what was kept for them as refused no erasure
 * can reach, as they hear nothing of that space any more.
 */
function checkErased({ clients, server, ledger }: World): string[] {
  const lostBy = new Map(
    clients.map((client) => [
      client.name,
      client.look((db) => db.prepare('SELECT space_id FROM refused').pluck().all() as string[]),
    ]),
  )
  const holders = [
    ...clients.map(({ name, folder }) => ({ folder, lost: lostBy.get(name) ?? [] })),
    { folder: server.folder, lost: [] },
  ]
  const erased = [...ledger.erased].filter(
    ([, { client, spaceId }]) => !lostBy.get(client)?.includes(spaceId),
  )
  return holders.flatMap(({ folder, lost }) => {
    const texts = erased.filter(([, { spaceId }]) => !lost.includes(spaceId)).map(([text]) => text)
    const files = fs
      .readdirSync(folder)
      .map((file) => path.join(folder, file))
      .filter((file) => fs.statSync(file).isFile())
    return files.flatMap((file) => {
      const content = fs.readFileSync(file)
      return texts
        .filter((text) => content.includes(text))
        .map((text) => `${path.basename(path.dirname(file))}/${path.basename(file)}: holds erased ${text}`)
    })
  })
}

async function checkRebuild(client: SimClient): Promise<string[]> {
  const before = client.look(dumpDerived)
  client.engine.rebuild()
  await client.engine.settled()
  const after = client.look(dumpDerived)
  const tables = Object.keys(before).filter(
    (table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]),
  )
  return tables.map((table) => {
    const gone = before[table]?.filter((row) => !after[table]?.includes(row)).slice(0, 2) ?? []
    const come = after[table]?.filter((row) => !before[table]?.includes(row)).slice(0, 2) ?? []
    return `${client.name}: ${table} is not what a rebuild makes of it: ${gone.join(' ')} became ${come.join(' ')}`
  })
}
