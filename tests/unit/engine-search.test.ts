import { describe, expect, test } from 'vitest'
import { ticketCode, type EntryId, type MessageId, type PersonId, type TicketId } from '#shared/base/ids.ts'
import type { QueryOutput } from '#shared/contract/contract.ts'
import type { Snippet } from '#shared/contract/search.ts'
import { fold } from '../../src-main/engine/search/fold.ts'
import { dumpWords } from '../support/dump-tables.ts'
import { createFilledWorld } from '../support/engine-world.ts'

type Found = QueryOutput<'search.run'>

/** A world with `say` and `open` for what is looked for. */
async function createSearchWorld() {
  const filled = await createFilledWorld()
  const { world, channelId, queueId } = filled
  return {
    ...filled,
    say(text: string, topic: string | null = null): MessageId {
      world.clock.advance(60_000)
      const messageId = world.nextId<MessageId>()
      world.must('chat.send', { channelId, messageId, text, topic })
      return messageId
    },
    open(
      title: string,
      more: { description?: string; tags?: string[]; priority?: 1 | 2 | 3 | 4; ownerId?: PersonId } = {},
    ) {
      world.clock.advance(60_000)
      const ticketId = world.nextId<TicketId>()
      world.must('ticket.create', { ticketId, queueId, title, ...more })
      return ticketId
    },
    find: (text: string, scope: 'all' | 'messages' | 'tickets' = 'all') =>
      world.ask('search.run', { text, scope }),
  }
}

const titles = ({ rows }: Found) =>
  rows.map((row) => (row.type === 'message' ? row.snippet.text : row.title.text)).sort()
const marked = ({ text, marks }: Snippet) => marks.map(([start, end]) => text.slice(start, end))

describe('words', () => {
  test('are found whichever way their umlauts are written', async () => {
    const { say, find } = await createSearchWorld()
    for (const name of ['Müller', 'Mueller', 'Muller', 'MÜLLER', 'Mu\u0308ller']) say(`Anruf von ${name}`)
    for (const written of ['Müller', 'Mueller', 'Muller', 'müller', 'MUELLER', 'Mu\u0308ller']) {
      expect((await find(written)).rows, written).toHaveLength(5)
    }
  })

  test('are found where vowels stand in a row', async () => {
    const { say, find } = await createSearchWorld()
    for (const word of ['Treueeid', 'Schneeeule', 'Queueeinstellung']) {
      say(`Ein Wort: ${word}`)
      expect((await find(word)).rows, word).toHaveLength(1)
    }
  })

  test('are found with ß and ss, and with and without other accents', async () => {
    const { say, find } = await createSearchWorld()
    say('Die Straße am Café')
    for (const written of ['Straße', 'strasse', 'STRASSE', 'cafe', 'café', 'Cafe\u0301']) {
      expect((await find(written)).rows, written).toHaveLength(1)
    }
  })

  test('are found by their beginning while the last one is typed, and whole before it', async () => {
    const { say, find } = await createSearchWorld()
    say('Generator im Turbinenhaus')
    for (const typed of ['tu', 'turb', 'generator turb', 'Turbinenhaus']) {
      expect((await find(typed)).rows, typed).toHaveLength(1)
    }
    for (const typed of ['turb ', 'gener turb', 'inenhaus'])
      expect((await find(typed)).rows, typed).toHaveLength(0)
  })

  test('must all be there, in any order, also over several parts of one ticket', async () => {
    const { world, open, find } = await createSearchWorld()
    const ticketId = open('Getriebe laut', { description: 'Anlage sieben', tags: ['rotor'] })
    world.must('ticket.reply', { ticketId, entryId: world.nextId<EntryId>(), text: 'Öl wurde gewechselt' })
    world.must('ticket.note', { ticketId, entryId: world.nextId<EntryId>(), text: 'Lager bestellt' })
    expect((await find('gewechselt getriebe sieben rotor lager')).rows).toHaveLength(1)
    expect((await find('gewechselt getriebe acht')).rows).toHaveLength(0)
  })

  test('in quotes must stand together', async () => {
    const { say, find } = await createSearchWorld()
    say('kalt start am Morgen')
    say('start kalt am Abend')
    expect((await find('"kalt start"')).rows).toHaveLength(1)
    expect((await find('kalt start')).rows).toHaveLength(2)
    expect((await find('"kalt sta"')).rows).toHaveLength(0)
  })

  test('with a minus must not be there, also beside operators alone', async () => {
    const { say, open, find } = await createSearchWorld()
    say('Pumpe tropft')
    say('Pumpe repariert')
    open('Pumpe tropft stark')
    open('Ventil klemmt')
    expect(titles(await find('pumpe -tropft'))).toEqual(['Pumpe repariert'])
    expect(titles(await find('pumpe -"tropft stark"', 'tickets'))).toEqual([])
    expect(titles(await find('state:new -tropft'))).toEqual(['Ventil klemmt'])
    expect(titles(await find('in:leitstand -tropft'))).toEqual(['Pumpe repariert'])
    expect((await find('-tropft')).rows).toEqual([])
  })
})

