/** Files on this device: taken in whole or not at all, once each, and never lost while something refers to them. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { silentLog } from '#shared/base/log.ts'
import { createBlobFiles } from '../../src-main/engine/blobs/blob-files.ts'
import { createCleaning } from '../../src-main/engine/blobs/cleaning.ts'
import { createFilledWorld, type World } from '../support/engine-world.ts'
import {
  attach,
  attachmentsOf,
  blobPath,
  idOf,
  sendFile,
  someBytes,
  tinyPng,
  writeFile,
} from '../support/files.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const week = 7 * 24 * 3_600_000

/** The sweep that runs when nobody does anything, now. */
async function sweep(world: World): Promise<void> {
  await world.engine.settled()
  let cleaning: ReturnType<typeof createCleaning> | null = null
  world.engine.transact((context) => {
    const files = createBlobFiles(path.join(world.folder, 'blobs'))
    cleaning = createCleaning({
      context,
      files,
      transact: (work) => world.engine.transact(work),
      log: silentLog,
    })
  })
  await cleaning!.sweep()
}

describe('a file on a draft', () => {
  test('is there after a restart, and gone from the draft once it is sent', async () => {
    const { world, channelId } = await createFilledWorld()
    const draftKey = `channel/${channelId}` as const
    const row = await attach(world, draftKey, '../../plan.png', tinyPng)
    expect(row).toMatchObject({ name: 'plan.png', type: 'image/png', size: tinyPng.length })
    expect(row.state).toEqual({ type: 'ready', id: idOf(tinyPng) })
    await world.restart()
    expect((await world.ask('draftFile.list', { draftKey })).rows).toEqual([row])
    world.must('chat.send', {
      channelId,
      messageId: world.nextId(),
      text: '',
      attachments: [{ id: idOf(tinyPng), name: 'plan.png' }],
    })
    expect((await world.ask('draftFile.list', { draftKey })).rows).toEqual([])
    expect(await attachmentsOf(world, channelId)).toEqual([
      {
        id: idOf(tinyPng),
        name: 'plan.png',
        type: 'image/png',
        size: tinyPng.length,
        state: { type: 'here' },
        kept: false,
        isPicture: true,
      },
    ])
    const [channel] = (await world.ask('chat.channels', {})).rows
    expect(channel?.lastMessage?.preview).toBe('plan.png')
  })

  test('that cannot be taken says why', async () => {
    const { world, channelId } = await createFilledWorld()
    const draftKey = `channel/${channelId}` as const
    await world.engine.attach(draftKey, [
      { name: 'folder', path: temporaryFolder() },
      { name: 'missing', path: path.join(temporaryFolder(), 'missing') },
      { name: 'pasted.png', bytes: tinyPng },
    ])
    const { rows } = await world.ask('draftFile.list', { draftKey })
    expect(
      rows.map(({ name, state }) => [name, state.type === 'failed' ? state.reason : state.type]),
    ).toEqual([
      ['folder', 'not-a-file'],
      ['missing', 'unreadable'],
      ['pasted.png', 'ready'],
    ])
    for (const { key } of rows) world.must('draftFile.discard', { draftKey, key })
    expect((await world.ask('draftFile.list', { draftKey })).rows).toEqual([])
  })

  test('is one of twenty at most; the same content twice is one', async () => {
    const { world, channelId } = await createFilledWorld()
    const draftKey = `channel/${channelId}` as const
    await attach(world, draftKey, 'a', someBytes(10))
    await attach(world, draftKey, 'b', someBytes(10))
    expect((await world.ask('draftFile.list', { draftKey })).rows.map(({ name }) => name)).toEqual(['a'])
    const sources = Array.from({ length: 30 }, (_, i) => ({ name: `${i}`, bytes: someBytes(5, i + 100) }))
    await world.engine.attach(draftKey, sources)
    const { rows } = await world.ask('draftFile.list', { draftKey })
    const failed = rows.filter(({ state }) => state.type === 'failed')
    expect(rows.length - failed.length).toBe(20)
    expect(failed.map(({ state }) => state)).toEqual(
      failed.map(() => ({ type: 'failed', reason: 'too-many' })),
    )
  })

  test('that is taken off while it is copied leaves nothing behind', async () => {
    const { world, channelId } = await createFilledWorld()
    const draftKey = `channel/${channelId}` as const
    const copying = world.engine.attach(draftKey, [
      { name: 'large', path: writeFile('large', someBytes(60_000_000)) },
    ])
    const [row] = (await world.ask('draftFile.list', { draftKey })).rows
    expect(row?.state.type).toBe('copying')
    world.must('draftFile.discard', { draftKey, key: row!.key })
    await copying
    expect((await world.ask('draftFile.list', { draftKey })).rows).toEqual([])
    expect(fs.readdirSync(path.join(world.folder, 'blobs', 'unfinished'))).toEqual([])
  })

  test('whose copying a stop cut off says so', async () => {
    const { world, channelId } = await createFilledWorld()
    const draftKey = `channel/${channelId}` as const
    const copying = world.engine.attach(draftKey, [
      { name: 'large', path: writeFile('large', someBytes(60_000_000)) },
    ])
    await world.restart()
    await copying
    const { rows } = await world.ask('draftFile.list', { draftKey })
    expect(rows.map(({ state }) => state)).toEqual([{ type: 'failed', reason: 'interrupted' }])
    expect(fs.readdirSync(path.join(world.folder, 'blobs', 'unfinished'))).toEqual([])
  })
})

