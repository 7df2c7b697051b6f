/** A model that is brought along on a stick, and one whose fetching was killed. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createModelWorld, type ModelWorld } from '../support/model-world.ts'
import { modelId, weights } from '../support/small-model.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

/** Lays the model's files into a folder. @param place how a file's path there is made of the repository's */
function fillStick(world: ModelWorld, place: (file: string) => string = (file) => file): string {
  const stick = temporaryFolder()
  for (const [file, bytes] of world.contents) {
    const target = path.join(stick, place(file))
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, bytes)
  }
  return stick
}

describe('a model from a folder', () => {
  test.each([
    ['as the repository has it', (file: string) => file],
    ['all in one folder', (file: string) => path.basename(file)],
    ['in a folder with the repository’s name', (file: string) => path.join('small-model', file)],
  ])('is taken %s, without the network', async (_how, place) => {
    const world = await createModelWorld({ fetch: null })
    expect(await world.copy(fillStick(world, place))).toEqual({ type: 'ready' })
    for (const [file, bytes] of world.contents)
      expect(fs.readFileSync(path.join(world.folder, modelId, file)).equals(bytes)).toBe(true)
    expect(world.server.seen).toEqual([])
  })

  test('says which file is missing', async () => {
    const world = await createModelWorld()
    const stick = fillStick(world)
    fs.rmSync(path.join(stick, 'tokenizer.json'))
    expect(await world.copy(stick)).toEqual({
      ...{ type: 'stopped', reason: 'missing-file', file: 'tokenizer.json', doneBytes: 0 },
    })
    expect(world.files()).toEqual([])
  })

  test('says which file is another one, and goes on with the right one', async () => {
    const world = await createModelWorld()
    const stick = fillStick(world)
    const wrong = Buffer.from(world.contents.get(weights)!)
    wrong[5]! ^= 1
    fs.writeFileSync(path.join(stick, weights), wrong)
    expect(await world.copy(stick)).toMatchObject({ reason: 'wrong-checksum', file: weights })
    fs.truncateSync(path.join(stick, weights), 100)
    expect(await world.copy(stick)).toMatchObject({ reason: 'wrong-checksum', file: weights })
    fs.writeFileSync(path.join(stick, weights), Buffer.alloc(400_000))
    expect(await world.copy(stick)).toMatchObject({ reason: 'wrong-checksum', file: weights })
    fs.writeFileSync(path.join(stick, weights), world.contents.get(weights)!)
    expect(await world.copy(stick)).toEqual({ type: 'ready' })
  })

  test('takes no folder for a file, and no folder that is not there', async () => {
    const world = await createModelWorld()
    const stick = fillStick(world)
    fs.rmSync(path.join(stick, weights))
    fs.mkdirSync(path.join(stick, weights))
    expect(await world.copy(stick)).toMatchObject({ reason: 'missing-file', file: weights })
    expect(await world.copy(path.join(stick, 'nowhere'))).toMatchObject({ reason: 'missing-file' })
  })

  test('takes the place of a beginning that was fetched', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'hang', after: 50_000 })
    const fetched = world.fetch()
    await until(() => {
      const state = world.state()
      return state.type === 'fetching' && state.doneBytes > 60_000
    })
    world.models.cancel(modelId)
    await fetched
    expect(await world.copy(fillStick(world))).toEqual({ type: 'ready' })
  })
})

describe('fetching that is killed', () => {
  test('goes on in the next process from what the disk has', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'hang', after: 120_000 })
    const child = spawn(
      process.execPath,
      [
        path.resolve(import.meta.dirname, '../support/fetch-model-process.ts'),
        world.folder,
        world.server.address,
      ],
      { stdio: 'ignore' },
    )
    await until(() => {
      const state = world.state()
      return state.type === 'stopped' && state.doneBytes >= 150_021
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    const before = world.server.sentBytes()
    expect(world.state()).toMatchObject({ type: 'stopped', doneBytes: 150_021 })
    world.server.setMood({ type: 'good' })
    expect(await world.fetch()).toEqual({ type: 'ready' })
    expect(world.server.sentBytes() - before).toBe(180_000)
    for (const [file, bytes] of world.contents)
      expect(fs.readFileSync(path.join(world.folder, modelId, file)).equals(bytes)).toBe(true)
  })
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
