/**
 * Every command and query with missing, extra, oversize, hostile and wrong-typed input: the answer is a value or an error
 * of the contract, never a throw; what is refused has written nothing; and the engine works on.
 */
import fc from 'fast-check'
import Database from 'better-sqlite3'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { asId, ticketDocId, type EntryId, type MessageId, type TicketId } from '#shared/base/ids.ts'
import { commands, queries, type CommandName, type QueryName } from '#shared/contract/contract.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { dumpAll, dumpDerived } from '../support/dump-tables.ts'
import { addArticle, createFilledWorld, createWorld, type World } from '../support/engine-world.ts'
import {
  hostileValues,
  mutationsOf,
  sampleCommands,
  sampleQueries,
  type SampleIds,
} from '../support/hostile-inputs.ts'

const commandNames = Object.keys(commands) as CommandName[]
const queryNames = Object.keys(queries) as QueryName[]

async function createTarget() {
  const { world, channelId, queueId } = await createFilledWorld()
  const messageId = world.nextId<MessageId>()
  const ticketId = world.nextId<TicketId>()
  world.must('chat.send', { channelId, messageId, text: 'hello' })
  world.must('ticket.create', { ticketId, queueId, title: 'Ticket' })
  const article = addArticle(world)
  await world.engine.settled()
  const ids: SampleIds = {
    ...{ channelId, queueId, messageId, ticketId, ...article },
    next: () => world.nextId(),
  }
  return { world, ids, writes: watchWrites(world) }
}

/** Counts what is committed to the file, by anybody. */
function watchWrites(world: World): () => number {
  const db = new Database(path.join(world.folder, 'workspace.db'), { readonly: true })
  onTestFinished(() => void db.close())
  return () => db.pragma('data_version', { simple: true }) as number
}

/** They ask something of the connection, or take away what may not be there. */
const withoutWorkspace: readonly CommandName[] = [
  'sync.now',
  'presence.type',
  'presence.point',
  'refused.dismiss',
]
/** Of a file that no entry of the sample carries. */
const aboutFiles: readonly CommandName[] = [
  'attachment.fetch',
  'attachment.keep',
  'library.remove',
  'library.rescan',
]
/** What the samples are about and is not there. */
const refusals: Partial<Record<CommandName, object>> = {
  ...Object.fromEntries(
    aboutFiles.map((name) => [name, { error: { type: 'not-found', what: 'file' } }] as const),
  ),
  'ask.approve': { error: { type: 'not-found', what: 'question' } },
  // The one before took it away.
  'provider.disapprove': { error: { type: 'not-found', what: 'provider' } },
}
/** With the sample's input; the queue is the one where the ticket is. */
const writingNothing: readonly CommandName[] = [
  ...withoutWorkspace,
  ...aboutFiles,
  'ticket.move',
  'draftFile.discard',
  'attachment.retry',
  'article.unpublish',
  'ask.approve',
  'ask.cancel',
  'article.attach',
  'article.detach',
  'attention.seen',
  'provider.disapprove',
  'model.fetch',
  'model.cancelFetch',
  'model.discard',
  'model.remove',
]

const expected: readonly CallError['type'][] = [
  ...([
    'invalid-input',
    'not-found',
    'already-exists',
    'workspace-exists',
    'not-author',
    'no-access',
    'edit-refused',
  ] as const),
]

async function expectSoundAfterwards(world: World): Promise<void> {
  const derived = world.look(dumpDerived)
  world.engine.rebuild()
  await world.engine.settled()
  expect(world.look(dumpDerived)).toEqual(derived)
  expect(world.look((db) => db.pragma('integrity_check', { simple: true }))).toBe('ok')
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
}

