import { describe, expect, test } from 'vitest'
import { articleDocId, type PersonId, type SpaceId } from '#shared/base/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { createServerWorld, updateItem, type ServerWorld } from '../support/server-world.ts'

function tell(world: ServerWorld, personId: PersonId | null) {
  world.fanOut.publish({ type: 'access', workspaceId: world.workspaceId, personId })
}

describe('a change of rights', () => {
  test('is told to all devices of the person that are connected [A4]', async () => {
    const world = createServerWorld()
    const alice = world.addPerson()
    const { personId } = alice.identity
    const phone = world.addPerson('agent', alice)
    const bob = world.addPerson()
    const [old, added] = [world.addSpace('channel', alice, bob), world.addSpace('channel', bob)]
    await world.push(bob, updateItem(world, added, `whiteboard/${world.nextId()}` as never))
    const devices = [await world.signIn(alice), await world.signIn(phone), await world.signIn(bob)]
    world.policy.members.get(old)!.delete(personId)
    world.policy.members.get(added)!.add(personId)
    tell(world, personId)
    for (const { device } of devices.slice(0, 2)) {
      expect(await device.next('access')).toEqual({
        ...{ type: 'access', role: 'agent', granted: [{ spaceId: added, head: 1 }], revoked: [old] },
      })
    }
    expect(await devices[2]!.device.settled()).toEqual([])
    world.policy.roles.set(personId, 'admin')
    tell(world, personId)
    for (const { device } of devices.slice(0, 2)) {
      expect(await device.next('access')).toEqual({ type: 'access', role: 'admin', granted: [], revoked: [] })
    }
  })

  test('for everybody is told to those for whom something is new [A4]', async () => {
    const world = createServerWorld()
    const people = Array.from({ length: 120 }, () => world.addPerson())
    const spaceId = world.addSpace('channel')
    const devices = []
    for (const person of people.slice(0, 70)) devices.push((await world.signIn(person)).device)
    for (const { identity } of people.slice(0, 60)) world.policy.members.get(spaceId)!.add(identity.personId)
    tell(world, null)
    for (const device of devices.slice(0, 60)) {
      expect(await device.next('access')).toMatchObject({ granted: [{ spaceId }], revoked: [] })
    }
    for (const device of devices.slice(60)) expect(await device.settled()).toEqual([])
  })

  test('ends the flow of pages at once, and begins it with a pull [A1] [A4]', async () => {
    const world = createServerWorld()
    const [alice, bob] = [world.addPerson(), world.addPerson()]
    const spaceId = world.addSpace('knowledge', alice)
    const docId = articleDocId(world.nextId())
    const push = () => world.push(alice, updateItem(world, spaceId, docId))
    const { device } = await world.signIn(bob)
    await push()
    expect(await device.settled()).toEqual([])
    world.policy.members.get(spaceId)!.add(bob.identity.personId)
    tell(world, bob.identity.personId)
    await device.next('access')
    device.send({ type: 'pull', spaceId, epoch: world.store.epoch(), after: 0 })
    expect(await device.next('page')).toMatchObject({ upTo: 1 })
    await push()
    expect(await device.next('page')).toMatchObject({ after: 1, upTo: 2 })
    world.policy.members.get(spaceId)!.delete(bob.identity.personId)
    tell(world, bob.identity.personId)
    await device.next('access')
    await push()
    expect(await device.settled()).toEqual([])
  })

  test('never lets a guest read internal notes [A3]', async () => {
    const world = createServerWorld()
    const [agent, guest] = [world.addPerson(), world.addPerson('guest')]
    const queue = world.addSpace('queue', agent, guest)
    const internal = world.addSpace('queue-internal', agent)
    const ticketId = world.nextId()
    const { device, welcome } = await world.signIn(guest)
    expect(welcome.spaces.map(({ spaceId }) => spaceId)).toEqual([queue])
    await world.push(
      agent,
      updateItem(world, internal, `notes/${ticketId}` as never),
      updateItem(world, queue, `ticket/${ticketId}` as never),
    )
    const page = await device.next('page')
    expect(page).toMatchObject({ spaceId: queue, entries: [{ type: 'update' }, { type: 'record' }] })
    device.send({ type: 'pull', spaceId: internal, epoch: world.store.epoch(), after: 0 })
    expect(await device.next('access')).toMatchObject({ revoked: [internal] })
    expect(await device.settled()).toEqual([])
  })
})

describe('a device whose token has ended', () => {
  test.each([
    ['signed-out', closeCodes.signedOut],
    ['removed', closeCodes.removed],
  ] as const)('is told why: %s [A4] [C3]', async (reason, code) => {
    const world = createServerWorld()
    const [alice, bob] = [world.addPerson(), world.addPerson()]
    const { device } = await world.signIn(alice)
    const { device: other } = await world.signIn(bob)
    tell(world, alice.identity.personId)
    world.policy.tokens.delete(alice.token)
    world.fanOut.publish({ type: 'device-ended', deviceId: alice.identity.deviceId, reason })
    expect(await device.closed).toMatchObject({ code })
    expect(await other.settled()).toEqual([])
  })

  test('is found out with the next change of rights [A1]', async () => {
    const world = createServerWorld()
    const alice = world.addPerson()
    const { device } = await world.signIn(alice)
    world.policy.tokens.delete(alice.token)
    tell(world, null)
    expect(await device.closed).toMatchObject({ code: closeCodes.signedOut })
  })
})

test('messages that come twice, late, or for what is not here do no harm', async () => {
  const world = createServerWorld()
  const [alice, bob] = [world.addPerson(), world.addPerson()]
  const spaceId = world.addSpace('knowledge', alice, bob)
  const { device } = await world.signIn(bob)
  await world.push(alice, updateItem(world, spaceId, articleDocId(world.nextId())))
  await device.next('page')
  for (const head of [1, 0, 1]) world.fanOut.publish({ type: 'head', spaceId, head })
  world.fanOut.publish({ type: 'head', spaceId: world.nextId<SpaceId>(), head: 9 })
  world.fanOut.publish({ type: 'device-ended', deviceId: world.nextId(), reason: 'removed' })
  tell(world, world.nextId<PersonId>())
  expect(await device.settled()).toEqual([])
})
