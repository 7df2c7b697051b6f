import { describe, expect, test } from 'vitest'
import type { PersonId, SpaceId } from '#shared/base/ids.ts'
import { createServerWorld, type ServerWorld } from '../support/sync-server.ts'
import type { SignedIn } from '#shared/contract/server-api.ts'

/** What somebody may do in a space: `rw`, `r` or nothing. */
function may(world: ServerWorld, who: SignedIn, spaceId: SpaceId): string {
  const { policy } = world.server
  const identity = world.identity(who)
  const reads = policy.canRead(identity, spaceId)
  expect(policy.readableSpaces(identity).includes(spaceId)).toBe(reads)
  return `${reads ? 'r' : ''}${policy.canWrite(identity, spaceId) ? 'w' : ''}`
}

async function createTeam() {
  const world = await createServerWorld()
  const olga = await world.setUp()
  const adam = await world.add(olga, 'Adam', 'admin')
  const ava = await world.add(olga, 'Ava')
  const bo = await world.add(olga, 'Bo')
  return { world, olga, adam, ava, bo }
}

describe('rights', () => {
  test('colleagues read and write open spaces; guests only those they were let into', async () => {
    const { world, olga, ava } = await createTeam()
    const [channel, queue] = [world.space(ava, 'channel'), world.space(ava, 'queue')]
    const guest = await world.add(olga, 'Gus', 'guest', [queue])
    for (const spaceId of [channel, queue]) {
      expect(may(world, olga, spaceId)).toBe('rw')
      expect(may(world, ava, spaceId)).toBe('rw')
    }
    expect(may(world, guest, queue)).toBe('rw')
    expect(may(world, guest, channel)).toBe('')
  })

  test('a closed space is for its members, whatever the role of the others', async () => {
    const { world, olga, adam, ava, bo } = await createTeam()
    const closed = world.space(ava, 'channel', [ava.personId, bo.personId])
    expect([olga, adam, ava, bo].map((who) => may(world, who, closed))).toEqual(['', '', 'rw', 'rw'])
  })

  test('[A3] internal notes go with their queue, and never to a guest', async () => {
    const { world, olga, ava, bo } = await createTeam()
    const queue = world.space(ava, 'queue')
    const internal = world.space(ava, 'queue-internal', [], queue)
    const guest = await world.add(olga, 'Gus', 'guest', [queue])
    expect(may(world, bo, internal)).toBe('rw')
    expect(may(world, guest, internal)).toBe('')
    await world.must('setSpaceMembers', { id: queue, members: [ava.personId, guest.personId] }, ava)
    expect(may(world, bo, internal)).toBe('')
    expect(may(world, ava, internal)).toBe('rw')
    expect(may(world, guest, queue)).toBe('rw')
    expect(may(world, guest, internal)).toBe('')
    expect(world.records(internal).at(-1)?.[3]).toEqual({
      kind: 'queue-internal',
      parentId: queue,
      members: [ava.personId, guest.personId].sort(),
    })
  })

  test('a direct conversation and a personal space are for those in them alone', async () => {
    const { world, olga, ava, bo } = await createTeam()
    const direct = world.space(ava, 'direct', [ava.personId, bo.personId])
    const personal = world.space(ava, 'personal')
    expect([olga, ava, bo].map((who) => may(world, who, direct))).toEqual(['', 'rw', 'rw'])
    expect([olga, ava, bo].map((who) => may(world, who, personal))).toEqual(['', 'rw', ''])
  })

  test('everybody reads the directory, and only the server writes there', async () => {
    const { world, olga } = await createTeam()
    const guest = await world.add(olga, 'Gus', 'guest')
    expect(may(world, olga, olga.directoryId)).toBe('r')
    expect(may(world, guest, olga.directoryId)).toBe('r')
  })

  test('[P7] a space of another workspace is none, and neither is one that does not exist', async () => {
    const { world, olga, ava } = await createTeam()
    const theirs = world.space(ava, 'channel')
    await world.restart({ wantsSetupLink: true })
    const other = await world.setUp({ email: 'nora@example.org', workspaceName: 'Northern' })
    expect(other.workspaceId).not.toBe(olga.workspaceId)
    expect(may(world, other, theirs)).toBe('')
    expect(may(world, other, olga.directoryId)).toBe('')
    const answers = await Promise.all(
      [theirs, world.nextId<SpaceId>()].map((id) =>
        world.call('setSpaceMembers', { id, members: [other.personId] }, other),
      ),
    )
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [404, { error: 'not-found' }],
      [404, { error: 'not-found' }],
    ])
    expect(world.records(theirs)).toHaveLength(1)
  })

  test('erasing takes an admin who is in the space, except in one that is one’s own', async () => {
    const { world, olga, adam, ava } = await createTeam()
    const open = world.space(ava, 'channel')
    const closed = world.space(ava, 'channel', [ava.personId])
    const personal = world.space(ava, 'personal')
    const mayErase = (who: SignedIn, spaceId: SpaceId) =>
      world.server.policy.canErase(world.identity(who), spaceId)
    expect([olga, adam, ava].map((who) => mayErase(who, open))).toEqual([true, true, false])
    expect([olga, adam, ava].map((who) => mayErase(who, closed))).toEqual([false, false, false])
    expect(mayErase(ava, personal)).toBe(true)
  })

  test('[A1] rights are those of the moment, also for an identity from before', async () => {
    const { world, olga, ava } = await createTeam()
    const channel = world.space(olga, 'channel')
    const before = world.identity(ava)
    await world.must('setRole', { id: ava.personId, role: 'guest' }, olga)
    expect(world.server.policy.canRead(before, channel)).toBe(false)
    await world.must('setRole', { id: ava.personId, role: 'agent' }, olga)
    expect(world.server.policy.canRead(before, channel)).toBe(true)
    await world.must('removeMember', { id: ava.personId }, olga)
    expect(world.server.policy.canRead(before, channel)).toBe(false)
    expect(world.server.policy.readableSpaces(before)).toEqual([])
    expect(world.server.policy.accept(before, proposalOf(channel))).toBe(null)
  })

  test('what a rolled-back transaction changed is not remembered', async () => {
    const { world, ava, bo } = await createTeam()
    const { policy, syncStore } = world.server
    const identity = world.identity(ava)
    const spaceId = world.nextId<SpaceId>()
    expect(() =>
      syncStore.transaction(() => {
        policy.accept(identity, { ...proposalOf(spaceId), body: JSON.stringify({ kind: 'channel' }) })
        expect(policy.canWrite(identity, spaceId)).toBe(true)
        throw new Error('undone')
      }),
    ).toThrow('undone')
    expect(policy.canWrite(identity, spaceId)).toBe(false)
    expect(world.propose(bo, 'space', spaceId, { kind: 'channel' })).not.toBe(null)
  })
})

