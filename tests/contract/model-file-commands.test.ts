/** A language model's file as a provider: it comes by the system's dialog alone, and pages neither name nor see where it lies. */
import { expect, test } from 'vitest'
import { createFilledWorld } from '../support/engine-world.ts'

const file = '/home/mara/Modelle/Klein 4B.gguf'
const list = async ({ world }: Awaited<ReturnType<typeof createFilledWorld>>) =>
  (await world.ask('provider.list', {})).rows

test('a model file is added once, with its name, on this device', async () => {
  const filled = await createFilledWorld()
  filled.world.engine.addModelFile(file)
  filled.world.engine.addModelFile('/home/mara/Bilder/../Modelle/Klein 4B.gguf')
  const rows = await list(filled)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    ...{ type: 'file', name: 'Klein 4B', model: 'Klein 4B', address: 'Klein 4B.gguf' },
    ...{ reach: 'device', isInsecure: false, hasKey: false, isApproved: false },
  })
  await filled.world.restart()
  expect(await list(filled)).toHaveLength(1)
})

test('no page adds one, or makes another file of it', async () => {
  const filled = await createFilledWorld()
  const { world } = filled
  expect(
    world.execute('provider.add', {
      ...{ providerId: 'p1', type: 'file' as 'ollama', name: 'x', model: 'x' },
      address: '/etc/passwd',
    }),
  ).toMatchObject({ ok: false, error: { type: 'invalid-input' } })
  world.engine.addModelFile(file)
  const [row] = await list(filled)
  const providerId = row?.key ?? ''
  world.must('provider.update', {
    ...{ providerId, name: 'Der Kleine', contextTokens: 2_048, withheldKinds: ['ticket'] },
    ...{ address: '/etc/passwd', model: 'y', key: 'sk-1', allowInsecure: true },
  })
  expect(await list(filled)).toEqual([
    { ...row, name: 'Der Kleine', contextTokens: 2_048, withheldKinds: ['ticket'] },
  ])
  const checked = await world.engine.request('provider.check', { type: 'file', address: '/etc/passwd' })
  expect(checked).toMatchObject({ ok: false, error: { type: 'invalid-input' } })
  world.must('provider.remove', { providerId })
  expect(await list(filled)).toEqual([])
})
