/** What a person decides about the index, other models, damage, and that nothing is done twice. */
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { MessageId, TicketId } from '#shared/base/ids.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import { setMeta } from '../../src-main/engine/store/meta.ts'
import { createCountingModels } from '../support/counting-models.ts'
import { createFilledWorld, inlineIndex, type World, type WorldOptions } from '../support/engine-world.ts'
import { indexedChunks, lookAtIndex } from '../support/index-look.ts'

async function createCountedWorld(options: WorldOptions = {}) {
  const models = createCountingModels()
  const filled = await createFilledWorld({
    index: { ...inlineIndex, loadModel: models.loadModel },
    ...options,
  })
  const embedded = () => models.embedded.get(builtInModelId) ?? []
  return { ...filled, models, embedded }
}

const pause = 20 * 60_000
function say(world: World, channelId: never, text: string): MessageId {
  const messageId = world.nextId<MessageId>()
  world.clock.advance(pause)
  world.must('chat.send', { channelId, messageId, text })
  return messageId
}

test('only what changed is embedded again', async () => {
  const { world, queueId, embedded } = await createCountedWorld()
  const ticketId = world.nextId<TicketId>()
  const long = Array.from({ length: 10 }, (_, i) => `Absatz ${i}. ${'Wort '.repeat(80)}`)
  world.must('ticket.create', { ticketId, queueId, title: 'Pumpe', description: long.join('\n\n') })
  await world.engine.settled()
  expect(embedded()).toHaveLength(10)
  const before = lookAtIndex(world.folder, (db) => db.prepare('SELECT chunk_key FROM chunks').pluck().all())
  world.must('ticket.reply', { ticketId, entryId: world.nextId(), text: 'Kommt morgen.' })
  await world.engine.settled()
  expect(embedded().slice(10)).toEqual(['Pumpe\nKommt morgen.'])
  const after = lookAtIndex(world.folder, (db) => db.prepare('SELECT chunk_key FROM chunks').pluck().all())
  expect(after.slice(0, 10)).toEqual(before)
  // A change that no passage shows, and a restart, embed nothing.
  world.must('ticket.update', { ticketId, fields: { priority: 4 } })
  await world.engine.settled()
  await world.restart()
  await world.engine.settled()
  expect(embedded()).toHaveLength(11)
})

test('another model goes through everything while the first one serves, then takes its place', async () => {
  const { world, channelId, models, embedded } = await createCountedWorld()
  for (let i = 0; i < 40; i++) say(world, channelId as never, `Meldung ${i}: alles läuft.`)
  await world.engine.settled()
  const servingWhile: unknown[] = []
  models.beforeBatch = () =>
    servingWhile.push(
      lookAtIndex(world.folder, (db) =>
        db
          .prepare(
            "SELECT model_id FROM models WHERE model_key = (SELECT value FROM meta WHERE key = 'serving')",
          )
          .pluck()
          .get(),
      ),
    )
  world.engine.transact(({ db, changed }) => {
    setMeta(db, 'searchModel', 'other')
    changed.add('index')
  })
  await world.engine.settled()
  expect(new Set(servingWhile)).toEqual(new Set([builtInModelId]))
  expect(models.embedded.get('other')).toHaveLength(40)
  expect(embedded()).toHaveLength(40)
  const { meta } = await world.ask('index.status', {})
  expect(meta).toMatchObject({
    serving: { id: 'other', version: '1', dimensions: 4 },
    next: null,
    state: 'idle',
  })
  lookAtIndex(world.folder, (db) => {
    expect(db.prepare('SELECT count(*) FROM models').pluck().get()).toBe(1)
    expect(
      db.prepare('SELECT count(*), count(DISTINCT chunk_key), max(length(vector)) FROM vectors').raw().get(),
    ).toEqual([40, 40, 4])
  })
})

test('a model that cannot be used says so, and the one before goes on', async () => {
  const { world, channelId, models } = await createCountedWorld()
  say(world, channelId as never, 'Erste Meldung.')
  await world.engine.settled()
  models.missing.add('other')
  world.engine.transact(({ db, changed }) => {
    setMeta(db, 'searchModel', 'other')
    changed.add('index')
  })
  say(world, channelId as never, 'Zweite Meldung.')
  await world.engine.settled()
  const { meta } = await world.ask('index.status', {})
  expect(meta).toMatchObject({ serving: { id: builtInModelId }, modelError: 'missing' })
  expect(indexedChunks(world.folder).map(({ vectors }) => vectors)).toEqual([1, 1])
})

test('a model that fails in the middle leaves the words, and the next start goes on', async () => {
  const { world, channelId, models } = await createCountedWorld()
  models.beforeBatch = () => {
    throw new Error('std::bad_alloc')
  }
  say(world, channelId as never, 'Meldung.')
  await world.engine.settled()
  expect((await world.ask('index.status', {})).meta).toMatchObject({ modelError: 'out-of-memory', chunks: 1 })
  models.beforeBatch = () => undefined
  await world.restart()
  await world.engine.settled()
  expect(indexedChunks(world.folder).map(({ vectors }) => vectors)).toEqual([1])
  expect((await world.ask('index.status', {})).meta.modelError).toBe(null)
})