const proposalOf = (spaceId: SpaceId) => ({ spaceId, recordType: 'space', recordId: spaceId, body: '{}' })

describe('members of a space', () => {
  const setMembers = (world: ServerWorld, who: SignedIn, id: SpaceId, members: PersonId[]) =>
    world.call('setSpaceMembers', { id, members }, who).then(({ error }) => error)

  test('who made it closes and opens it, and everybody whom it touches is told [A4]', async () => {
    const { world, ava, bo } = await createTeam()
    const channel = world.space(ava, 'channel')
    world.heard()
    expect(await setMembers(world, ava, channel, [ava.personId, bo.personId])).toBe(null)
    const { workspaceId } = ava
    expect(world.heard()).toEqual([
      { type: 'head', spaceId: channel, head: 2 },
      { type: 'access', workspaceId, personId: null },
    ])
    expect(await setMembers(world, ava, channel, [ava.personId])).toBe(null)
    expect(world.heard()).toContainEqual({ type: 'access', workspaceId, personId: bo.personId })
    expect(await setMembers(world, ava, channel, [])).toBe(null)
    expect(world.records(channel).map(([, , , body]) => body)).toMatchObject([
      { members: [] },
      { members: [ava.personId, bo.personId].sort() },
      { members: [ava.personId] },
      { members: [] },
    ])
    expect(may(world, bo, channel)).toBe('rw')
  })

  test('others in it ask people in and leave, and do no more', async () => {
    const { world, olga, adam, ava, bo } = await createTeam()
    const open = world.space(ava, 'channel')
    const closed = world.space(ava, 'channel', [ava.personId, bo.personId])
    expect(await setMembers(world, bo, open, [bo.personId])).toBe('no-access')
    expect(await setMembers(world, bo, closed, [])).toBe('no-access')
    expect(await setMembers(world, bo, closed, [bo.personId])).toBe('no-access')
    expect(await setMembers(world, bo, closed, [ava.personId, bo.personId, adam.personId])).toBe(null)
    expect(await setMembers(world, bo, closed, [ava.personId, adam.personId])).toBe(null)
    expect(may(world, bo, closed)).toBe('')
    expect(await setMembers(world, bo, closed, [bo.personId])).toBe('not-found')
    expect(await setMembers(world, olga, closed, [olga.personId])).toBe('not-found')
    expect(await setMembers(world, adam, closed, [])).toBe(null)
  })

  test('guests change nothing, and stay where it is opened', async () => {
    const { world, olga, ava } = await createTeam()
    const queue = world.space(ava, 'queue')
    const guest = await world.add(olga, 'Gus', 'guest', [queue])
    expect(await setMembers(world, guest, queue, [guest.personId])).toBe('no-access')
    expect(await setMembers(world, ava, queue, [ava.personId, guest.personId])).toBe(null)
    expect(await setMembers(world, ava, queue, [])).toBe(null)
    expect(may(world, guest, queue)).toBe('rw')
  })

  test('people who do not exist or were removed, and spaces of other kinds, are refused', async () => {
    const { world, olga, ava, bo } = await createTeam()
    const channel = world.space(ava, 'channel')
    const direct = world.space(ava, 'direct', [ava.personId, bo.personId])
    await world.must('removeMember', { id: bo.personId }, olga)
    expect(await setMembers(world, ava, channel, [ava.personId, world.nextId()])).toBe('invalid-input')
    expect(await setMembers(world, ava, channel, [ava.personId, bo.personId])).toBe('invalid-input')
    expect(await setMembers(world, ava, direct, [ava.personId])).toBe('invalid-input')
    expect(await setMembers(world, ava, ava.directoryId, [ava.personId])).toBe('invalid-input')
  })
})
