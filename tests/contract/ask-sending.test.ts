/** What leaves this device for a model, when, and what becomes of what comes back. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { ArticleId, QuestionId, SpaceId } from '#shared/base/ids.ts'
import type { Outgoing, Question } from '#shared/contract/ask.ts'
import { createAnswerServer, createAskOptions } from '../support/answer-server.ts'
import { createAskWorld } from '../support/ask-world.ts'
import { createWorld } from '../support/engine-world.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const key = 'sk-geheim-4711'

async function createSendingWorld(type: 'ollama' | 'openai' = 'ollama') {
  const server = await createAnswerServer()
  const outside = createAskOptions()
  const asking = await createAskWorld({ ask: outside.options })
  const { world } = asking
  const provider = { providerId: 'p1', name: 'Mein Modell', model: 'llama3.2:3b' }
  world.must('provider.add', { ...provider, type, address: server.address, key })
  asking.article(
    'VPN einrichten',
    'Das VPN arbeitet mit einem Gerätezertifikat.\n## Schritte\n1. Den VPN-Client aus dem Softwarecenter installieren.\n2. Die Gerätenummer vom Aufkleber eingeben.\n3. Einmal verbinden, bevor Sie das Büro verlassen.',
  )
  asking.ticket(
    'VPN geht nicht',
    'Das VPN meldet Fehler 809.',
    ['Bei Fehler 809 den Port 443 im VPN-Client wählen.'],
    ['VPN-Zugang des Kunden ist wegen offener Rechnung gesperrt.'],
  )
  asking.say('VPN heute langsam, das VPN-Gateway wird um 18 Uhr neu gestartet.')
  await asking.indexed()
  server.answer(
    ({ messages }) =>
      `Installieren Sie den VPN-Client aus dem Softwarecenter [${numberOf(messages, 'Softwarecenter')}].`,
  )
  return { ...asking, server, outside, provider }
}

const outgoingOf = ({ state }: Question): Outgoing => {
  if (state.type !== 'awaiting-approval') throw new Error(`it is ${state.type}`)
  return state.outgoing
}
/** The number of the passage that holds the word, as a model reads it. */
const numberOf = (messages: readonly { content: string }[], word: string): string => {
  const lines = (messages.at(-1)?.content ?? '').split('\n')
  const at = lines.findIndex((line) => line.startsWith('|') && line.includes(word))
  const head = lines.slice(0, at).findLast((line) => line.startsWith('['))
  return /^\[(\d+)\]/u.exec(head ?? '')?.[1] ?? '0'
}
const sentTo = (messages: readonly { role: string; content: string }[]) =>
  messages.map(({ role, content }) => ({ role, text: content }))

test.each(['ollama', 'openai'] as const)(
  '%s: what is shown is what is sent, word for word, and nothing before',
  async (type) => {
    const { world, ask, until, server } = await createSendingWorld(type)
    const shown = await ask('Wie richte ich das VPN ein?', 'p1')
    const outgoing = outgoingOf(shown)
    expect(server.received).toEqual([])
    expect(outgoing).toMatchObject({ providerName: 'Mein Modell', model: 'llama3.2:3b' })
    expect(outgoing.tokens).toBeLessThanOrEqual(outgoing.tokenBudget)
    world.must('ask.approve', { questionId: shown.id })
    const done = await until(shown.id, ({ state }) => state.type === 'done')
    expect(server.received).toHaveLength(1)
    expect(sentTo(server.received[0]?.messages ?? [])).toEqual(outgoing.messages)
    expect(done.by).toEqual({
      ...{ type: 'model', providerId: 'p1', providerName: 'Mein Modell' },
      model: 'llama3.2:3b',
    })
    expect(done.parts).toEqual([
      {
        kind: 'sentence',
        text: 'Installieren Sie den VPN-Client aus dem Softwarecenter.',
        citations: [Number(numberOf(server.received[0]?.messages ?? [], 'Softwarecenter'))],
        isSupported: true,
      },
    ])
    expect(done.tokens).toEqual({ used: outgoing.tokens, budget: outgoing.tokenBudget })
    expect((await world.ask('ask.get', { questionId: shown.id })).meta).toEqual(done)
  },
)

