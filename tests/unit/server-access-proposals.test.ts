import { describe, expect, test } from 'vitest'
import { asId, notesChannelOf, type PersonId, type SpaceId, type TicketId } from '#shared/base/ids.ts'
import { createServerWorld } from '../support/sync-server.ts'

async function createTeam() {
  const world = await createServerWorld()
  const olga = await world.setUp()
  const adam = await world.add(olga, 'Adam', 'admin')
  const ava = await world.add(olga, 'Ava')
  const bo = await world.add(olga, 'Bo')
  const gus = await world.add(olga, 'Gus', 'guest')
  return { world, olga, adam, ava, bo, gus }
}

describe('[P10] a space that a device made', () => {
  test('is taken over under its own id, and its record is the first entry of its feed [S1]', async () => {
    const { world, ava, bo } = await createTeam()
    const open = world.space(ava, 'channel')
    expect(world.records(open)).toEqual([
      [1, 'space', open, { kind: 'channel', parentId: null, members: [] }],
    ])
    const spaceId = world.nextId<SpaceId>()
    const members = [ava.personId, bo.personId]
    expect(world.propose(ava, 'space', spaceId, { kind: 'direct', parentId: null, members })).toEqual({
      kind: 'direct',
      parentId: null,
      members,
      rightsOf: members,
    })
  })

  test('of whatever kind agents may make, and guests may not', async () => {
    const { world, ava, gus } = await createTeam()
    for (const kind of ['channel', 'queue', 'knowledge']) {
      expect(world.propose(ava, 'space', world.nextId(), { kind })).toMatchObject({ kind, rightsOf: [null] })
      expect(world.propose(gus, 'space', world.nextId(), { kind })).toBe(null)
    }
    const members = [gus.personId, ava.personId]
    expect(world.propose(gus, 'space', world.nextId(), { kind: 'direct', members })).toBe(null)
    expect(world.propose(ava, 'space', world.nextId(), { kind: 'directory' })).toBe(null)
    expect(world.propose(ava, 'space', world.nextId(), { kind: 'vault' })).toBe(null)
  })

  test('every member has one personal space, of their own', async () => {
    const { world, ava, gus } = await createTeam()
    expect(world.propose(ava, 'space', world.nextId(), { kind: 'personal', members: [gus.personId] })).toBe(
      null,
    )
    expect(world.propose(gus, 'space', world.nextId(), { kind: 'personal' })).toMatchObject({
      members: [gus.personId],
      rightsOf: [gus.personId],
    })
    expect(world.propose(gus, 'space', world.nextId(), { kind: 'personal' })).toBe(null)
  })

  test('for notes to oneself is its owner’s alone, whatever their role, and stays so', async () => {
    const { world, ava, bo, gus } = await createTeam()
    const notes = (who: typeof ava, of: typeof ava, body: object = {}) =>
      world.propose(who, 'space', notesChannelOf(of.personId), {
        kind: 'direct',
        members: [who.personId],
        ...body,
      })
    expect(notes(bo, ava)).toBe(null)
    expect(notes(bo, ava, { kind: 'channel' })).toBe(null)
    expect(notes(ava, ava, { kind: 'channel' })).toBe(null)
    expect(notes(ava, ava, { members: [ava.personId, bo.personId] })).toBe(null)
    for (const who of [ava, gus]) {
      const made = { kind: 'direct', members: [who.personId], rightsOf: [who.personId] }
      expect(notes(who, who)).toMatchObject(made)
      // Another device of theirs, which made them too.
      expect(notes(who, who)).toMatchObject(made)
    }
    const id = notesChannelOf(ava.personId)
    expect(world.server.policy.canRead(world.identity(bo), id)).toBe(false)
    expect(await world.call('setSpaceMembers', { id, members: [bo.personId] }, ava)).toMatchObject({
      error: 'invalid-input',
    })
  })

  test('for internal notes names a queue that one writes in, and is as open as that', async () => {
    const { world, ava, bo } = await createTeam()
    const internal = (parentId: unknown) =>
      world.propose(ava, 'space', world.nextId(), {
        kind: 'queue-internal',
        parentId,
        members: [bo.personId],
      })
    const open = world.space(ava, 'queue')
    const closed = world.space(ava, 'queue', [ava.personId])
    expect(internal(open)).toMatchObject({ parentId: open, members: [], rightsOf: [null] })
    expect(internal(closed)).toMatchObject({ members: [ava.personId], rightsOf: [ava.personId] })
    expect(internal(world.space(bo, 'queue', [bo.personId]))).toBe(null)
    expect(internal(world.space(ava, 'channel'))).toBe(null)
    expect(internal(world.nextId())).toBe(null)
    expect(internal(null)).toBe(null)
    expect(world.propose(ava, 'space', world.nextId(), { kind: 'channel', parentId: open })).toBe(null)
  })

  test('with members who do not exist, were removed, or without its maker is refused', async () => {
    const { world, olga, ava, bo } = await createTeam()
    const closed = (members: unknown) =>
      world.propose(ava, 'space', world.nextId(), { kind: 'channel', members })
    expect(closed([ava.personId, world.nextId()])).toBe(null)
    expect(closed([bo.personId])).toBe(null)
    await world.must('removeMember', { id: bo.personId }, olga)
    expect(closed([ava.personId, bo.personId])).toBe(null)
    expect(closed([ava.personId, ava.personId])).toMatchObject({ members: [ava.personId] })
    expect(world.propose(ava, 'space', world.nextId(), { kind: 'direct', members: [] })).toBe(null)
  })

  test('comes twice from its maker and stays what it is', async () => {
    const { world, ava, bo } = await createTeam()
    const spaceId = world.space(ava, 'channel', [ava.personId, bo.personId])
    const again = { kind: 'channel', parentId: null, members: [ava.personId] }
    expect(world.propose(ava, 'space', spaceId, again)).toMatchObject({
      members: [ava.personId, bo.personId].sort(),
    })
    expect(world.propose(ava, 'space', spaceId, { ...again, kind: 'queue' })).toBe(null)
    await world.must('setSpaceMembers', { id: spaceId, members: [bo.personId] }, ava)
    expect(world.propose(ava, 'space', spaceId, again)).toBe(null)
  })

  test('cannot be had by proposing it under somebody else’s id, in this workspace or another', async () => {
    const { world, ava, bo } = await createTeam()
    const spaceId = world.space(ava, 'channel', [ava.personId])
    expect(world.propose(bo, 'space', spaceId, { kind: 'channel', members: [bo.personId] })).toBe(null)
    expect(world.propose(bo, 'space', ava.directoryId, { kind: 'channel' })).toBe(null)
    await world.restart({ wantsSetupLink: true })
    const nora = await world.setUp({ email: 'nora@example.org' })
    expect(world.propose(nora, 'space', spaceId, { kind: 'channel' })).toBe(null)
    expect(world.propose(nora, 'space', world.nextId(), { kind: 'queue-internal', parentId: spaceId })).toBe(
      null,
    )
    expect(world.server.policy.canRead(world.identity(nora), spaceId)).toBe(false)
    const members = [nora.personId, ava.personId]
    expect(world.propose(nora, 'space', world.nextId(), { kind: 'channel', members })).toBe(null)
  })
})

