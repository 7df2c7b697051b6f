import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { MessageId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import type { OpenError } from '#shared/contract/errors.ts'
import { createEngine } from '../../src-main/engine/engine.ts'
import { recoverFolder } from '../../src-main/engine/store/recover.ts'
import { schemaVersion } from '../../src-main/engine/store/migrations/migrations.ts'
import { dumpAll } from '../support/dump-tables.ts'
import {
  createFilledWorld,
  createTestClock,
  createTestIds,
  createWorld,
  lookAt,
} from '../support/engine-world.ts'
import { asOrdinaryUser, breakPages, isRoot } from '../support/faults.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { createRandom } from '#shared/base/random.ts'
import Database from 'better-sqlite3'

afterEach(() => void vi.useRealTimers())

const databaseOf = (folder: string) => path.join(folder, 'workspace.db')

/** Tries to open; an engine that does open is closed again. */
async function open(folder: string, onBroken?: (error: OpenError) => void) {
  const clock = createTestClock()
  const opened = createEngine({
    folder,
    sqliteBinding: null,
    clock,
    ids: createTestIds(clock, createRandom(5)),
    log: silentLog,
    readerEntry: null,
    sync: null,
    ...(onBroken ? { onBroken } : {}),
  })
  if (opened.ok) await opened.value.dispose()
  return opened
}

/** A closed workspace with a message in it, and its folder. */
async function createClosed({ messages = 1, withBackup = false } = {}) {
  if (withBackup) vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const { world, channelId } = await createFilledWorld()
  for (let i = 0; i < messages; i++) {
    world.must('chat.send', {
      channelId,
      messageId: world.nextId<MessageId>(),
      text: `message ${i} ${'x'.repeat(200)}`,
    })
  }
  if (withBackup) {
    await world.engine.settled()
    vi.advanceTimersByTime(61_000)
    await world.engine.settled()
    vi.useRealTimers()
  }
  await world.engine.dispose()
  return { folder: world.folder, channelId }
}

describe('a folder', () => {
  test('that is new gets a database, a second start finds everything', async () => {
    const folder = path.join(temporaryFolder(), 'not', 'there', 'yet')
    const world = createWorld({ folder })
    world.must('workspace.create', { name: 'W', personName: 'P', channelName: 'C', queueName: 'Q' })
    const before = world.look(dumpAll)
    expect(before['records']).toHaveLength(5)
    await world.restart()
    expect(world.look(dumpAll)).toEqual(before)
    expect(world.look((db) => db.pragma('user_version', { simple: true }))).toBe(schemaVersion)
  })

  test('can be open once at a time', async () => {
    const { world } = await createFilledWorld()
    const { folder } = world
    expect(await open(folder)).toEqual({ ok: false, error: { type: 'in-use', folder } })
    world.must('workspace.rename', { name: 'undisturbed' })
    await world.engine.dispose()
    expect(await open(folder)).toMatchObject({ ok: true })
  })

  test('that may not be written to is refused, and nothing in it changes', async () => {
    const { folder } = await createClosed()
    fs.chmodSync(folder, 0o555)
    const before = fs.readFileSync(databaseOf(folder))
    expect(await asOrdinaryUser(() => open(folder))).toEqual({
      ok: false,
      error: { type: 'read-only', folder },
    })
    expect(fs.readFileSync(databaseOf(folder))).toEqual(before)
    fs.chmodSync(folder, 0o755)
    expect(await open(folder)).toMatchObject({ ok: true })
  })

  test('whose database may not be written to is refused', async () => {
    const { folder } = await createClosed()
    fs.chmodSync(databaseOf(folder), 0o444)
    fs.chmodSync(folder, 0o777)
    if (isRoot) fs.chmodSync(path.join(folder, 'workspace.lock'), 0o666)
    expect(await asOrdinaryUser(() => open(folder))).toEqual({
      ok: false,
      error: { type: 'read-only', folder },
    })
  })

  test('that is no folder is refused', async () => {
    const file = path.join(temporaryFolder(), 'file')
    fs.writeFileSync(file, 'a file')
    expect(await open(file)).toMatchObject({ ok: false, error: { type: 'failed' } })
    expect(fs.readFileSync(file, 'utf8')).toBe('a file')
  })

  test('of a newer version is refused and stays as it is', async () => {
    const { folder } = await createClosed()
    const db = new Database(databaseOf(folder))
    db.pragma(`user_version = ${schemaVersion + 3}`)
    db.close()
    const before = fs.readFileSync(databaseOf(folder))
    const error = { type: 'newer-version', fileVersion: schemaVersion + 3, programVersion: schemaVersion }
    expect(await open(folder)).toEqual({ ok: false, error })
    expect(await open(folder)).toEqual({ ok: false, error })
    expect(fs.readFileSync(databaseOf(folder))).toEqual(before)
  })
})

describe('a database that is broken', () => {
  const breakers: Record<string, (file: string) => void> = {
    'is something else': (file) =>
      fs.writeFileSync(file, 'not a database at all, but long enough '.repeat(500)),
    'has lost its header': (file) => {
      const handle = fs.openSync(file, 'r+')
      fs.writeSync(handle, Buffer.alloc(100), 0, 100, 0)
      fs.closeSync(handle)
    },
    'is empty': (file) => fs.truncateSync(file, 0),
    'ends in the first page': (file) => fs.truncateSync(file, 1_000),
  }
  test.each(Object.entries(breakers))(
    'because it %s is told with its backup, and is not touched',
    async (_, damage) => {
      const { folder } = await createClosed({ withBackup: true })
      damage(databaseOf(folder))
      const before = fs.readFileSync(databaseOf(folder))
      const backup = path.join(folder, 'backups', 'daily-2026-11-21.db')
      expect(await open(folder)).toEqual({
        ok: false,
        error: { type: 'corrupt', file: databaseOf(folder), backup },
      })
      expect(fs.readFileSync(databaseOf(folder))).toEqual(before)
    },
  )

  test('is found at the start where the last stop was not clean', async () => {
    const { world } = await createFilledWorld()
    const crashed = temporaryFolder()
    fs.cpSync(world.folder, crashed, { recursive: true })
    breakPages(crashed, ['messages_by_channel'])
    const file = databaseOf(crashed)
    expect(await open(crashed)).toEqual({ ok: false, error: { type: 'corrupt', file, backup: null } })
  })

  test('is found by the first question that meets it otherwise, told once', async () => {
    const { folder, channelId } = await createClosed({ messages: 50 })
    breakPages(folder, ['messages', 'messages_by_channel'])
    const told: OpenError[] = []
    const world = createWorld({ folder, onBroken: (error) => told.push(error), seed: 3 })
    const ask = () => world.engine.query('chat.messages', { channelId })
    expect(await ask()).toMatchObject({ ok: false, error: { type: 'store-failed', code: 'SQLITE_CORRUPT' } })
    expect(await ask()).toMatchObject({ ok: false })
    const sent = world.execute('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'x' })
    expect(sent).toMatchObject({ ok: false, error: { type: 'store-failed' } })
    expect(told).toEqual([{ type: 'corrupt', file: databaseOf(folder), backup: null }])
  })

  test('is not suspected after a stop that was not clean and broke nothing', async () => {
    const { world } = await createFilledWorld()
    const crashed = temporaryFolder()
    fs.cpSync(world.folder, crashed, { recursive: true })
    expect(
      lookAt(crashed, (db) => db.prepare("SELECT value FROM meta WHERE key = 'cleanStop'").pluck().get()),
    ).toBe('0')
    expect(await open(crashed)).toMatchObject({ ok: true })
    expect(
      lookAt(crashed, (db) => db.prepare("SELECT value FROM meta WHERE key = 'cleanStop'").pluck().get()),
    ).toBe('1')
  })
})

describe('a person who is told of a broken database', () => {
  const now = Date.UTC(2026, 10, 22, 9)
  const setAside = path.join('set-aside', '2026-11-22T09-00-00-000Z', 'workspace.db')

  test('can start with the backup; the broken file is set aside', async () => {
    const { folder } = await createClosed({ withBackup: true })
    fs.writeFileSync(databaseOf(folder), 'broken')
    expect(recoverFolder(folder, null, 'restore-backup', now)).toMatchObject({ ok: true })
    expect(fs.readFileSync(path.join(folder, setAside), 'utf8')).toBe('broken')
    const world = createWorld({ folder, seed: 3 })
    const [channel] = (await world.ask('chat.channels', {})).rows
    expect((await world.ask('chat.messages', { channelId: channel!.key })).rows).toHaveLength(1)
    await world.engine.dispose()
    expect(fs.readdirSync(path.join(folder, 'backups'))).toEqual(['daily-2026-11-21.db'])
  })

  test('can start empty; the broken file and its journal are set aside', async () => {
    const { folder } = await createClosed()
    fs.writeFileSync(databaseOf(folder), 'broken')
    fs.writeFileSync(`${databaseOf(folder)}-wal`, 'journal')
    expect(recoverFolder(folder, null, 'start-empty', now)).toMatchObject({ ok: true })
    expect(fs.readFileSync(path.join(folder, setAside), 'utf8')).toBe('broken')
    expect(fs.readFileSync(path.join(folder, `${setAside}-wal`), 'utf8')).toBe('journal')
    const world = createWorld({ folder, seed: 3 })
    expect((await world.ask('workspace.get', {})).meta.workspace).toBeNull()
  })

  test('is told where there is no backup, and the file stays where it is', async () => {
    const { folder } = await createClosed()
    fs.writeFileSync(databaseOf(folder), 'broken')
    expect(recoverFolder(folder, null, 'restore-backup', now)).toMatchObject({
      error: { type: 'corrupt', backup: null },
    })
    expect(fs.readFileSync(databaseOf(folder), 'utf8')).toBe('broken')
  })

  test('can just try again', async () => {
    const { folder } = await createClosed()
    expect(recoverFolder(folder, null, 'retry', now)).toMatchObject({ ok: true })
    expect(await open(folder)).toMatchObject({ ok: true })
  })
})

describe('the daily backup', () => {
  test('is a whole database of its own, made once a day, and the last two stay', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { world } = await createFilledWorld()
    const backups = path.join(world.folder, 'backups')
    const pause = async () => {
      await world.engine.settled()
      vi.advanceTimersByTime(61_000)
      await world.engine.settled()
    }
    await pause()
    const [first] = fs.readdirSync(backups)
    expect(first).toBe('daily-2026-11-21.db')
    const copy = new Database(path.join(backups, first!), { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(dumpAll(copy)['documents']).toEqual(world.look(dumpAll)['documents'])
    copy.close()
    for (const day of [22, 23, 24]) {
      world.clock.set(Date.UTC(2026, 10, day, 20))
      world.must('workspace.rename', { name: `day ${day}` })
      await pause()
    }
    const kept = fs.readdirSync(backups).filter((name) => name.endsWith('.db'))
    expect(kept.sort()).toEqual(['daily-2026-11-23.db', 'daily-2026-11-24.db'])
  })
})