test('approved once for good, until address or model change', async () => {
  const { world, ask, until, server } = await createSendingWorld()
  const first = await ask('Wie richte ich das VPN ein?', 'p1')
  world.must('ask.approve', { questionId: first.id, remember: true })
  await until(first.id, ({ state }) => state.type === 'done')
  expect((await ask('Was tun bei Fehler 809 im VPN?', 'p1')).state.type).toBe('done')
  expect(server.received).toHaveLength(2)
  world.must('provider.update', { providerId: 'p1', name: 'Anderer Name' })
  expect((await ask('Wie richte ich das VPN ein?', 'p1')).state.type).toBe('done')
  world.must('provider.update', { providerId: 'p1', model: 'qwen3' })
  expect((await ask('Wie richte ich das VPN ein?', 'p1')).state.type).toBe('awaiting-approval')
  world.must('provider.update', { providerId: 'p1', model: 'llama3.2:3b' })
  expect((await ask('Wie richte ich das VPN ein?', 'p1')).state.type).toBe('done')
  world.must('provider.disapprove', { providerId: 'p1' })
  expect((await ask('Wie richte ich das VPN ein?', 'p1')).state.type).toBe('awaiting-approval')
})

test('without an answer of the person nothing goes, whatever else happens', async () => {
  const { world, ask, until, server } = await createSendingWorld()
  const shown = await ask('Wie richte ich das VPN ein?', 'p1')
  world.must('ask.cancel', { questionId: shown.id })
  expect(await until(shown.id, ({ state }) => state.type === 'cancelled')).toMatchObject({ parts: [] })
  const other = await ask('Wie richte ich das VPN ein?', 'p1')
  await world.restart()
  expect((await world.ask('ask.get', { questionId: other.id })).meta?.state).toEqual({ type: 'cancelled' })
  expect(world.execute('ask.approve', { questionId: other.id }).ok).toBe(false)
  expect(server.received).toEqual([])
})

test('a space that is device-only goes nowhere, also when it becomes so while the person reads', async () => {
  const { world, ask, until, server, queueId, channelId } = await createSendingWorld()
  world.must('space.setDeviceOnly', { spaceId: queueId, on: true })
  const shown = await ask('Was ist mit dem VPN los?', 'p1')
  const outgoing = outgoingOf(shown)
  // Articles of this test lie in the queue's space, too; what is left is the message.
  const text = JSON.stringify(outgoing)
  expect(text).toContain('18 Uhr')
  for (const word of ['809', 'Softwarecenter', 'Rechnung']) expect(text).not.toContain(word)
  expect(outgoing.withheld).toBeGreaterThan(0)
  // They can be read here all the same.
  expect(JSON.stringify(shown.passages)).toContain('Softwarecenter')

  world.must('space.setDeviceOnly', { spaceId: queueId, on: false })
  world.must('space.setDeviceOnly', { spaceId: channelId, on: true })
  world.must('ask.approve', { questionId: shown.id })
  const anew = await until(
    shown.id,
    ({ state }) => state.type === 'awaiting-approval' && !JSON.stringify(state).includes('18 Uhr'),
  )
  expect(server.received).toEqual([])
  world.must('ask.approve', { questionId: shown.id })
  await until(shown.id, ({ state }) => state.type === 'done')
  expect(sentTo(server.received[0]?.messages ?? [])).toEqual(outgoingOf(anew).messages)
  expect((await world.ask('routing.get', {})).rows.find((row) => row.key === channelId)?.deviceOnly).toBe(
    true,
  )
})