describe('[P10] a person', () => {
  const body = { name: 'New Name', email: 'new@example.org', role: 'owner', title: 'Second line' }

  test('changes their own name, address and title, never their role', async () => {
    const { world, ava, gus } = await createTeam()
    for (const [who, role] of [
      [ava, 'agent'],
      [gus, 'guest'],
    ] as const) {
      const published = { ...body, role, removed: false }
      expect(world.propose(who, 'person', who.personId, body)).toEqual({ ...published, rightsOf: [] })
      expect(world.records(who.directoryId).at(-1)?.slice(1)).toEqual(['person', who.personId, published])
      expect(world.identity(who).role).toBe(role)
    }
  })

  test('is changed by others only where an admin does it and they have no account', async () => {
    const { world, olga, adam, ava, bo } = await createTeam()
    expect(world.propose(ava, 'person', bo.personId, body)).toBe(null)
    expect(world.propose(adam, 'person', bo.personId, body)).toBe(null)
    expect(world.propose(adam, 'person', olga.personId, body)).toBe(null)
    const written = world.nextId<PersonId>()
    expect(world.propose(ava, 'person', written, body)).toBe(null)
    expect(world.propose(adam, 'person', written, body)).toMatchObject({ name: 'New Name', role: 'agent' })
    expect(world.propose(adam, 'person', written, { name: 'Newer' })).toMatchObject({ name: 'Newer' })
  })

  test('who was removed does not come back this way', async () => {
    const { world, olga, adam, bo } = await createTeam()
    await world.must('removeMember', { id: bo.personId }, olga)
    expect(world.propose(adam, 'person', bo.personId, body)).toBe(null)
  })
})

