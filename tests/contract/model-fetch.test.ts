/** Fetching a model from servers of every mood: what comes is the model, or nothing is there that passes for one. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ModelState } from '#shared/contract/models.ts'
import { createModelWorld, type ModelWorld } from '../support/model-world.ts'
import { modelId, weights } from '../support/small-model.ts'
import { smallDisk } from '../support/small-disk.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const ready = { type: 'ready' }
const ordered = (world: ModelWorld) => world.model.files.map((file) => path.join(modelId, file.path)).sort()

/** What must be true of a model that is ready. */
function expectWhole(world: ModelWorld): void {
  expect(world.state()).toEqual(ready)
  expect(world.models.isReady(modelId)).toBe(true)
  expect(world.files()).toEqual(ordered(world))
  for (const [file, bytes] of world.contents)
    expect(fs.readFileSync(path.join(world.folder, modelId, file)).equals(bytes)).toBe(true)
}

const smallBytes = 30_021

describe('a model from a good server', () => {
  test('is not fetched before it is asked for', async () => {
    const world = await createModelWorld()
    expect(world.state()).toEqual({ type: 'available' })
    await world.restart()
    expect(world.server.seen).toEqual([])
    expect(world.files()).toEqual([])
  })

  test('comes whole, with nothing left over', async () => {
    const world = await createModelWorld()
    await world.fetch()
    expectWhole(world)
    expect(world.server.seen.map(({ range }) => range)).toEqual([null, null, null])
  })

  test('tells how far it is, and checks at the end', async () => {
    const states: string[] = []
    const world: ModelWorld = await createModelWorld({ onChange: () => states.push(world.state().type) })
    await world.fetch()
    expect(states).toContain('checking')
    expect(states.at(-1)).toBe('ready')
  })

  test('is not fetched twice', async () => {
    const world = await createModelWorld()
    await world.fetch()
    await world.fetch()
    expect(world.server.seen).toHaveLength(3)
  })

  test('comes through redirects, as from a network of servers', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'redirect', to: (file) => `/cdn${file}` })
    await world.fetch()
    expectWhole(world)
  })

  test('is taken away again, and can be fetched anew', async () => {
    const world = await createModelWorld()
    await world.fetch()
    world.models.remove(modelId)
    await world.models.settled()
    expect(world.state()).toEqual({ type: 'available' })
    expect(world.files()).toEqual([])
    await world.fetch()
    expectWhole(world)
  })
})