test('where nothing may go, this device answers by itself', async () => {
  const { world, ask, server, queueId, channelId } = await createSendingWorld()
  for (const spaceId of [queueId, channelId] as SpaceId[])
    world.must('space.setDeviceOnly', { spaceId, on: true })
  const answer = await ask('Wie richte ich das VPN ein?', 'p1')
  expect(answer).toMatchObject({ state: { type: 'done' }, by: { type: 'extract' } })
  expect(answer.parts.length).toBeGreaterThan(0)
  expect(server.received).toEqual([])
})

test('kinds and spaces are withheld for all providers, or for one', async () => {
  const { world, ask, queueId } = await createSendingWorld()
  const sent = async () => JSON.stringify(outgoingOf(await ask('Was ist mit dem VPN los?', 'p1')).messages)
  expect(await sent()).toContain('Rechnung')
  world.must('routing.withhold', { kinds: ['note', 'message'] })
  const withheld = await sent()
  expect(withheld).not.toContain('Rechnung')
  expect(withheld).not.toContain('18 Uhr')
  expect(withheld).toContain('Softwarecenter')
  world.must('routing.withhold', { kinds: [] })
  world.must('provider.update', { providerId: 'p1', withheldSpaces: [queueId], withheldKinds: ['article'] })
  const rest = await sent()
  expect(rest).toContain('18 Uhr')
  for (const word of ['809', 'Softwarecenter', 'Rechnung']) expect(rest).not.toContain(word)
})

test('files and direct conversations go nowhere until the person says so', async () => {
  const { world } = await createSendingWorld()
  expect((await world.ask('routing.get', {})).meta.withheldKinds).toEqual(['direct', 'file'])
})

test('the budget is kept, and the question always has room', async () => {
  const { world, ask, article, indexed } = await createSendingWorld()
  for (let i = 0; i < 30; i++)
    article(
      `VPN Teil ${String(i)}`,
      `Das VPN am Standort ${String(i)} nutzt den Zugang ${'sehr lang '.repeat(60)}.`,
    )
  await indexed()
  world.must('provider.update', { providerId: 'p1', contextTokens: 1_600, answerTokens: 400 })
  const outgoing = outgoingOf(await ask('Wie richte ich das VPN ein?', 'p1'))
  expect(outgoing.tokenBudget).toBe(1_200)
  expect(outgoing.tokens).toBeLessThanOrEqual(1_200)
  expect(outgoing.messages.at(-1)?.text).toContain('Question: Wie richte ich das VPN ein?')
  expect(outgoing.passages.length).toBeGreaterThan(0)
})

test('an answer can be stopped, and keeps what had come', async () => {
  const { world, start, until, server, ask } = await createSendingWorld()
  const shown = await ask('Wie richte ich das VPN ein?', 'p1')
  world.must('ask.approve', { questionId: shown.id, remember: true })
  await until(shown.id, ({ state }) => state.type === 'done')
  server.script((write) => write('Installieren Sie den VPN-Client aus dem Softwarecenter [1]. Und dann'))
  const id = start('Wie richte ich das VPN ein?', 'p1')
  const writing = await until(id, ({ parts }) => parts.length === 1)
  expect(writing.state).toEqual({ type: 'writing' })
  // Killed here, this is what would be left.
  const copy = temporaryFolder()
  for (const name of ['workspace.db', 'workspace.db-wal'])
    fs.copyFileSync(path.join(world.folder, name), path.join(copy, name))
  world.must('ask.cancel', { questionId: id })
  const stopped = await until(id, ({ state }) => state.type === 'cancelled')
  expect(stopped.parts[0]).toMatchObject({ text: 'Installieren Sie den VPN-Client aus dem Softwarecenter.' })
  const after = (await createWorld({ folder: copy }).ask('ask.get', { questionId: id })).meta
  expect(after).toMatchObject({ state: { type: 'cancelled' }, parts: writing.parts })
})

