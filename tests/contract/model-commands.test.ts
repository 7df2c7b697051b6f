/** Models through the engine's door: what a window sees, asks for and gets. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ModelRow, ModelState } from '#shared/contract/models.ts'
import { createFilledWorld, createWorld } from '../support/engine-world.ts'
import { startFileServer } from '../support/file-server.ts'
import { modelId, smallModel } from '../support/small-model.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

async function createModelEngine() {
  const { model, contents } = smallModel()
  const server = await startFileServer(
    new Map(
      [...contents].map(([file, bytes]) => [
        `/mirror/${model.repository}/resolve/${model.revision}/${file}`,
        bytes,
      ]),
    ),
  )
  const folder = path.join(temporaryFolder(), 'models')
  const { world } = await createFilledWorld({
    models: {
      folder,
      fetch: (url, init) => fetch(url, init),
      catalogue: [model],
      freeBytes: async () => Infinity,
    },
  })
  world.must('model.setAddress', { address: `${server.address}/mirror/` })
  const list = () => world.ask('model.list', {})
  const row = async (key = modelId): Promise<ModelRow> => {
    const found = (await list()).rows.find((each) => each.key === key)
    if (!found) throw new Error('not listed')
    return found
  }
  const stateOf = async (): Promise<ModelState> => (await row()).state
  const fetchIt = async () => {
    world.must('model.fetch', { modelId })
    await world.engine.settled()
  }
  return { world, server, folder, contents, list, row, stateOf, fetchIt }
}

describe('models', () => {
  test('lists the built-in one first, chosen, and what can be fetched', async () => {
    const { world } = await createFilledWorld()
    const { meta, rows } = await world.ask('model.list', {})
    expect(meta).toMatchObject({ address: 'https://huggingface.co' })
    expect(rows[0]).toMatchObject({ key: 'static-de-en', isChosen: true, state: { type: 'built-in' } })
    expect(rows.filter(({ isRecommended }) => isRecommended).map(({ key }) => key)).toEqual([
      'multilingual-e5-small',
    ])
    for (const { key, bytes, licence, repository, state } of rows.slice(1)) {
      expect({ key, state }).toEqual({ key, state: { type: 'available' } })
      expect(bytes).toBeGreaterThan(1_000_000)
      expect(licence).not.toBe('')
      expect(repository).toMatch(/^[\w.-]+\/[\w.-]+$/)
    }
  })

  test('are fetched from the mirror, chosen, kept over a restart, and removed', async () => {
    const { world, server, row, stateOf, fetchIt, list } = await createModelEngine()
    expect(await stateOf()).toEqual({ type: 'available' })
    await fetchIt()
    expect(await stateOf()).toEqual({ type: 'ready' })
    expect(server.seen[0]?.path).toMatch(/^\/mirror\/somebody\/small-model\/resolve\//)
    world.must('model.choose', { modelId })
    expect(await row()).toMatchObject({ isChosen: true })
    await world.restart()
    expect(await row()).toMatchObject({ isChosen: true, state: { type: 'ready' } })
    world.must('model.remove', { modelId })
    await world.engine.settled()
    expect(await row()).toMatchObject({ isChosen: false, state: { type: 'available' } })
    expect((await list()).rows[0]).toMatchObject({ isChosen: true })
  })

  test('cannot be chosen before they are here, nor where nobody knows them', async () => {
    const { world } = await createModelEngine()
    const missing = { ok: false, error: { type: 'not-found', what: 'model' } }
    expect(world.execute('model.choose', { modelId })).toEqual(missing)
    for (const name of ['model.choose', 'model.fetch', 'model.remove', 'model.cancelFetch'] as const)
      expect(world.execute(name, { modelId: 'unheard-of' })).toEqual(missing)
    expect(world.execute('model.fetch', { modelId: 'static-de-en' })).toEqual(missing)
  })

  test('are not fetched by an engine that may not', async () => {
    const { world } = await createFilledWorld()
    world.must('model.fetch', { modelId: 'multilingual-e5-small' })
    await world.engine.settled()
    expect((await world.ask('model.list', {})).rows[1]?.state).toEqual({ type: 'available' })
  })

  test('need a workspace', () => {
    const world = createWorld()
    expect(world.execute('model.fetch', { modelId: 'multilingual-e5-small' })).toEqual({
      ok: false,
      error: { type: 'no-workspace' },
    })
  })

  test.each([
    'http://models.example.org',
    'ftp://models.example.org',
    'https://user:secret@models.example.org',
    'https://models.example.org/?x=1',
    'http://127.0.0.1.example.org',
    'file:///etc',
    'models.example.org',
    '',
  ])('are not fetched from %j', async (address) => {
    const { world, list } = await createModelEngine()
    const before = (await list()).meta.address
    expect(world.execute('model.setAddress', { address })).toMatchObject({
      ok: false,
      error: { type: 'invalid-input' },
    })
    expect((await list()).meta.address).toBe(before)
  })

  test('come from where the program takes them by itself, again', async () => {
    const { world, list } = await createModelEngine()
    world.must('model.setAddress', { address: null })
    expect((await list()).meta.address).toBe('https://huggingface.co')
  })

  test('tell a window that watches how it goes', async () => {
    const { world, fetchIt } = await createModelEngine()
    const seen = new Set<string>()
    const connection = world.engine.connect((response) => {
      for (const state of JSON.stringify(response).matchAll(/"state":\{"type":"([a-z-]+)"/g))
        seen.add(state[1] ?? '')
      if (response.type === 'diff')
        connection.receive({ type: 'ack', subscription: 1, revision: response.revision })
    })
    connection.receive({ type: 'subscribe', subscription: 1, name: 'model.list', input: {} })
    await fetchIt()
    await untilSeen(() => seen.has('ready'))
    expect(seen).toContain('built-in')
    connection.close()
  })

  test('are whole or not there after the engine was stopped in the middle', async () => {
    const { world, server, stateOf, fetchIt, folder, contents } = await createModelEngine()
    server.setMood({ type: 'hang', after: 40_000 })
    world.must('model.fetch', { modelId })
    await untilSeen(async () => {
      const state = await stateOf()
      return state.type === 'fetching' && state.doneBytes > 60_000
    })
    await world.restart()
    expect(await stateOf()).toMatchObject({ type: 'stopped', reason: 'cancelled' })
    server.setMood({ type: 'good' })
    await fetchIt()
    expect(await stateOf()).toEqual({ type: 'ready' })
    for (const [file, bytes] of contents)
      expect(fs.readFileSync(path.join(folder, modelId, file)).equals(bytes)).toBe(true)
  })
})

async function untilSeen(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve))
}