test('paused, nothing is indexed, until it goes on', async () => {
  const { world, channelId, embedded } = await createCountedWorld()
  world.must('index.pause', { on: true })
  say(world, channelId as never, 'Meldung.')
  await world.engine.settled()
  expect(embedded()).toEqual([])
  expect((await world.ask('index.status', {})).meta).toMatchObject({ state: 'paused', pausedBy: 'person' })
  await world.restart()
  await world.engine.settled()
  expect(embedded()).toEqual([])
  world.must('index.pause', { on: false })
  await world.engine.settled()
  expect(embedded()).toEqual(['Meldung.'])
})

test('on battery only what changes now is indexed', async () => {
  const { world, channelId, embedded } = await createCountedWorld()
  world.must('index.pause', { on: true })
  for (let i = 0; i < 3; i++) say(world, channelId as never, `Meldung ${i}.`)
  await world.engine.settled()
  await world.engine.dispose()
  await world.restart()
  world.engine.power(true)
  world.must('index.pause', { on: false })
  await world.engine.settled()
  expect((await world.ask('index.status', {})).meta).toMatchObject({ state: 'paused', pausedBy: 'battery' })
  expect(embedded()).toEqual([])
  world.engine.power(false)
  say(world, channelId as never, 'Meldung 3.')
  await world.engine.settled()
  expect(embedded()).toHaveLength(4)
})

test('a kind that is left out is taken away, and comes back', async () => {
  const { world, channelId, queueId, embedded } = await createCountedWorld()
  say(world, channelId as never, 'Meldung.')
  world.must('ticket.create', { ticketId: world.nextId(), queueId, title: 'Pumpe', description: 'Steht.' })
  await world.engine.settled()
  world.must('index.include', { kind: 'messages', on: false })
  await world.engine.settled()
  say(world, channelId as never, 'Noch eine.')
  await world.engine.settled()
  expect(indexedChunks(world.folder).map(({ type }) => type)).toEqual(['ticket'])
  const { rows } = await world.ask('index.status', {})
  expect(rows.find(({ key }) => key === 'messages')).toEqual({
    ...{ key: 'messages', included: false, sources: 0, chunks: 0, failed: 0 },
  })
  world.must('index.include', { kind: 'messages', on: true })
  await world.engine.settled()
  expect(indexedChunks(world.folder).map(({ type }) => type)).toEqual(['message', 'message', 'ticket'])
  expect(embedded()).toHaveLength(4)
})

test('a rebuild makes everything anew', async () => {
  const { world, channelId, embedded } = await createCountedWorld()
  say(world, channelId as never, 'Meldung.')
  await world.engine.settled()
  const key = () =>
    lookAtIndex(world.folder, (db) => db.prepare('SELECT chunk_key FROM chunks').pluck().get())
  const before = key()
  world.must('index.rebuild', {})
  await world.engine.settled()
  expect(key()).not.toBe(before)
  expect(embedded()).toEqual(['Meldung.', 'Meldung.'])
  await world.restart()
  await world.engine.settled()
  expect(embedded()).toHaveLength(2)
})

test.each([
  ['of another version', (file: string) => void new Database(file).pragma('user_version = 99')],
  ['that is no database', (file: string) => fs.writeFileSync(file, 'nonsense '.repeat(1_000))],
  ['that was emptied', (file: string) => fs.truncateSync(file)],
  ['that was cut off', (file: string) => fs.truncateSync(file, 3 * 4_096)],
  ['that is gone', (file: string) => fs.rmSync(file)],
  ['with a hole in it', (file: string) => punch(file)],
])('an index %s is made anew, and the store is not blamed', async (_, harm) => {
  const broken: unknown[] = []
  const { world, channelId } = await createCountedWorld({ onBroken: (error) => broken.push(error) })
  for (let i = 0; i < 30; i++) say(world, channelId as never, `Meldung ${i}: ${'alles läuft '.repeat(40)}`)
  await world.engine.settled()
  const before = indexedChunks(world.folder)
  await world.engine.dispose()
  harm(path.join(world.folder, 'index.db'))
  await world.restart()
  await world.engine.settled()
  await world.ask('search.run', { text: 'Meldung' })
  await world.engine.settled()
  say(world, channelId as never, 'Danach.')
  await world.engine.settled()
  const after = indexedChunks(world.folder)
  expect(after).toHaveLength(before.length + 1)
  expect(after.filter(({ text }) => text !== 'Danach.')).toEqual(before)
  expect(broken).toEqual([])
})

/** The middle of the file, where tables are and not the first page. */
function punch(file: string): void {
  const size = fs.statSync(file).size
  const handle = fs.openSync(file, 'r+')
  fs.writeSync(handle, Buffer.alloc(size - 4_096 * 2, 0xa5), 0, size - 4_096 * 2, 4_096)
  fs.closeSync(handle)
}

test('where the index cannot be written, the engine goes on without', async () => {
  const { world, channelId } = await createCountedWorld()
  await world.engine.dispose()
  fs.rmSync(path.join(world.folder, 'index.db'), { force: true })
  // A folder in the file's place, with something in it: neither opened nor deleted.
  fs.mkdirSync(path.join(world.folder, 'index.db', 'in-the-way'), { recursive: true })
  await world.restart()
  say(world, channelId as never, 'Meldung.')
  await world.engine.settled()
  expect((await world.ask('index.status', {})).meta.state).toBe('failed')
  const { rows } = await world.ask('search.run', { text: 'Meldung' })
  expect(rows).toHaveLength(1)
})