describe('the command', () => {
  test.each(commandNames)(
    '%s takes or refuses whatever it is given, and refusing writes nothing',
    async (name) => {
      const { world, ids, writes } = await createTarget()
      let refused = 0
      for (const { what, input } of mutationsOf(sampleCommands(ids)[name])) {
        const before = writes()
        const result = world.engine.execute(name, input)
        await world.engine.settled()
        if (result.ok) continue
        refused++
        expect(expected, `${name}, ${what}`).toContain(result.error.type)
        expect(writes(), `${name}, ${what}`).toBe(before)
      }
      expect(refused).toBeGreaterThan(hostileValues.length)
      await expectSoundAfterwards(world)
    },
  )

  test('that is made of anything at all never throws', async () => {
    const { world } = await createTarget()
    fc.assert(
      fc.property(
        fc.constantFrom(...commandNames),
        fc.anything({ withBigInt: true, withDate: true }),
        (name, input) => {
          const result = world.engine.execute(name, input)
          return result.ok || expected.includes(result.error.type)
        },
      ),
      { numRuns: 500 },
    )
    await expectSoundAfterwards(world)
  })

  test('that is refused leaves every table as it was', async () => {
    const { world, ids } = await createTarget()
    let before = world.look(dumpAll)
    for (const name of commandNames) {
      for (const { what, input } of mutationsOf(sampleCommands(ids)[name], [
        null,
        '\0',
        'x'.repeat(300_000),
      ])) {
        const result = world.engine.execute(name, input)
        await world.engine.settled()
        const after = world.look(dumpAll)
        if (!result.ok) expect(after, `${name}, ${what}`).toEqual(before)
        before = after
      }
    }
  })

  test('that nobody knows is refused by its name', async () => {
    const { world, writes } = await createTarget()
    const before = writes()
    for (const name of [
      '',
      'toString',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'workspace.get',
      'x'.repeat(100_000),
    ]) {
      expect(world.engine.execute(name, {})).toMatchObject({ ok: false, error: { type: 'unknown-call' } })
      const asQuery = name === 'workspace.get' ? 'workspace.create' : name
      expect(await world.engine.query(asQuery, {})).toMatchObject({
        ok: false,
        error: { type: 'unknown-call' },
      })
    }
    expect(writes()).toBe(before)
  })

  test('is refused before there is a workspace, except the one that makes it', async () => {
    const world = createWorld()
    const ids = {
      channelId: world.nextId(),
      queueId: world.nextId(),
      messageId: world.nextId(),
      ticketId: world.nextId(),
      articleId: world.nextId(),
      versionId: world.nextId(),
    }
    const samples = sampleCommands({ ...ids, next: () => world.nextId() } as SampleIds)
    const others = commandNames.filter(
      (each) => each !== 'workspace.create' && !withoutWorkspace.includes(each),
    )
    for (const name of others) {
      expect(world.engine.execute(name, samples[name]), name).toEqual({
        ok: false,
        error: { type: 'no-workspace' },
      })
    }
    world.must('workspace.create', samples['workspace.create'])
  })

  test('is taken as the sample says, each of them', async () => {
    const { world, ids, writes } = await createTarget()
    const samples = sampleCommands(ids)
    for (const name of commandNames.filter((each) => each !== 'workspace.create')) {
      const before = writes()
      expect(world.engine.execute(name, samples[name]), name).toMatchObject(refusals[name] ?? { ok: true })
      if (!writingNothing.includes(name)) expect(writes(), name).not.toBe(before)
    }
    await expectSoundAfterwards(world)
  })

  test.each([
    'people.add',
    'channel.create',
    'queue.create',
    'ticket.create',
    'chat.send',
    'ticket.note',
  ] as const)('%s is refused the second time, and what stands there stays', async (name) => {
    const { world, ids } = await createTarget()
    const input = sampleCommands(ids)[name]
    expect(world.engine.execute(name, input)).toMatchObject({ ok: true })
    const before = world.look(dumpAll)
    expect(world.engine.execute(name, input)).toMatchObject({ ok: false, error: { type: 'already-exists' } })
    expect(world.look(dumpAll)).toEqual(before)
  })

  test('a reply under the id of its own ticket is refused, and one of a peer stays beside no description', async () => {
    const { world, ids } = await createTarget()
    const { ticketId, queueId } = ids
    const entryId = asId<EntryId>(ticketId)
    for (const name of ['ticket.reply', 'ticket.note'] as const) {
      expect(world.execute(name, { ticketId, entryId, text: 'x' })).toMatchObject({
        error: { type: 'already-exists' },
      })
    }
    world.engine.transact(({ documents }) => {
      documents.transact({ docId: ticketDocId(ticketId), spaceId: queueId }, (doc) => {
        doc.getMap('replies').set(ticketId, { text: 'from a peer', at: 1 })
      })
    })
    expect((await world.ask('ticket.get', { ticketId })).rows).toMatchObject([
      { type: 'reply', text: 'from a peer' },
    ])
    await expectSoundAfterwards(world)
  })

  test('people.add cannot take over who I am', async () => {
    const { world, me } = await createFilledWorld()
    expect(world.execute('people.add', { personId: me, name: 'Somebody else' }).ok).toBe(false)
    expect((await world.ask('workspace.get', {})).rows).toMatchObject([{ key: me, role: 'owner' }])
  })

  test('ticket.tag refuses a tag of nothing but number signs', async () => {
    const { world, ids } = await createTarget()
    for (const tag of ['#', '# #', '##']) {
      expect(world.engine.execute('ticket.tag', { ticketId: ids.ticketId, tag, on: true }).ok, tag).toBe(
        false,
      )
    }
    world.must('ticket.tag', { ticketId: ids.ticketId, tag: '# VPN', on: true })
    expect((await world.ask('ticket.tags', {})).rows).toEqual([{ key: 'vpn', count: 1 }])
  })
})

describe('the query', () => {
  test.each(queryNames)('%s answers or refuses whatever it is given, and writes nothing', async (name) => {
    const { world, ids, writes } = await createTarget()
    const before = writes()
    for (const { what, input } of mutationsOf(sampleQueries(ids)[name])) {
      const result = await world.engine.query(name, input)
      if (!result.ok) expect(result.error.type, `${name}, ${what}`).toBe('invalid-input')
    }
    const sound = await world.engine.query(name, sampleQueries(ids)[name])
    expect(sound).toMatchObject({ ok: true })
    expect(writes()).toBe(before)
  })
})
