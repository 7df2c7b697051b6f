/** Passages and help through the engine's door, with the real index and the built-in model. */
import { describe, expect, test } from 'vitest'
import type { EntryId, MessageId, QueueId, TicketId } from '#shared/base/ids.ts'
import type { PassageType } from '#shared/contract/passages.ts'
import { createFilledWorld, inlineIndex } from '../support/engine-world.ts'

async function createKnowingWorld() {
  const filled = await createFilledWorld({ index: inlineIndex })
  const { world, channelId, queueId } = filled
  const say = (text: string) => {
    world.clock.advance(3_600_000)
    const messageId = world.nextId<MessageId>()
    world.must('chat.send', { channelId, messageId, text, topic: null })
    return messageId
  }
  const open = (title: string, description = '', tags: string[] = [], inQueue = queueId) => {
    world.clock.advance(60_000)
    const ticketId = world.nextId<TicketId>()
    world.must('ticket.create', { ticketId, queueId: inQueue, title, description, tags })
    return ticketId
  }
  const settle = () => world.engine.settled()
  const find = async (text: string, types?: PassageType[]) => {
    await settle()
    return (await world.ask('search.passages', { text, ...(types ? { types } : {}) })).rows
  }
  return { ...filled, say, open, settle, find }
}

describe('passages', () => {
  test('are found by meaning across languages, in their place', async () => {
    const { say, open, find, channelId } = await createKnowingWorld()
    const messageId = say('The printer on floor two does not pull in any paper.')
    open('Kantine', 'Der Kaffee ist alle.')
    const [first] = await find('Drucker nimmt keine Blätter')
    expect(first).toMatchObject({
      foundBy: 'meaning',
      place: { type: 'message', channelId, messageId, channelName: 'Leitstand' },
    })
  })

  test('have the words that were asked for marked, inflected ones too', async () => {
    const { open, find } = await createKnowingWorld()
    const ticketId = open('Drucker', 'Alle Drucker stehen still. Der Papierstau bleibt.')
    const [first] = await find('Druckern Papierstau')
    expect(first?.place).toMatchObject({ type: 'ticket', ticketId, entryId: null })
    expect(first?.marks.map(([start, end]) => first.text.slice(start, end))).toEqual([
      'Drucker',
      'Papierstau',
    ])
  })

  test('obey operators, exclusions and kinds', async () => {
    const { say, open, find } = await createKnowingWorld()
    say('Das Getriebe der Anlage ist undicht')
    open('Getriebe undicht', 'Öl am Getriebe', ['wind'])
    open('Getriebe laut', 'Geräusche im Getriebe')
    const types = async (text: string, only?: PassageType[]) =>
      (await find(text, only)).map(({ place }) => place.type)
    expect(new Set(await types('Getriebe'))).toEqual(new Set(['message', 'ticket']))
    expect(new Set(await types('Getriebe typ:ticket'))).toEqual(new Set(['ticket']))
    expect(new Set(await types('Getriebe -typ:ticket'))).toEqual(new Set(['message']))
    expect(await types('Getriebe typ:datei')).toEqual([])
    expect(await types('Getriebe', ['message'])).toEqual(['message'])
    expect(await types('Getriebe tag:wind')).toEqual(['ticket'])
    expect(await types('Getriebe kanal:Leitstand')).toEqual(['message'])
    expect(await types('Getriebe von:niemand')).toEqual([])
    expect((await find('Getriebe -laut typ:ticket')).map(({ text }) => text)).toEqual(['Öl am Getriebe'])
  })

  test('are none for operators alone, for nothing, and before anything is indexed', async () => {
    const { world, say, find } = await createKnowingWorld()
    say('Hallo')
    expect((await world.ask('search.passages', { text: 'typ:ticket' })).rows).toEqual([])
    expect(await find('typ:nachricht')).toEqual([])
    expect(await find('   ')).toEqual([])
  })

  test('are gone with what they stood in', async () => {
    const { world, say, find } = await createKnowingWorld()
    const messageId = say('Die Parole lautet Seeadler')
    expect(await find('Seeadler')).toHaveLength(1)
    world.must('chat.delete', { messageId })
    expect(await find('Seeadler')).toEqual([])
  })
})

