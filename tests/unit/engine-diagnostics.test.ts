/** What the engine says of itself: numbers that are true, and damage that is found where it is. */
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { MessageId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import { countedThings } from '#shared/contract/diagnostics.ts'
import { createLoopWatch } from '../../src-main/process/loop-watch.ts'
import { createCheckReader } from '../../src-main/engine/queries/check-reader.ts'
import { createInlineReader } from '../../src-main/engine/queries/reader.ts'
import { runQuery } from '../../src-main/engine/queries/handlers.ts'
import { createDb } from '../../src-main/engine/store/db.ts'
import { createFilledWorld, createWorld } from '../support/engine-world.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const readerEntry = new URL('../../src-main/workers/db-reader.ts', import.meta.url)

test('counts what is there, in a thread that reads', async () => {
  const { world, channelId } = await createFilledWorld({ readerEntry })
  const before = (await world.ask('diagnostics.counts', {})).meta.counts
  for (let n = 0; n < 3; n++)
    world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'geheim' })
  await world.engine.settled()
  const { counts, oldestWaitingAt, fileBytes } = (await world.ask('diagnostics.counts', {})).meta
  expect(Object.keys(counts).sort()).toEqual([...countedThings].sort())
  expect(counts.messages).toBe(before.messages + 3)
  expect(counts.updates).toBeGreaterThan(before.updates)
  expect(counts.documents).toBe(
    world.look((db) => db.prepare('SELECT count(*) FROM documents').pluck().get()),
  )
  expect({ oldestWaitingAt, fileBytes }).toEqual({ oldestWaitingAt: null, fileBytes: 0 })
})

test('knows its versions, sizes and slow statements, and nothing that anybody wrote', async () => {
  const { world, channelId } = await createFilledWorld()
  world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'geheim' })
  const { meta } = await world.ask('diagnostics.engine', {})
  expect(meta.sqlite).toMatch(/^3\.\d+\.\d+$/)
  expect(meta.schemaVersion).toBe(world.look((db) => db.pragma('user_version', { simple: true })))
  expect(meta.sizes.database).toBeGreaterThanOrEqual(
    fs.statSync(path.join(world.folder, 'workspace.db')).size,
  )
  expect(meta).toMatchObject({ startedAt: expect.any(Number) as number, loop: null, slowMs: 50 })
  expect(JSON.stringify(meta)).not.toContain('geheim')
})

test('checks every table of a sound store, and only tables that are there', async () => {
  const { world } = await createFilledWorld({ readerEntry })
  const { rows } = await world.ask('diagnostics.tables', {})
  const tables = rows.map(({ key }) => key)
  expect(tables).toEqual(expect.arrayContaining(['documents', 'updates', 'messages', 'tickets', 'meta']))
  for (const table of tables)
    expect((await world.ask('diagnostics.check', { table })).meta, table).toEqual({ problems: 0 })
  for (const table of ['', 'nowhere', 'messages"); DROP TABLE messages; --', '1', 'sqlite_schema'])
    expect((await world.ask('diagnostics.check', { table })).meta).toEqual({ problems: 0 })
  expect((await world.ask('diagnostics.counts', {})).meta.counts.messages).toBeGreaterThanOrEqual(0)
})

test('finds the table that is damaged, and says so of no other', () => {
  const connection = new Database(path.join(temporaryFolder(), 'damaged.db'))
  onTestFinished(() => void connection.close())
  connection.exec(`CREATE TABLE sound (n INTEGER); CREATE INDEX sound_by_n ON sound (n); INSERT INTO sound VALUES (1), (2);
    CREATE TABLE "odd ""name" (n INTEGER); CREATE INDEX odd_by_n ON "odd ""name" (n);`)
  // Rows that their index has never heard of, as a write that was lost leaves them.
  connection.unsafeMode(true)
  connection.pragma('writable_schema = ON')
  const index = connection.prepare("SELECT * FROM sqlite_schema WHERE name = 'odd_by_n'").get()
  connection.exec("DELETE FROM sqlite_schema WHERE name = 'odd_by_n'")
  connection.pragma('writable_schema = RESET')
  connection.exec('INSERT INTO "odd ""name" VALUES (7), (8)')
  connection.pragma('writable_schema = ON')
  connection.prepare('INSERT INTO sqlite_schema VALUES (@type, @name, @tbl_name, @rootpage, @sql)').run(index)
  connection.pragma('writable_schema = RESET')

  const db = createDb(connection, { log: silentLog, slowMs: 1_000 })
  const check = (table: string) => runQuery(db, { name: 'diagnostics.check', input: { table } }).meta
  expect(check('odd "name')).toMatchObject({ problems: expect.any(Number) as number })
  expect(check('odd "name')).not.toEqual({ problems: 0 })
  expect(check('sound')).toEqual({ problems: 0 })
})

test('has a thread for checks only while there is something to check', async () => {
  let opened = 0
  let disposed = 0
  const checks = createCheckReader(() => {
    opened += 1
    const reader = createInlineReader(
      () => ({ meta: null, rows: [] }),
      () => true,
    )
    return {
      ...reader,
      dispose: async () => {
        disposed += 1
        await reader.dispose()
      },
    }
  })
  await checks.dispose()
  expect(opened).toBe(0)
  const query = { name: 'diagnostics.check', input: { table: 'messages' } } as const
  await Promise.all([checks.run(query), checks.run(query)])
  expect(opened).toBe(1)
  await checks.dispose()
  expect(disposed).toBe(1)
  await checks.run(query)
  expect(opened).toBe(2)
  await checks.dispose()
})

test('says how late the loop runs once it was watched, and not before', async () => {
  const watch = createLoopWatch()
  expect(watch()).toBeNull()
  await expect.poll(() => watch(), { timeout: 20_000, interval: 100 }).not.toBeNull()
  const delay = watch()
  expect(delay?.p50).toBeLessThanOrEqual(delay?.p99 ?? -1)
  expect(delay?.p99).toBeLessThanOrEqual(delay?.max ?? -1)
})

test('answers before there is a workspace', async () => {
  const world = createWorld()
  expect((await world.ask('diagnostics.counts', {})).meta.counts.documents).toBe(0)
})
