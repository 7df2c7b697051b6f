/**
 * A file of every version there has been opens in this one and answers the same. The files lie in tests/fixtures as SQL, with
 * the answers of their time. A new version's are written by running this test once with OUTPOST_WRITE_FIXTURES=1.
 */
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { schemaVersion } from '../../src-main/engine/store/migrations/migrations.ts'
import { dumpDerived } from '../support/dump-tables.ts'
import {
  createFilledWorld,
  createTestClock,
  createWorld,
  testStart,
  type World,
} from '../support/engine-world.ts'
import { createRandomWork } from '../support/random-work.ts'
import { dumpSql } from '../support/sql-dump.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const fixtures = path.resolve(import.meta.dirname, '..', 'fixtures')
const sqlOf = (version: number) => path.join(fixtures, `workspace-v${version}.sql`)
const answersOf = (version: number) => path.join(fixtures, `workspace-v${version}.json`)
const versions = Array.from({ length: schemaVersion }, (_, index) => index + 1)

/** What a person would see of the workspace. */
async function lookAround(world: World) {
  const channels = await world.ask('chat.channels', {})
  const tickets = await world.ask('ticket.list', { limit: 500 })
  return JSON.parse(
    JSON.stringify({
      workspace: await world.ask('workspace.get', {}),
      channels,
      messages: await Promise.all(
        channels.rows.map((row) => world.ask('chat.messages', { channelId: row.key, before: 1_000 })),
      ),
      queues: await world.ask('ticket.queues', {}),
      tickets,
      details: await Promise.all(tickets.rows.map((row) => world.ask('ticket.get', { ticketId: row.key }))),
      tags: await world.ask('ticket.tags', {}),
      inbox: await world.ask('inbox.list', {}),
      draft: await world.ask('draft.get', { key: 'ticket/new' }),
      search: await Promise.all(
        ['mueller', 'strasse', 'state:open', '"VPN"'].map((text) => world.ask('search.run', { text })),
      ),
    }),
  ) as Record<string, unknown>
}

async function writeFixtures(): Promise<void> {
  const { world, channelId, queueId } = await createFilledWorld({ seed: 42 })
  const next = createRandomWork({ random: world.random, nextId: () => world.nextId(), channelId, queueId })
  for (let i = 0; i < 160; i++) {
    const { name, input } = next()
    world.execute(name, input)
    world.clock.advance(60_000)
    if (i === 80) await world.engine.settled()
  }
  world.must('draft.save', { key: 'ticket/new', text: 'an old draft' })
  await world.restart()
  fs.writeFileSync(answersOf(schemaVersion), `${JSON.stringify(await lookAround(world), null, 1)}\n`)
  await world.engine.dispose()
  fs.writeFileSync(sqlOf(schemaVersion), world.look(dumpSql))
}

describe.each(versions)('a workspace of version %i', (version) => {
  test('opens and answers as it did then, also when everything is projected again', async () => {
    if (process.env['OUTPOST_WRITE_FIXTURES'] === '1' && version === schemaVersion) await writeFixtures()
    const folder = temporaryFolder()
    const db = new Database(path.join(folder, 'workspace.db'))
    // The tables behind a full-text index are protected otherwise.
    db.unsafeMode(true)
    db.exec(fs.readFileSync(sqlOf(version), 'utf8'))
    db.close()
    const clock = createTestClock(testStart + 86_400_000)
    const world = createWorld({ folder, clock, seed: 7 })
    const expected = JSON.parse(fs.readFileSync(answersOf(version), 'utf8')) as Record<string, unknown>
    expect(expected['tickets']).toMatchObject({
      rows: expect.arrayContaining([expect.anything()]) as unknown,
    })
    await world.engine.settled()
    expect(await lookAround(world)).toMatchObject(expected)
    const rows = world.look(dumpDerived)
    world.engine.rebuild()
    await world.engine.settled()
    expect(world.look(dumpDerived)).toEqual(rows)
    expect(await lookAround(world)).toMatchObject(expected)
    expect(world.look((file) => file.pragma('user_version', { simple: true }))).toBe(schemaVersion)
    expect(world.look((file) => file.pragma('integrity_check', { simple: true }))).toBe('ok')
  })
})
