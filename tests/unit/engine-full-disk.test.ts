/** A full disk: the command says so, nothing of it stays, and when there is room again the work goes on. */
import { describe, expect, test } from 'vitest'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import { dumpAll, dumpDerived } from '../support/dump-tables.ts'
import { createFilledWorld, createWorld, type World } from '../support/engine-world.ts'
import { fillDisk, mountSmallDisk } from '../support/faults.ts'

const long = 'Ein langer Bericht über die Störung. '.repeat(500)

/** The engine's connection may not make the file any larger than it is now; gives the room back when called. */
function allowNoMorePages(world: World): () => void {
  const limit = (pages: number | bigint) =>
    world.engine.transact(({ db }) => void db.value(`PRAGMA max_page_count = ${pages}`))
  limit(world.look((db) => db.pragma('page_count', { simple: true })) as number)
  return () => limit(1_000_000)
}

/** Sends until the disk is full; gives the texts that were taken. */
function sendUntilFull(world: World, channelId: ChannelId): string[] {
  const taken: string[] = []
  for (let i = 0; i < 2_000; i++) {
    const text = `message ${i}: ${long}`
    const result = world.execute('chat.send', { channelId, messageId: world.nextId<MessageId>(), text })
    if (!result.ok) {
      expect(result.error).toEqual({ type: 'disk-full' })
      return taken
    }
    taken.push(text)
  }
  throw new Error('the disk never was full')
}

async function expectWhole(world: World, channelId: ChannelId, texts: readonly string[]): Promise<void> {
  const { rows } = await world.ask('chat.messages', { channelId, before: 5_000 })
  expect(rows.map((row) => row.text)).toEqual(texts)
  const derived = world.look(dumpDerived)
  world.engine.rebuild()
  await world.engine.settled()
  expect(world.look(dumpDerived)).toEqual(derived)
  expect(world.look((db) => db.pragma('integrity_check', { simple: true }))).toBe('ok')
}

describe('a command on a full disk', () => {
  test('is refused whole: the log, the rows and the document in memory are as before', async () => {
    const { world, channelId } = await createFilledWorld()
    const makeRoom = allowNoMorePages(world)
    const taken = sendUntilFull(world, channelId)
    await world.engine.settled()
    const before = world.look(dumpAll)
    const messageId = world.nextId<MessageId>()
    expect(world.execute('chat.send', { channelId, messageId, text: long })).toMatchObject({ ok: false })
    expect(world.execute('chat.edit', { messageId, text: 'never sent' })).toMatchObject({
      error: { type: 'not-found' },
    })
    expect(world.look(dumpAll)).toEqual(before)
    makeRoom()
    world.must('chat.send', { channelId, messageId, text: 'there is room again' })
    await expectWhole(world, channelId, [...taken, 'there is room again'])
  })

  test('on a real small disk is refused, the program still opens when there is room, and nothing is lost', async (context) => {
    const disk = mountSmallDisk(3_000)
    if (disk === null) {
      context.skip(
        'mounting a small disk takes root on Linux; max_page_count stands in for it in the test before',
      )
      return
    }
    const { world, channelId } = await createFilledWorld({ folder: disk })
    const free = fillDisk(disk)
    const taken = sendUntilFull(world, channelId)
    for (let i = 0; i < 5; i++)
      expect(world.execute('workspace.rename', { name: `${long.slice(0, 90)}${i}` }).ok).toBe(false)
    free()
    world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'there is room again' })
    await expectWhole(world, channelId, [...taken, 'there is room again'])
    fillDisk(disk)
    await world.engine.dispose()
  })

  test('that is full at the start is told as such, and the workspace opens when there is room', async (context) => {
    const disk = mountSmallDisk(3_000)
    if (disk === null) {
      context.skip('mounting a small disk takes root on Linux')
      return
    }
    const { world } = await createFilledWorld({ folder: disk })
    await world.engine.dispose()
    const free = fillDisk(disk)
    expect(() => createWorld({ folder: disk, seed: 2 })).toThrow('disk-full')
    free()
    const again = createWorld({ folder: disk, seed: 3 })
    expect((await again.ask('workspace.get', {})).meta.workspace).toMatchObject({ name: 'Windpark Nord' })
  })
})