describe('operators', () => {
  const cases: (readonly [english: string, german: string, expected: string[]])[] = [
    ['in:leitstand pumpe', 'kanal:leitstand pumpe', ['Pumpe läuft wieder']],
    ['in:störungen', 'warteschlange:stoerungen', ['Pumpe steht', 'Rechnung falsch']],
    ['from:mara pumpe', 'von:Mara pumpe', ['Pumpe läuft wieder', 'Pumpe steht']],
    ['from:me pumpe', 'von:mich pumpe', ['Pumpe läuft wieder', 'Pumpe steht']],
    ['state:solved', 'status:gelöst', ['Rechnung falsch']],
    ['is:active', 'ist:aktiv', ['Pumpe steht']],
    ['owner:jonas', 'bearbeiter:weber', ['Pumpe steht']],
    ['owner:none', 'bearbeiter:niemand', ['Rechnung falsch']],
    ['-owner:none', '-bearbeiter:niemand', ['Pumpe steht']],
    ['tag:Rotor', 'schlagwort:rotor', ['Pumpe steht']],
    ['priority:urgent', 'priorität:dringend', ['Pumpe steht']],
    ['type:ticket pumpe', 'typ:ticket pumpe', ['Pumpe steht']],
    ['type:message pumpe', 'typ:nachricht pumpe', ['Pumpe läuft wieder']],
    ['-type:message pumpe', '-typ:nachrichten pumpe', ['Pumpe steht']],
    ['after:2026-11-21 pumpe', 'seit:21.11.2026 pumpe', ['Pumpe läuft wieder', 'Pumpe steht']],
    ['before:2026-11-21 pumpe', 'vor:21.11.2026 pumpe', []],
  ]
  test.each(cases)('%s and %s find the same', async (english, german, expected) => {
    const { world, say, open, find } = await createSearchWorld()
    const jonas = world.nextId<PersonId>()
    world.must('people.add', { personId: jonas, name: 'Jonas Weber' })
    open('Pumpe steht', { tags: ['rotor'], priority: 4, ownerId: jonas })
    world.must('ticket.update', { ticketId: open('Rechnung falsch'), fields: { state: 'solved' } })
    say('Pumpe läuft wieder')
    expect(titles(await find(english)), english).toEqual(expected)
    expect(titles(await find(german)), german).toEqual(expected)
  })

  test('that name nothing are told, and nothing is shown for them', async () => {
    const { say, find } = await createSearchWorld()
    say('pumpe')
    const unknown = [
      ...[
        'in:nirgends',
        'from:niemals',
        'state:asleep',
        'owner:nobody',
        'priority:9',
        'type:song',
        'before:gestern',
      ],
      ...['before:2026-13-01', 'after:31.02.2026', 'in:#', 'from:@'],
      // Names that every object in JavaScript has.
      ...[
        'state:constructor',
        'priority:constructor',
        'type:constructor',
        'priority:__proto__',
        'state:__proto__',
      ],
    ]
    for (const use of unknown) {
      expect(await find(`pumpe ${use}`), use).toMatchObject({ meta: { unknown: [use] }, rows: [] })
    }
  })

  test('that are none are words', async () => {
    const { say, find } = await createSearchWorld()
    say('siehe https://example.org/x und constructor:foo um 10:30')
    for (const text of ['https://example.org/x', 'constructor:foo', '10:30', 'example:org']) {
      const found = await find(text)
      expect(found.meta.unknown, text).toEqual([])
    }
    expect((await find('constructor:foo')).rows).toHaveLength(1)
  })
})

