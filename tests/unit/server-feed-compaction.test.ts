import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocId, SpaceId, UpdateId } from '#shared/base/ids.ts'
import { articleDocId } from '#shared/base/ids.ts'
import { createRandom } from '#shared/base/random.ts'
import type { FeedEntry, PushItem } from '#shared/protocol/frames.ts'
import { createServerWorld, documentOf, updateItem, type ServerWorld } from '../support/server-world.ts'

const everything = { entries: 1_000, bytes: 10_000_000 }

function setUp() {
  const world = createServerWorld()
  const alice = world.addPerson()
  const spaceId = world.addSpace('knowledge', alice)
  const docId = articleDocId(world.nextId())
  const entries = () => world.store.page(spaceId, 0, everything).entries
  const types = () => entries().map(({ type }) => type)
  const write = (count: number, doc = docId) =>
    world.push(alice, ...Array.from({ length: count }, () => updateItem(world, spaceId, doc)))
  return { world, alice, spaceId, docId, entries, types, write }
}

const erase = (world: ServerWorld, spaceId: SpaceId, docId: DocId): PushItem => ({
  ...{ type: 'erase', itemId: world.nextId<UpdateId>(), spaceId, docId },
})

const payloadsIn = (entries: readonly FeedEntry[]) => entries.filter((entry) => 'payload' in entry)

/** What `updateItem` wrote. */
const wordsOf = (doc: Y.Doc): unknown => doc.getMap('m').toJSON()

describe('compaction', () => {
  test('puts the merged state at the end of the feed and takes the rest away [S9]', async () => {
    const { world, spaceId, docId, write, entries } = setUp()
    await write(5)
    const before = wordsOf(documentOf(world.store.documentLog(spaceId, docId)))
    expect(Object.keys(before as object)).toHaveLength(5)
    expect(world.compaction.compact(spaceId, docId)).toBe(true)
    expect(entries()).toMatchObject([{ type: 'snapshot', seq: 6, erases: false }])
    expect(wordsOf(documentOf(world.store.documentLog(spaceId, docId)))).toEqual(before)
  })

  test('comes by itself when nobody writes any more [S9]', async () => {
    const { world, types, write } = setUp()
    await write(40)
    world.advance(5_000)
    expect(types()).toHaveLength(40)
    world.advance(15_000)
    expect(types()).toEqual(['snapshot'])
    await write(2)
    world.advance(60_000)
    expect(types()).toEqual(['snapshot', 'update', 'update'])
  })

  test('waits while a document misses parts, and comes when it has them [S9]', async () => {
    const { world, alice, spaceId, docId, types, write } = setUp()
    const updates: Uint8Array[] = []
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of ['a', 'b', 'c']) doc.getText('t').insert(0, word)
    const push = (payload: Uint8Array) => world.push(alice, { ...updateItem(world, spaceId, docId), payload })
    await push(updates[0]!)
    await push(updates[2]!)
    await write(40)
    world.advance(60_000)
    expect(types()).toHaveLength(42)
    expect(world.compaction.compact(spaceId, docId)).toBe(false)
    await push(updates[1]!)
    world.advance(60_000)
    expect(types()).toEqual(['snapshot'])
    expect(documentOf(world.store.documentLog(spaceId, docId)).getText('t').toJSON()).toBe('cba')
  })

  test('between the pages of a device that is catching up takes nothing from it [S9] [S2]', async () => {
    const { world, alice, spaceId, write } = setUp()
    const random = createRandom(11)
    const docs = Array.from({ length: 8 }, () => articleDocId(world.nextId()))
    for (let i = 0; i < 60; i++) await write(1, random.pick(docs))
    const received = new Map<DocId, Y.Doc>(docs.map((docId) => [docId, new Y.Doc()]))
    let cursor = 0
    for (let round = 0; ; round++) {
      const page = world.store.page(spaceId, cursor, { entries: random.int(1, 4), bytes: 10_000 })
      for (const entry of payloadsIn(page.entries)) Y.applyUpdate(received.get(entry.docId)!, entry.payload)
      cursor = page.upTo
      if (cursor === page.head) break
      if (round < 30) world.compaction.compact(spaceId, random.pick(docs))
      if (round < 10) await world.push(alice, updateItem(world, spaceId, random.pick(docs)))
    }
    for (const [docId, doc] of received) {
      expect(wordsOf(doc)).toEqual(wordsOf(documentOf(world.store.documentLog(spaceId, docId))))
    }
  })
})

describe('erasing', () => {
  const word = 'Geheimnis'
  const filesWith = (world: ServerWorld, text: string) =>
    fs
      .readdirSync(world.folder)
      .filter((name) => fs.readFileSync(path.join(world.folder, name)).includes(text))

  const writeAndDelete = async ({ world, alice, spaceId, docId }: ReturnType<typeof setUp>) => {
    const doc = new Y.Doc()
    const item = () => ({ ...updateItem(world, spaceId, docId), payload: Y.encodeStateAsUpdate(doc) })
    doc.getText('t').insert(0, `before ${word} after`)
    await world.push(alice, item())
    doc.getText('t').delete(7, word.length)
    await world.push(alice, item())
  }

  test('leaves what the document shows, in a snapshot that erases, and nothing else in any file [S10]', async () => {
    const made = setUp()
    const { world, alice, spaceId, docId, entries } = made
    await writeAndDelete(made)
    expect(filesWith(world, word)).not.toEqual([])
    await world.push(alice, erase(world, spaceId, docId))
    expect(entries()).toMatchObject([{ type: 'snapshot', seq: 3, erases: true }])
    world.advance(5_000)
    expect(filesWith(world, word)).toEqual([])
    expect(documentOf(world.store.documentLog(spaceId, docId)).getText('t').toJSON()).toBe('before  after')
  })

  test('is finished by the next process where this one died before [S10]', async () => {
    const made = setUp()
    const { world, alice, spaceId, docId } = made
    await writeAndDelete(made)
    await world.push(alice, erase(world, spaceId, docId))
    world.restart()
    world.advance(5_000)
    expect(filesWith(world, word)).toEqual([])
  })

  test('is still told to devices after compaction, and after a move [S10]', async () => {
    const made = setUp()
    const { world, alice, spaceId, docId, write, entries } = made
    await writeAndDelete(made)
    await world.push(alice, erase(world, spaceId, docId))
    await write(3)
    world.compaction.compact(spaceId, docId)
    expect(entries()).toMatchObject([{ type: 'snapshot', erases: true }])
    const target = world.addSpace('knowledge', alice)
    const move = {
      type: 'move',
      itemId: world.nextId<UpdateId>(),
      spaceId,
      docId,
      toSpaceId: target,
    } as const
    await world.push(alice, move)
    expect(world.store.page(target, 0, everything).entries).toMatchObject([{ erases: true }])
  })

  test('takes the right to write [P8]', async () => {
    const { world, spaceId, docId, write, types } = setUp()
    await write(2)
    const bob = world.addPerson()
    expect(await world.push(bob, erase(world, spaceId, docId))).toMatchObject([{ reason: 'no-access' }])
    expect(types()).toEqual(['update', 'update'])
    world.policy.members.get(spaceId)?.add(bob.identity.personId)
    expect(await world.push(bob, erase(world, spaceId, docId))).toMatchObject([{ type: 'taken' }])
    expect(types()).toEqual(['snapshot'])
    const [deleted] = await world.push(bob, { ...erase(world, spaceId, docId), type: 'delete' } as PushItem)
    expect(deleted, "it makes others' work nobody's own").toMatchObject({ reason: 'no-access' })
  })
})