describe('help beside a ticket', () => {
  test('names similar tickets with the reason, and what they suggest', async () => {
    const { world, open, settle } = await createKnowingWorld()
    const titles = [
      'Drucker druckt nicht',
      'Drucker im Lager druckt nicht mehr',
      'Drucker Halle 3 druckt nicht',
    ]
    const [first] = titles.map((title) =>
      open(title, 'Der Drucker druckt nicht, Papierstau im Fach.', ['drucker']),
    )
    if (!first) throw new Error('no ticket')
    const entryId = world.nextId<EntryId>()
    world.must('ticket.reply', {
      ticketId: first,
      entryId,
      text: 'Bitte Fach 2 öffnen und das Blatt herausziehen.',
    })
    world.must('ticket.update', { ticketId: first, fields: { state: 'solved' } })
    open('Rotorblatt vereist', 'Eis an den Blättern', ['wind'])
    const asked = open('Drucker druckt nicht', 'Seit heute druckt der Drucker nicht, Papierstau.')
    await settle()
    const { meta, rows } = await world.ask('help.ticket', { ticketId: asked })
    expect(rows.map(({ title }) => title).sort()).toEqual([...titles].sort())
    expect(rows[0]?.sharedWords).toContain('Papierstau')
    expect(meta.tags[0]).toMatchObject({ value: 'drucker' })
    expect(meta.tags[0]?.because.length).toBeGreaterThanOrEqual(2)
    expect(meta.reply).toMatchObject({ from: { ticketId: first }, entryId, text: /Fach 2/u })
  })

  test('suggests the queue that its neighbours are in', async () => {
    const { world, open, settle } = await createKnowingWorld()
    const other = world.nextId<QueueId>()
    world.must('queue.create', { queueId: other, name: 'Drucker' })
    for (const title of ['Toner leer', 'Toner ist leer', 'Toner im Drucker leer'])
      open(title, 'Bitte Toner.', [], other)
    const asked = open('Toner leer', 'Bitte neuen Toner.')
    await settle()
    const { meta } = await world.ask('help.ticket', { ticketId: asked })
    expect(meta.queue).toMatchObject({ value: other })
    expect(meta.queue?.because).toHaveLength(3)
  })

  test('has nothing to say of a ticket that is like no other, or not there', async () => {
    const { world, open, settle } = await createKnowingWorld()
    const alone = open('Schlüssel verloren', 'Wer hat ihn gefunden?')
    open('Wechselrichter meldet Isolationsfehler')
    await settle()
    const { meta, rows } = await world.ask('help.ticket', { ticketId: alone })
    expect(rows).toEqual([])
    expect(meta).toEqual({ isReady: true, articles: [], tags: [], queue: null, reply: null })
    const missing = await world.ask('help.ticket', { ticketId: world.nextId<TicketId>() })
    expect(missing.meta.isReady).toBe(false)
  })

  test('warns of a ticket that is already open, but not of one that is closed', async () => {
    const { world, open, settle } = await createKnowingWorld()
    const ticketId = open('VPN bricht ab', 'Die VPN-Verbindung bricht jede Stunde ab.')
    await settle()
    const ask = async () =>
      (await world.ask('help.draft', { title: 'VPN bricht ständig ab', text: 'Verbindung bricht ab' })).rows
    expect((await ask()).map((row) => row.ticketId)).toEqual([ticketId])
    expect((await world.ask('help.draft', { title: 'Neue Stühle', text: '' })).rows).toEqual([])
    expect((await world.ask('help.draft', { title: ' ', text: '' })).rows).toEqual([])
    world.must('ticket.update', { ticketId, fields: { state: 'closed' } })
    expect(await ask()).toEqual([])
  })
})