test('a provider that fails says how; one that finds nothing says so; one that is gone was gone', async () => {
  const { world, ask, until, server } = await createSendingWorld()
  const shown = await ask('Wie richte ich das VPN ein?', 'p1')
  server.misbehave((response) => {
    response.statusCode = 401
    response.end()
  })
  world.must('ask.approve', { questionId: shown.id, remember: true })
  const failed = await until(shown.id, ({ state }) => state.type === 'failed')
  expect(failed.state).toEqual({ type: 'failed', error: { type: 'refused', status: 401 } })
  expect((await world.ask('ask.get', { questionId: shown.id })).meta?.state).toEqual(failed.state)
  server.answer('NO_ANSWER')
  expect((await ask('Wie richte ich das VPN ein?', 'p1')).state).toEqual({ type: 'not-found' })
  server.answer('<think>Ich überlege [1].</think>')
  expect((await ask('Wie richte ich das VPN ein?', 'p1')).state).toEqual({ type: 'not-found' })
  world.must('provider.remove', { providerId: 'p1' })
  expect((await ask('Wie richte ich das VPN ein?', 'p1')).state).toEqual({
    ...{ type: 'failed', error: { type: 'no-provider' } },
  })
})

test('a question without evidence is not sent at all', async () => {
  const { ask, server } = await createSendingWorld()
  expect((await ask('Wie hoch ist der Kilimandscharo?', 'p1')).state).toEqual({ type: 'not-found' })
  expect(server.received).toEqual([])
})

test('a key goes to its provider and nowhere else', async () => {
  const { world, ask, until, server, outside } = await createSendingWorld()
  const shown = await ask('Wie richte ich das VPN ein?', 'p1')
  world.must('ask.approve', { questionId: shown.id })
  await until(shown.id, ({ state }) => state.type === 'done')
  expect(server.received[0]?.key).toBe(key)
  expect(outside.kept.at(-1)).toContain(key)
  const answers = [await world.ask('provider.list', {}), await world.ask('ask.get', { questionId: shown.id })]
  expect(JSON.stringify(answers)).not.toContain(key)
  await world.engine.settled()
  for (const name of fs.readdirSync(world.folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(world.folder, name)
    if (fs.statSync(file).isFile()) expect(fs.readFileSync(file).includes(key), name).toBe(false)
  }
  const moved = await createAnswerServer()
  world.must('provider.update', { providerId: 'p1', address: moved.address })
  expect((await world.ask('provider.list', {})).rows[0]).toMatchObject({ hasKey: false, isApproved: false })
  expect(outside.kept.at(-1)).toBeNull()
})

test('providers are checked before they are added, and after', async () => {
  const { world, server } = await createSendingWorld()
  const ready = { type: 'ready', models: [{ id: 'llama3.2:3b', bytes: 2_019_393_189 }] }
  expect(await world.engine.request('provider.check', { providerId: 'p1' })).toEqual({
    ok: true,
    value: ready,
  })
  const draft = { type: 'ollama', address: server.address }
  expect(await world.engine.request('provider.check', draft)).toEqual({ ok: true, value: ready })
  expect(await world.engine.request('provider.check', { providerId: 'p9' })).toMatchObject({ ok: false })
  expect(
    await world.engine.request('provider.check', { type: 'ollama', address: 'http://example.org' }),
  ).toEqual({
    ...{ ok: false, error: { type: 'insecure-address' } },
  })
  expect(server.received).toEqual([])
  expect(await world.engine.request('server.listDevices', {})).toEqual({
    ok: false,
    error: { type: 'no-server' },
  })
})

test('asking and forgetting need nothing but a valid id', async () => {
  const { world } = await createSendingWorld()
  expect(world.execute('ask.cancel', { questionId: world.nextId<QuestionId>() }).ok).toBe(false)
  expect(world.execute('ask.forget', { questionId: world.nextId<QuestionId>() }).ok).toBe(true)
  expect(
    world.execute('space.setDeviceOnly', { spaceId: world.nextId<ArticleId>() as never, on: true }).ok,
  ).toBe(false)
})
