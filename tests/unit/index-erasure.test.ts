/** What is erased, or lost with its space, is in no byte of the index: chunks, words, free pages, journal. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { MessageId } from '#shared/base/ids.ts'
import { dropSpace } from '../../src-main/engine/sync/spaces.ts'
import { createFilledWorld, inlineIndex, type World } from '../support/engine-world.ts'
import { indexedChunks } from '../support/index-look.ts'

/** The beginnings of words, as whatever makes stems of them leaves these. */
const secret = 'zebrafinkengesang'
const traces = ['zebrafinken', 'Zebrafinken']

function holders(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.startsWith('index.db'))
    .filter((name) => {
      const bytes = fs.readFileSync(path.join(folder, name))
      return traces.some((trace) => bytes.includes(trace))
    })
}

async function createTalk() {
  const filled = await createFilledWorld({ index: inlineIndex })
  const { world, channelId } = filled
  const say = (text: string) => {
    const messageId = world.nextId<MessageId>()
    world.clock.advance(30_000)
    world.must('chat.send', { channelId, messageId, text })
    return messageId
  }
  // Enough that pages fill up, split and are left behind.
  for (let i = 0; i < 400; i++) {
    say(`Meldung ${i} aus Halle ${i % 7}: ${'alles läuft wie immer '.repeat(i % 9)}`)
    if (i % 100 === 99) await world.engine.settled()
  }
  return { ...filled, say }
}

function expectGone(world: World): void {
  expect(holders(world.folder)).toEqual([])
  expect(indexedChunks(world.folder).filter(({ text }) => text.includes(secret))).toEqual([])
}

test('an erased message', async () => {
  const { world, say } = await createTalk()
  const messageId = say(`Das Kennwort ist ${secret}.`)
  for (let i = 0; i < 50; i++) say(`Weiter geht es, Nummer ${i}.`)
  await world.engine.settled()
  expect(holders(world.folder)).not.toEqual([])
  world.must('chat.erase', { messageId })
  await world.engine.settled()
  expectGone(world)
  // The rest of what was said with it is still there.
  expect(indexedChunks(world.folder).some(({ text }) => text.includes('Nummer 0'))).toBe(true)
})

test('an erased message while the index is paused', async () => {
  const { world, say } = await createTalk()
  const messageId = say(`Das Kennwort ist ${secret}.`)
  await world.engine.settled()
  world.must('index.pause', { on: true })
  world.must('chat.erase', { messageId })
  await world.engine.settled()
  expectGone(world)
})

test('an erased message, when the program ended before the index had heard of it', async () => {
  const { world, say } = await createTalk()
  const messageId = say(`Das Kennwort ist ${secret}.`)
  await world.engine.settled()
  world.must('chat.erase', { messageId })
  await world.engine.dispose()
  await world.restart()
  await world.engine.settled()
  expectGone(world)
})

test('a space that is lost', async () => {
  const { world, say, channelId } = await createTalk()
  say(`Das Kennwort ist ${secret}.`)
  await world.engine.settled()
  world.engine.transact((context) => dropSpace(context, channelId))
  await world.engine.settled()
  expectGone(world)
  expect(indexedChunks(world.folder)).toEqual([])
})
