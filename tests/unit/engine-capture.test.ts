/** What was captured becomes what it was meant to be, with its files, and takes no other draft along. */
import { expect, test } from 'vitest'
import {
  notesChannelOf,
  type EntryId,
  type MessageId,
  type PersonId,
  type TicketId,
} from '#shared/base/ids.ts'
import { captureDraft } from '#shared/contract/capture.ts'
import { createFilledWorld, createWorld, type World } from '../support/engine-world.ts'
import { attach, attachmentsOf, idOf, tinyPng } from '../support/files.ts'

const notesName = 'My notes'
const picture = { id: idOf(tinyPng), name: 'screen.png' }

async function meOf(world: World): Promise<PersonId> {
  const { meta } = await world.ask('workspace.get', {})
  if (!meta.meId) throw new Error('nobody is here')
  return meta.meId
}

const textOn = async (world: World, key: string) => (await world.ask('draft.get', { key })).meta?.text
const filesOn = async (world: World, draftKey: string) =>
  (await world.ask('draftFile.list', { draftKey })).rows.map(({ name }) => name)

test('a note goes to a conversation with oneself, made once, and is found by search', async () => {
  const { world } = await createFilledWorld()
  const me = await meOf(world)
  world.must('draft.save', { key: captureDraft, text: 'Spare fuses are in cabinet 7' })
  await attach(world, captureDraft, picture.name, tinyPng)
  world.must('capture.note', {
    messageId: world.nextId(),
    text: 'Spare fuses are in cabinet 7',
    attachments: [picture],
    notesName,
  })
  world.must('capture.note', { messageId: world.nextId(), text: 'Second', notesName: 'Another name' })
  const { rows } = await world.ask('chat.channels', {})
  const notes = rows.filter(({ kind }) => kind === 'direct')
  expect(notes).toMatchObject([
    {
      key: notesChannelOf(me),
      name: notesName,
      memberIds: [me],
      unread: 0,
      lastMessage: { preview: 'Second' },
    },
  ])
  expect(await attachmentsOf(world, notesChannelOf(me))).toMatchObject([
    { name: picture.name, isPicture: true },
  ])
  expect(await textOn(world, captureDraft)).toBeUndefined()
  expect(await filesOn(world, captureDraft)).toEqual([])
  const found = await world.ask('search.run', { text: 'fuses cabinet' })
  expect(found.rows).toMatchObject([{ type: 'message', channelId: notesChannelOf(me) }])
})

test('a message leaves the draft that is begun in its conversation where it is', async () => {
  const { world, channelId } = await createFilledWorld()
  world.must('draft.save', { key: `channel/${channelId}`, text: 'half a sentence' })
  world.must('draft.save', { key: captureDraft, text: 'quick one' })
  await attach(world, `channel/${channelId}`, 'other.png', tinyPng)
  const messageId = world.nextId<MessageId>()
  world.must('capture.message', { channelId, messageId, text: 'quick one' })
  expect(await textOn(world, `channel/${channelId}`)).toBe('half a sentence')
  expect(await filesOn(world, `channel/${channelId}`)).toEqual(['other.png'])
  expect(await textOn(world, captureDraft)).toBeUndefined()
  const { rows } = await world.ask('chat.messages', { channelId })
  expect(rows.at(-1)).toMatchObject({ key: messageId, text: 'quick one', topic: null })
})

test('a ticket carries its picture in an internal note, and leaves the new ticket that is being written', async () => {
  const { world, queueId } = await createFilledWorld()
  world.must('draft.save', { key: 'ticket/new', text: 'another ticket' })
  await attach(world, captureDraft, picture.name, tinyPng)
  const ticketId = world.nextId<TicketId>()
  const entryId = world.nextId<EntryId>()
  world.must('capture.ticket', {
    ...{ ticketId, entryId, queueId, title: 'Printer jams', description: 'Tray 2, twice a day.' },
    ...{ priority: 3, customerName: 'Nordwind', attachments: [picture] },
  })
  const { meta, rows } = await world.ask('ticket.get', { ticketId })
  expect(meta).toMatchObject({
    ...{ title: 'Printer jams', description: 'Tray 2, twice a day.', state: 'new', priority: 3 },
    ...{ customerName: 'Nordwind', ownerId: null, queueId },
  })
  expect(rows.filter(({ type }) => type === 'note')).toMatchObject([
    { key: entryId, text: '', attachments: [{ name: picture.name, state: { type: 'here' } }] },
  ])
  expect(await textOn(world, 'ticket/new')).toBe('another ticket')
  expect(await filesOn(world, captureDraft)).toEqual([])
})

test('nothing is made, and the draft stays, where a part of it is refused', async () => {
  const { world, queueId, channelId } = await createFilledWorld()
  world.must('draft.save', { key: captureDraft, text: 'kept' })
  const missing = [{ id: idOf(Buffer.from('not here')), name: 'gone.png' }]
  const tickets = async () => (await world.ask('ticket.list', {})).meta.total
  const before = await tickets()
  const ids = { ticketId: world.nextId<TicketId>(), entryId: world.nextId<EntryId>() }
  const refused = { ok: false, error: { type: 'not-found', what: 'file' } }
  expect(
    world.execute('capture.ticket', { ...ids, queueId, title: 'Never', attachments: missing }),
  ).toMatchObject(refused)
  const note = { messageId: world.nextId<MessageId>(), text: 'x', attachments: missing }
  expect(world.execute('capture.note', { ...note, notesName })).toMatchObject(refused)
  expect(world.execute('capture.message', { ...note, channelId })).toMatchObject(refused)
  expect(await tickets()).toBe(before)
  expect((await world.ask('chat.channels', {})).rows.some(({ kind }) => kind === 'direct')).toBe(false)
  expect(await textOn(world, captureDraft)).toBe('kept')
})

test('what is taken back hangs its files on the draft again; what others wrote cannot be', async () => {
  const { world, channelId } = await createFilledWorld()
  await attach(world, captureDraft, picture.name, tinyPng)
  const messageId = world.nextId<MessageId>()
  world.must('capture.message', { channelId, messageId, text: 'too early', attachments: [picture] })
  world.must('capture.takeBack', { messageId })
  world.must('capture.takeBack', { messageId })
  expect(await filesOn(world, captureDraft)).toEqual([picture.name])
  const { rows } = await world.ask('chat.messages', { channelId })
  expect(rows.find(({ key }) => key === messageId)?.deletedAt).not.toBeNull()
  expect(world.execute('capture.takeBack', { messageId: world.nextId() })).toMatchObject({
    error: { type: 'not-found', what: 'message' },
  })
})

test('without a workspace there is nowhere to put it', () => {
  const world = createWorld()
  expect(world.execute('capture.note', { messageId: world.nextId(), text: 'x', notesName })).toEqual({
    ok: false,
    error: { type: 'no-workspace' },
  })
})