describe('a model whose fetching ends early', () => {
  test('goes on from where the line was cut, also after a restart', async () => {
    const world = await createModelWorld()
    expect(await fetchUntilCut(world, 100_000)).toEqual({
      type: 'stopped',
      doneBytes: smallBytes + 100_000,
      reason: 'cut-off',
      file: weights,
    })
    await world.restart()
    expect(world.state()).toMatchObject({ type: 'stopped', doneBytes: smallBytes + 100_000 })
    world.server.setMood({ type: 'good' })
    await world.fetch()
    expectWhole(world)
    expect(world.server.seen.at(-1)).toMatchObject({ range: 'bytes=100000-' })
    expect(world.server.seen.at(-1)?.ifRange).toMatch(/^"[0-9a-f]{64}"$/)
    // Nothing was sent twice.
    expect(world.server.sentBytes()).toBe(smallBytes + 300_000)
  })

  test('begins anew where the server has another file by now', async () => {
    const world = await createModelWorld()
    await fetchUntilCut(world, 100_000)
    const part = path.join(world.folder, `${modelId}.part`, `${weights}.partial`)
    fs.writeFileSync(`${part}.etag`, '"of another version"')
    world.server.setMood({ type: 'good' })
    await world.fetch()
    expectWhole(world)
  })

  test('begins anew where the server knows no ranges', async () => {
    const world = await createModelWorld()
    await fetchUntilCut(world, 100_000)
    world.server.setMood({ type: 'ignores-range' })
    await world.fetch()
    expectWhole(world)
  })

  test('believes no answer that starts somewhere else', async () => {
    const world = await createModelWorld()
    await fetchUntilCut(world, 100_000)
    world.server.setMood({ type: 'wrong-range' })
    expect(await world.fetch()).toMatchObject({ type: 'stopped', reason: 'cut-off' })
    world.server.setMood({ type: 'good' })
    await world.fetch()
    expectWhole(world)
  })

  test('stops when nothing comes any more, and keeps what came', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'hang', after: 50_000 })
    const fetched = world.fetch()
    await untilBytes(world, smallBytes + 50_000)
    world.passSilence()
    expect(await fetched).toEqual({
      ...{ type: 'stopped', reason: 'cut-off', file: weights },
      doneBytes: smallBytes + 50_000,
    })
    world.server.setMood({ type: 'good' })
    await world.fetch()
    expectWhole(world)
  })

  test('stops where the server never says a word', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'silent' })
    const fetched = world.fetch()
    await until(() => world.server.seen.length === 1)
    world.passSilence()
    expect(await fetched).toMatchObject({ type: 'stopped', reason: 'unreachable', doneBytes: 0 })
  })

  test('stops at once when the person says so, and goes on when they say that', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'hang', after: 50_000 })
    const fetched = world.fetch()
    await untilBytes(world, smallBytes + 50_000)
    world.models.cancel(modelId)
    expect(await fetched).toMatchObject({ type: 'stopped', reason: 'cancelled' })
    world.server.setMood({ type: 'good' })
    await world.fetch()
    expectWhole(world)
    expect(world.server.sentBytes()).toBe(smallBytes + 300_000)
  })

  test('is thrown away when the person gives it up', async () => {
    const world = await createModelWorld()
    await fetchUntilCut(world, 50_000)
    world.models.remove(modelId)
    await world.models.settled()
    expect(world.state()).toEqual({ type: 'available' })
    expect(world.files()).toEqual([])
  })

  test('is taken away while it comes', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'hang', after: 50_000 })
    const fetched = world.fetch()
    await world.server.untilSent(smallBytes + 50_000)
    world.models.remove(modelId)
    await fetched
    expect(world.files()).toEqual([])
  })

  test('is not fetched by two at a time', async () => {
    const world = await createModelWorld()
    fs.mkdirSync(path.join(world.folder, `${modelId}.part`), { recursive: true })
    // The test's parent lives as long as the test.
    fs.writeFileSync(path.join(world.folder, `${modelId}.part`, 'lock'), String(process.ppid))
    expect(await world.fetch()).toMatchObject({ type: 'stopped', reason: 'busy' })
    fs.writeFileSync(path.join(world.folder, `${modelId}.part`, 'lock'), '999999999')
    await world.fetch()
    expectWhole(world)
  })
})

