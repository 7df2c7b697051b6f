/** What devices tell their people, over a real server: news once, never history, never what was read elsewhere. */
import { describe, expect, test } from 'vitest'
import {
  addDevice,
  addTicket,
  channelOf,
  createPair,
  listen,
  makeDirect,
  reply,
  say,
} from '../support/attention-world.ts'
import { createDevice, joinServer } from '../support/sync-world.ts'

describe('a person is told', () => {
  test('of a direct message, a mention, an answer and a keyword, and of nothing else', async () => {
    const { ada, ben, adaId, benId } = await createPair()
    ben.must('notify.setKeyword', { keyword: 'Straße', on: true })
    const ear = listen(ben.engine)
    const channelId = await channelOf(ada)
    const own = say(ben, channelId, 'I wrote this, strasse')
    await ben.untilSynced()
    await ada.untilSynced()
    say(ada, channelId, 'nothing to him')
    say(ada, channelId, 'look here, @Ben')
    const messageId = ada.nextId<typeof own>()
    ada.must('chat.send', { channelId, messageId, text: 'right you are', replyTo: own })
    say(ada, channelId, 'die STRASSE ist frei')
    say(ada, channelId, 'no strassenbahn')
    const direct = makeDirect(ada, [adaId, benId])
    say(ada, direct, 'between us')
    await ear.untilTold('look here, @Ben', 'right you are', 'die STRASSE ist frei', 'between us')
    expect(ear.told.map(({ kind }) => kind)).toEqual(['mention', 'message', 'keyword', 'message'])
    expect(ear.told[0]).toMatchObject({ who: 'Ada', place: `channel/${channelId}`, isHidden: false })
    expect(ear.told[3]).toMatchObject({ where: '', place: `channel/${direct}` })
  })

  test('of a ticket given to them and of replies on it, not of their own doing', async () => {
    const { ada, ben, benId, adaId } = await createPair()
    const ear = listen(ben.engine)
    await addTicket(ada, 'born as his', benId)
    const given = await addTicket(ada, 'given to him', null)
    const taken = await addTicket(ada, 'taken by himself', null)
    await ear.untilTold('born as his')
    await ada.untilSynced()
    await ben.untilSynced()
    ben.must('ticket.update', { ticketId: taken, fields: { ownerId: benId } })
    ada.must('ticket.update', { ticketId: given, fields: { ownerId: benId } })
    await ear.untilTold('born as his', 'given to him')
    reply(ben, given, 'he answers')
    reply(ben, given, 'the customer on the phone', 'customer')
    reply(ada, given, 'she answers')
    await ear.untilTold('born as his', 'given to him', 'she answers')
    expect(ear.told.map(({ kind }) => kind)).toEqual(['assigned', 'assigned', 'reply'])
    // It is hers from now on.
    ada.must('ticket.update', { ticketId: given, fields: { ownerId: adaId } })
    await expect.poll(() => ear.withdrawn.length, { timeout: 10_000 }).toBe(2)
  })
})