describe('what commands take', () => {
  test('nothing without text and files, and no file that is not here', async () => {
    const { world, channelId } = await createFilledWorld()
    const send = (text: string, attachments: { id: never; name: string }[]) =>
      world.execute('chat.send', { channelId, messageId: world.nextId(), text, attachments })
    expect(send(' ', [])).toMatchObject({ ok: false, error: { type: 'invalid-input' } })
    expect(send('', [{ id: 'a'.repeat(64) as never, name: 'x' }])).toMatchObject({
      ok: false,
      error: { type: 'not-found', what: 'file' },
    })
    for (const id of ['../../x', 'A'.repeat(64), '', '\0', 5]) {
      expect(send('', [{ id: id as never, name: 'x' }])).toMatchObject({ error: { type: 'invalid-input' } })
    }
    const row = await attach(world, `channel/${channelId}`, 'x', tinyPng)
    if (row.state.type !== 'ready') throw new Error('not ready')
    const { id } = row.state
    for (const name of ['../../x', '\0', 'x'.repeat(5_000), '']) {
      world.must('chat.send', { channelId, messageId: world.nextId(), text: '', attachments: [{ id, name }] })
      const [file] = await attachmentsOf(world, channelId)
      expect(file?.name).not.toMatch(/[/\\\0]|^\.|^$/)
      expect(file?.name.length).toBeLessThanOrEqual(200)
    }
    const tooMany = Array.from({ length: 21 }, () => ({ id: id as never, name: 'x' }))
    expect(send('', tooMany)).toMatchObject({ error: { type: 'invalid-input' } })
  })
})

describe('the folder and the rows', () => {
  test('what nothing refers to goes after a week; what a deleted message carries stays', async () => {
    const { world, channelId } = await createFilledWorld()
    const messageId = await sendFile(world, channelId, 'kept', someBytes(100))
    world.must('chat.delete', { messageId })
    expect(await attachmentsOf(world, channelId)).toEqual([])
    const loose = await attach(world, `channel/${channelId}`, 'loose', someBytes(100, 2))
    world.must('draftFile.discard', { draftKey: `channel/${channelId}`, key: loose.key })
    const exists = (seed: number) => fs.existsSync(blobPath(world.folder, idOf(someBytes(100, seed))))
    await sweep(world)
    expect([exists(1), exists(2)]).toEqual([true, true])
    world.clock.advance(week + 1)
    await sweep(world)
    expect([exists(1), exists(2)]).toEqual([true, false])
    world.must('chat.restore', { messageId })
    expect((await attachmentsOf(world, channelId)).map(({ state }) => state.type)).toEqual(['here'])
  })

  test('an erased message’s file is gone at once', async () => {
    const { world, channelId } = await createFilledWorld()
    const messageId = await sendFile(world, channelId, 'private', someBytes(100))
    world.must('chat.erase', { messageId })
    await world.engine.settled()
    expect(fs.existsSync(blobPath(world.folder, idOf(someBytes(100))))).toBe(false)
  })

  test('a file without a row is written down if it is what its name says, and removed if it is not', async () => {
    const { world, channelId } = await createFilledWorld()
    await sendFile(world, channelId, 'a', someBytes(100))
    const damaged = await sendFile(world, channelId, 'b', someBytes(100, 2))
    // As after a backup of the database was put back.
    world.engine.transact(({ db }) => db.run('DELETE FROM blobs'))
    fs.appendFileSync(blobPath(world.folder, idOf(someBytes(100, 2))), 'x')
    await sweep(world)
    const states = async () =>
      (await world.ask('chat.messages', { channelId })).rows.map((row) => row.attachments[0]?.state.type)
    expect(await states()).toEqual(['here', 'gone'])
    expect((await attachmentsOf(world, channelId, damaged))[0]?.state).toEqual({ type: 'gone' })
    fs.rmSync(blobPath(world.folder, idOf(someBytes(100))))
    await sweep(world)
    expect(await states()).toEqual(['gone', 'gone'])
  })
})

test('rows of attachments come out the same when everything is projected again', async () => {
  const { world, channelId } = await createFilledWorld()
  await sendFile(world, channelId, 'a', someBytes(100))
  const rows = () => world.look((db) => db.prepare('SELECT * FROM attachments').all())
  const before = rows()
  expect(before).toHaveLength(1)
  world.engine.rebuild()
  await world.engine.settled()
  expect(rows()).toEqual(before)
  expect(fs.existsSync(blobPath(world.folder, idOf(someBytes(100))))).toBe(true)
})