describe('a server that sends something else', () => {
  test('a file with one other byte is thrown away, and never passes for the model', async () => {
    const world = await createModelWorld()
    const wrong = Buffer.from(world.contents.get(weights)!)
    wrong[250_000]! ^= 1
    const at = `/somebody/small-model/resolve/0123456789abcdef/${weights}`
    world.server.setFile(at, wrong)
    expect(await world.fetch()).toEqual({
      type: 'stopped',
      reason: 'wrong-checksum',
      file: weights,
      doneBytes: smallBytes,
    })
    expect(world.files().some((file) => file.includes('onnx'))).toBe(false)
    world.server.setFile(at, world.contents.get(weights)!)
    await world.fetch()
    expectWhole(world)
  })

  test('a file of another length is not even read', async () => {
    const world = await createModelWorld()
    world.server.setFile('/somebody/small-model/resolve/0123456789abcdef/tokenizer.json', Buffer.alloc(10))
    expect(await world.fetch()).toMatchObject({ reason: 'wrong-checksum', file: 'tokenizer.json' })
  })

  test('a stream without an end is left when it is too long', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'endless' })
    expect(await world.fetch()).toMatchObject({ reason: 'wrong-checksum', file: 'config.json' })
    expect(world.files()).toEqual([])
  })

  test('a sign-in page is told from a file', async () => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'html' })
    expect(await world.fetch()).toMatchObject({ type: 'stopped', reason: 'not-a-file' })
  })

  test.each([
    [404, 'missing-file'],
    [401, 'refused'],
    [429, 'refused'],
    [503, 'refused'],
  ])('status %i is told as %s', async (status, reason) => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'status', status })
    expect(await world.fetch()).toMatchObject({ type: 'stopped', reason, file: 'config.json' })
  })

  test.each([
    ['an address that is not encrypted', () => 'http://example.org/file'],
    ['a file of this machine', () => 'file:///etc/passwd'],
    ['no address at all', () => 'http://'],
    ['itself, for ever', (file: string) => file],
  ])('a redirect to %s is not followed', async (_what, to) => {
    const world = await createModelWorld()
    world.server.setMood({ type: 'redirect', to })
    expect(await world.fetch()).toMatchObject({ type: 'stopped', reason: 'refused' })
    expect(world.server.seen.length).toBeLessThan(10)
  })

  test('an address that is not encrypted is not asked', async () => {
    const asked: string[] = []
    const world = await createModelWorld({
      fetch: (url) => {
        asked.push(url)
        return Promise.reject(new Error('asked'))
      },
    })
    world.models.fetch(modelId, 'http://example.org')
    await world.models.settled()
    expect(world.state()).toMatchObject({ reason: 'refused' })
    expect(asked).toEqual([])
  })

  test('nobody there is told as unreachable', async () => {
    const world = await createModelWorld()
    world.models.fetch(modelId, 'http://127.0.0.1:1')
    await world.models.settled()
    expect(world.state()).toMatchObject({ reason: 'unreachable', doneBytes: 0 })
  })
})

describe('a disk', () => {
  test('without room is found full before anything is fetched', async () => {
    const world = await createModelWorld({ freeBytes: async () => 1_000_000 })
    expect(await world.fetch()).toMatchObject({ type: 'stopped', reason: 'disk-full', doneBytes: 0 })
    expect(world.server.seen).toEqual([])
  })

  const disk = smallDisk()
  test.skipIf(disk === null)(
    'that fills up on the way stops it, and it goes on when there is room',
    async () => {
      const folder = temporaryFolder()
      disk?.mount(folder, 300_000)
      try {
        const world = await createModelWorld({ folder, freeBytes: async () => Infinity })
        expect(await world.fetch()).toMatchObject({ type: 'stopped', reason: 'disk-full', file: weights })
        const kept = world.state()
        expect(kept.type === 'stopped' && kept.doneBytes > smallBytes).toBe(true)
      } finally {
        disk?.unmount(folder)
      }
    },
  )

  test.skipIf(disk === null)('that may not be written to is told', async () => {
    const folder = temporaryFolder()
    disk?.mount(folder, 1_000_000)
    disk?.setReadOnly(folder, true)
    try {
      const world = await createModelWorld({ folder })
      expect(await world.fetch()).toMatchObject({ type: 'stopped', reason: 'not-writable' })
    } finally {
      disk?.unmount(folder)
    }
  })
})

/** The line is cut when so many bytes of the last file have come. */
async function fetchUntilCut(world: ModelWorld, bytes: number): Promise<ModelState> {
  world.server.setMood({ type: 'hang', after: bytes })
  const fetched = world.fetch()
  await untilBytes(world, smallBytes + bytes)
  world.server.cut()
  return fetched
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

/** The bytes that were sent also arrived. */
function untilBytes(world: ModelWorld, bytes: number): Promise<void> {
  return until(() => {
    const state = world.state()
    return state.type === 'fetching' && state.doneBytes >= bytes
  })
}