describe('a person is not told', () => {
  test('of what was there before this device came', async () => {
    const { server, ada, benId, adaId } = await createPair()
    const channelId = await channelOf(ada)
    const direct = makeDirect(ada, [adaId, benId])
    say(ada, direct, 'old news')
    say(ada, channelId, 'old news, @Ben')
    await addTicket(ada, 'old news', benId)
    await ada.untilSynced()
    const second = createDevice({ seed: 5 })
    const ear = listen(second.engine)
    await second.request('server.signIn', {
      address: server.address,
      email: 'ben@example.org',
      password: 'correct horse battery',
    })
    await second.untilSynced()
    say(ada, direct, 'fresh')
    await ear.untilTold('fresh')
  })

  test('of what they have read on another device; and it is taken back where it was told', async () => {
    const { server, ada, ben, benId, adaId } = await createPair()
    const direct = makeDirect(ada, [adaId, benId])
    say(ada, direct, 'a beginning')
    await ada.untilSynced()
    const laptop = await addDevice(server, 'ben@example.org', 6)
    const [desk, lap] = [listen(ben.engine), listen(laptop.engine)]
    await laptop.untilSynced()
    await ben.untilSynced()
    const told = say(ada, direct, 'told on both')
    await lap.untilTold('told on both')
    await expect.poll(() => desk.told.map(({ text }) => text)).toContain('told on both')
    laptop.must('chat.markRead', { channelId: direct, upTo: told })
    await desk.untilWithdrawn(...desk.told.map(({ key }) => key))
    expect(lap.open()).toEqual([])

    // The desk is away while the laptop reads.
    await ben.engine.dispose()
    const missed = say(ada, direct, 'read on the laptop')
    await lap.untilTold('told on both', 'read on the laptop')
    laptop.must('chat.markRead', { channelId: direct, upTo: missed })
    await laptop.untilSynced()
    const again = listen(await ben.restart())
    await ben.untilSynced()
    say(ada, direct, 'for both again')
    await again.untilTold('for both again')
  })

  test('of a ticket that they looked at on another device', async () => {
    const { server, ada, ben, benId } = await createPair()
    const laptop = await addDevice(server, 'ben@example.org', 6)
    const [desk, lap] = [listen(ben.engine), listen(laptop.engine)]
    const ticketId = await addTicket(ada, 'look at me', benId)
    await desk.untilTold('look at me')
    await lap.untilTold('look at me')
    laptop.must('attention.seen', { ticketId })
    await desk.untilWithdrawn(`assigned/${ticketId}`)
    await lap.untilWithdrawn(`assigned/${ticketId}`)
  })

  test('twice: not after a restart, not when everything is projected again', async () => {
    const { ada, ben, benId, adaId } = await createPair()
    const direct = makeDirect(ada, [adaId, benId])
    const ear = listen(ben.engine)
    say(ada, direct, 'once')
    await ear.untilTold('once')
    const after = listen(await ben.restart())
    await ben.untilSynced()
    ben.engine.rebuild()
    await ben.engine.settled()
    say(ada, direct, 'after it all')
    await after.untilTold('after it all')
  })
})

describe('the rules', () => {
  test('follow the person: a kind, a channel, do not disturb, and hidden content', async () => {
    const { server, ada, ben, benId, adaId } = await createPair()
    const laptop = await addDevice(server, 'ben@example.org', 6)
    const ear = listen(ben.engine)
    const channelId = await channelOf(ada)
    const direct = makeDirect(ada, [adaId, benId])
    say(ada, direct, 'first')
    await ear.untilTold('first')
    await laptop.untilSynced()
    laptop.must('notify.setKind', { kind: 'mention', on: false })
    laptop.must('notify.setSpace', { spaceId: direct, level: 'none' })
    laptop.must('notify.setSpace', { spaceId: channelId, level: 'all' })
    await expect
      .poll(async () => (await ben.ask('notify.rules', {})).meta, { timeout: 10_000 })
      .toMatchObject({ kinds: { mention: false }, spaces: { [direct]: 'none', [channelId]: 'all' } })
    say(ada, direct, 'muted')
    say(ada, channelId, 'not even @Ben')
    say(ada, channelId, 'plain')
    await ear.untilTold('first', 'plain')
    laptop.must('notify.pause', { until: Date.now() + 3_600_000 })
    await expect
      .poll(async () => (await ben.ask('notify.rules', {})).meta.pausedUntil, { timeout: 10_000 })
      .not.toBeNull()
    say(ada, channelId, 'while he rests')
    await expect
      .poll(async () => (await ben.ask('attention.counts', {})).meta.unread, { timeout: 10_000 })
      .toBe(1)
    await ben.untilSynced()
    ben.must('notify.pause', { until: null })
    ben.must('notify.setHidden', { on: true })
    say(ada, channelId, 'secret')
    await ear.untilTold('first', 'plain', '')
    expect(ear.told.at(-1)).toMatchObject({ isHidden: true, who: '', where: '', text: '' })
  })

  test('of one who was never here are refused', async () => {
    const { ben } = await createPair()
    expect(ben.execute('notify.setSpace', { spaceId: ben.nextId(), level: 'none' })).toMatchObject({
      ok: false,
      error: { type: 'not-found' },
    })
  })
})

test('a person who joins is not told of what was said before', async () => {
  const { server, ada } = await createPair()
  const channelId = await channelOf(ada)
  const cleo = createDevice({ seed: 9 })
  const ear = listen(cleo.engine)
  say(ada, channelId, 'soon comes @Cleo')
  await joinServer(server, ada, cleo, 'Cleo')
  await cleo.untilSynced()
  await ada.untilSynced()
  say(ada, channelId, 'welcome @Cleo')
  await ear.untilTold('welcome @Cleo')
})