describe('a ticket', () => {
  test('is first where its own code or number was typed, whatever else holds the word', async () => {
    const { world, open, find } = await createSearchWorld()
    const wanted = open('Die gemeinte')
    for (let i = 0; i < 5; i++) open(`${ticketCode(wanted)} ${ticketCode(wanted)} 10423`)
    world.engine.transact(({ records }) => records.putTicketNumber(wanted, 10423))
    world.engine.rebuild()
    await world.engine.settled()
    for (const typed of [ticketCode(wanted), ticketCode(wanted).toLowerCase(), '10423', '#10423']) {
      const { rows } = await find(typed)
      expect(rows[0], typed).toMatchObject({ type: 'ticket', ticketId: wanted, number: 10423 })
      expect(rows.filter((row) => row.key === `ticket/${wanted}`)).toHaveLength(1)
      expect(rows).toHaveLength(6)
    }
  })

  test('is not shown by its code where an operator or a minus rules it out', async () => {
    const { open, find } = await createSearchWorld()
    const code = ticketCode(open('Ventil'))
    expect((await find(`${code} state:closed`)).rows).toEqual([])
    expect((await find(`state:new -${code}`)).rows).toEqual([])
  })

  test('says which reply or note it was found in', async () => {
    const { world, open, find } = await createSearchWorld()
    const ticketId = open('Ventil')
    const [replyId, noteId] = [world.nextId<EntryId>(), world.nextId<EntryId>()]
    world.must('ticket.reply', { ticketId, entryId: replyId, text: 'Wir kommen am Dienstag' })
    world.must('ticket.note', { ticketId, entryId: noteId, text: 'Kunde ist verärgert' })
    expect((await find('dienstag')).rows[0]).toMatchObject({ entryId: replyId })
    const [hit] = (await find('veraergert')).rows
    expect(hit).toMatchObject({ entryId: noteId, snippet: { text: 'Kunde ist verärgert' } })
    expect((await find('ventil')).rows[0]).toMatchObject({ entryId: null })
  })
})

describe('marks', () => {
  test('point at the words as they are written', async () => {
    const { say, find } = await createSearchWorld()
    say('Herr Müller wohnt in der Großen Straße')
    const [hit] = (await find('mueller strasse')).rows
    expect(hit && marked(hit.snippet)).toEqual(['Müller', 'Straße'])
    expect(marked((await find('"grossen strasse"')).rows[0]!.snippet)).toEqual(['Großen Straße'])
  })

  test('stay inside a piece that is cut from the middle of a long text', async () => {
    const { say, find } = await createSearchWorld()
    say(`${'Vorher 🙂 '.repeat(200)} Nadel ${'nachher 🙂 '.repeat(200)}`)
    const { snippet } = (await find('nadel')).rows[0]!
    expect(marked(snippet)).toEqual(['Nadel'])
    expect(snippet.text.length).toBeLessThan(200)
    expect(snippet.text).toBe(snippet.text.toWellFormed())
  })
})

describe('what is no longer said', () => {
  test('is not found: deleted messages, and the old text of edited ones', async () => {
    const { world, say, find } = await createSearchWorld()
    const messageId = say('Geheimwort Apfelbaum')
    world.must('chat.edit', { messageId, text: 'Geheimwort Birnbaum' })
    expect((await find('apfelbaum')).rows).toEqual([])
    expect(titles(await find('birnbaum'))).toEqual(['Geheimwort Birnbaum'])
    world.must('chat.delete', { messageId })
    expect((await find('birnbaum')).rows).toEqual([])
    world.must('chat.restore', { messageId })
    expect((await find('birnbaum')).rows).toHaveLength(1)
  })

  test('leaves no word in the index', async () => {
    const { world, say, open } = await createSearchWorld()
    const messageId = say('Geheimwort Apfelbaum', 'Obst')
    const ticketId = open('Zwetschge', { tags: ['Kirsche'] })
    world.must('ticket.update', { ticketId, fields: { title: 'Ventil' } })
    world.must('ticket.tag', { ticketId, tag: 'kirsche', on: false })
    world.must('chat.edit', { messageId, text: 'Birnbaum' })
    world.must('chat.delete', { messageId })
    const words = world
      .look((db) => [...dumpWords(db, 'message_words'), ...dumpWords(db, 'ticket_words')])
      .join()
    for (const gone of ['apfelbaum', 'birnbaum', 'obst', 'zwetschge', 'kirsche']) {
      expect(words, gone).not.toContain(fold(gone))
    }
    expect(words).toContain('ventil')
  })
})