describe('[P10] other records', () => {
  test('the workspace’s name is for admins', async () => {
    const { world, adam, ava } = await createTeam()
    const { workspaceId } = adam
    expect(world.propose(ava, 'workspace', workspaceId, { name: 'Ours' })).toBe(null)
    expect(world.propose(adam, 'workspace', world.nextId(), { name: 'Ours' })).toBe(null)
    expect(world.propose(adam, 'workspace', workspaceId, { name: '  Low   Tide ' })).toMatchObject({
      name: 'Low Tide',
    })
    expect(world.records(adam.directoryId).at(-1)?.slice(1, 3)).toEqual(['workspace', workspaceId])
  })

  test('ticket numbers are brought along by an owner, each once, and counted on from', async () => {
    const { world, olga, adam } = await createTeam()
    const queue = world.space(olga, 'queue')
    const [one, two] = [world.nextId<TicketId>(), world.nextId<TicketId>()]
    const number = (who: typeof olga, id: TicketId, value: unknown, spaceId = queue) =>
      world.propose(who, 'ticket-number', id, { number: value }, spaceId)
    expect(number(adam, one, 41)).toBe(null)
    expect(number(olga, one, 41)).toEqual({ number: 41, rightsOf: [] })
    expect(number(olga, one, 41)).not.toBe(null)
    expect(number(olga, one, 42)).toBe(null)
    expect(number(olga, two, 41)).toBe(null)
    for (const bad of [0, -1, 1.5, '7', null, 2 ** 40]) expect(number(olga, two, bad)).toBe(null)
    expect(number(olga, two, 7, world.space(olga, 'channel'))).toBe(null)
    expect(number(olga, two, 7, world.nextId<SpaceId>())).toBe(null)
    expect(number(olga, two, 7)).not.toBe(null)
    const given = world.server.syncStore.transaction((writer) =>
      writer.giveTicketNumber(olga.workspaceId, world.nextId<TicketId>()),
    )
    expect(given).toEqual({ number: 42, isNew: true })
  })

  test('hostile bodies, ids and types are refused, and never throw', async () => {
    const { world, olga } = await createTeam()
    const before = world.records(olga.directoryId)
    const bodies = [
      '',
      'null',
      '[]',
      '"x"',
      '{',
      '{"name":""}',
      '{"name":{"toString":1}}',
      '{"kind":["channel"]}',
      '{"kind":"channel","members":"all"}',
      '{"kind":"channel","members":[null]}',
      '{"kind":"channel","parentId":7}',
      `{"kind":"channel","members":${JSON.stringify(Array(2000).fill(olga.personId))}}`,
      `{"name":"${'x'.repeat(500)}"}`,
      '['.repeat(30_000),
      'x'.repeat(70_000),
    ]
    const types = ['space', 'person', 'workspace', 'ticket-number', 'constructor', '__proto__', '']
    for (const type of types) {
      for (const body of bodies) {
        expect(world.propose(olga, type, world.nextId(), body), `${type} ${body.slice(0, 40)}`).toBe(null)
      }
      expect(
        world.propose(olga, type, asId<SpaceId>('../..' as never), '{"kind":"channel","name":"x"}'),
      ).toBe(null)
    }
    expect(world.propose(olga, 'person', olga.personId, '{"name":"O","__proto__":{"removedAt":1}}')).not.toBe(
      null,
    )
    expect(world.propose(olga, 'person', olga.personId, '{"name":"O","removed":true}')).toMatchObject({
      removed: false,
    })
    expect(world.records(olga.directoryId)).toHaveLength(before.length + 2)
  })
})
