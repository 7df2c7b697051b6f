/**
 * A device with the whole engine: its store on disk, its reader in a thread of its own, its sync over a real socket. It
 * signs in and reads everything, is closed, and catches up when it is started again.
 */
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { systemClock } from '#shared/base/clock.ts'
import { silentLog } from '#shared/base/log.ts'
import { unwrap } from '#shared/base/result.ts'
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/contract.ts'
import { loadDoc } from '../../../../src-main/engine/documents/update-log.ts'
import { createEngine, type Engine } from '../../../../src-main/engine/engine.ts'
import { createDb } from '../../../../src-main/engine/store/db.ts'
import { webSocketTransport } from '../../../../src-main/engine/sync/ws-transport.ts'
import { owner } from '../outpost-workspace.ts'
import type { Device, DeviceSpec } from '../subject.ts'
import { freshIds } from '../workload.ts'

const readerEntry = new URL('../../../../src-main/workers/db-reader.ts', import.meta.url)
const pollMs = 10
const queryEveryMs = 100

/** Of the one device of this process, as the keychain would keep it. */
let token: string | null = null

export async function readBefore(spec: DeviceSpec): Promise<void> {
  const folder = folderOf(spec)
  const engine = open(folder)
  const since = Date.now()
  const address = `http://127.0.0.1:${String(spec.address.port)}`
  const { email, password } = owner
  unwrap(await engine.request('server.signIn', { address, email, password }))
  await untilInStep(engine, since)
  await engine.settled()
  await engine.dispose()
  const had = look(folder, (db) => db.prepare('SELECT count(*) FROM documents').pluck().get() as number)
  if (had < spec.documents.length) throw new Error(`the device has ${String(had)} documents to begin with`)
}

export function createEngineDevice(spec: DeviceSpec): Device {
  const folder = folderOf(spec)
  let engine: Engine | null = null
  let startedAt = 0
  let isStored: (() => void) | null = null
  let firstQueryMs = 0
  let worstQueryMs = 0
  let isComplete: Parameters<Device['untilHolds']>[0]['isComplete'] = () => false

  /** What is on screen meanwhile has to be answered. */
  const keepAsking = async (running: Engine, from: number) => {
    await ask(running, 'chat.channels', {})
    firstQueryMs = performance.now() - from
    while (isStored !== null) {
      const askedAt = performance.now()
      await ask(running, 'chat.channels', {})
      worstQueryMs = Math.max(worstQueryMs, performance.now() - askedAt)
      await pause(queryEveryMs)
    }
  }
  return {
    async connect() {
      startedAt = performance.now()
      const since = Date.now()
      const running = open(folder)
      engine = running
      const asking = keepAsking(running, startedAt)
      await untilInStep(running, since)
      // Committed it is already; a power cut must not take it either.
      const file = fs.openSync(path.join(folder, 'workspace.db-wal'), 'r+')
      fs.fsyncSync(file)
      fs.closeSync(file)
      isStored?.()
      isStored = null
      await asking
    },

    untilHolds(expected) {
      isComplete = expected.isComplete
      return new Promise((resolve) => (isStored = resolve))
    },

    async afterCatchUp() {
      const countDirty = () =>
        look(
          folder,
          (db) =>
            db
              .prepare('SELECT count(*) FROM documents INDEXED BY documents_dirty WHERE projected_rev <> rev')
              .pluck()
              .get() as number,
        )
      while (countDirty() > 0) await pause(pollMs)
      const projectedSeconds = (performance.now() - startedAt) / 1000
      await engine?.dispose()
      const missing = look(folder, (connection) => countIncomplete(connection))
      if (missing > 0) throw new Error(`${String(missing)} documents are not as the server has them`)
      return { firstQueryMs, worstQueryMs, projectedSeconds }
    },

    write: notForThis,
    onRemoteChange: notForThis,
    wire: notForThis,
  }

  function countIncomplete(connection: Database.Database): number {
    const db = createDb(connection, { log: silentLog, slowMs: Infinity })
    const find = connection
      .prepare<[string], number>('SELECT doc_key FROM documents WHERE doc_id = ?')
      .pluck()
    return spec.documents.filter(({ id }) => {
      const docKey = find.get(id)
      return docKey === undefined || !isComplete(loadDoc(db, docKey))
    }).length
  }
}

function folderOf({ address: { extra } }: DeviceSpec): string {
  const folder = extra['deviceFolder']
  if (folder === undefined) throw new Error('the server named no folder')
  return folder
}

function open(folder: string): Engine {
  const timers = {
    after(ms: number, run: () => void) {
      const timer = setTimeout(run, ms)
      return { dispose: () => clearTimeout(timer) }
    },
  }
  return unwrap(
    createEngine({
      folder,
      sqliteBinding: null,
      clock: systemClock,
      ids: freshIds,
      log: silentLog,
      readerEntry,
      sync: {
        transport: webSocketTransport,
        fetch: (url, init) => fetch(url, init),
        timers,
        random: Math.random,
        token: { get: () => token, set: (next) => (token = next) },
        deviceName: 'bench',
        program: 'bench/1',
      },
    }),
  )
}

/** Nothing waits on either side, seen after `since`. */
async function untilInStep(engine: Engine, since: number): Promise<void> {
  for (;;) {
    const { meta } = await ask(engine, 'sync.status', {})
    const isOnline = meta.connection.type === 'online' && meta.catchingUp === null && meta.waiting === 0
    if (isOnline && meta.syncedAt !== null && meta.syncedAt >= since) return
    await pause(pollMs)
  }
}

function look<T>(folder: string, work: (db: Database.Database) => T): T {
  const db = new Database(path.join(folder, 'workspace.db'), { readonly: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

async function ask<Name extends QueryName>(
  engine: Engine,
  name: Name,
  input: QueryInput<Name>,
): Promise<QueryOutput<Name>> {
  return unwrap(await engine.query(name, input)) as QueryOutput<Name>
}

function notForThis(): never {
  throw new Error('this device only catches up')
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
