/** What people write becomes passages with vectors, and stays in step with what they change. */
import { expect, test } from 'vitest'
import {
  articleDocId,
  type ArticleId,
  type EntryId,
  type MessageId,
  type TicketId,
} from '#shared/base/ids.ts'
import { createArticle } from '#shared/model/article/article.ts'
import { createFilledWorld, inlineIndex } from '../support/engine-world.ts'
import { indexedChunks } from '../support/index-look.ts'

test('articles, tickets, notes and messages are indexed, and followed', async () => {
  const { world, channelId, queueId, me } = await createFilledWorld({ index: inlineIndex })
  const ticketId = world.nextId<TicketId>()
  world.must('ticket.create', {
    ticketId,
    queueId,
    title: 'Router blinkt rot',
    description: 'Nach dem Stromausfall.',
  })
  const entryId = world.nextId<EntryId>()
  world.must('ticket.reply', { ticketId, entryId, text: 'Bitte die Sicherung prüfen und dann neu starten.' })
  world.must('ticket.note', { ticketId, entryId: world.nextId<EntryId>(), text: 'Kunde ist nervös.' })
  const messageId = world.nextId<MessageId>()
  world.must('chat.send', {
    channelId,
    messageId,
    text: 'Die Pumpe in Halle 3 ist wieder da.',
    topic: 'Pumpe',
  })
  world.engine.transact(({ documents }) => {
    documents.transact({ docId: articleDocId(world.nextId<ArticleId>()), spaceId: queueId }, (doc) =>
      createArticle(
        doc,
        {
          title: 'Router neu starten',
          state: 'published',
          language: 'de',
          category: '',
          tags: [],
          createdAt: 1,
          createdBy: me,
          updatedAt: 1,
          translationOf: null,
        } as never,
        [
          { type: 'heading', level: 2, children: [{ type: 'text', text: 'Schritte', marks: [] }] },
          { type: 'paragraph', children: [{ type: 'text', text: 'Stecker ziehen.', marks: [] }] },
        ],
      ),
    )
  })
  await world.engine.settled()
  const chunks = indexedChunks(world.folder)
  expect(
    chunks.map(({ type, title, part, headings, text, vectors }) => [
      type,
      title,
      part,
      headings,
      text,
      vectors,
    ]),
  ).toEqual([
    ['article', 'Router neu starten', '', '["Schritte"]', 'Stecker ziehen.', 1],
    ['message', '', messageId, '["Pumpe"]', 'Die Pumpe in Halle 3 ist wieder da.', 1],
    ['note', 'Router blinkt rot', expect.any(String), '[]', 'Kunde ist nervös.', 1],
    ['ticket', 'Router blinkt rot', '', '[]', 'Nach dem Stromausfall.', 1],
    ['ticket', 'Router blinkt rot', entryId, '[]', 'Bitte die Sicherung prüfen und dann neu starten.', 1],
  ])
  world.must('ticket.update', { ticketId, fields: { title: 'Router tot' } })
  await world.engine.settled()
  expect(indexedChunks(world.folder).filter(({ title }) => title === 'Router tot')).toHaveLength(3)
  const { meta, rows } = await world.ask('index.status', {})
  expect(meta).toMatchObject({ state: 'idle', chunks: 5, progress: null, modelError: null })
  expect(meta.serving?.id).toBe('static-de-en')
  expect(rows.map(({ key, chunks: count }) => [key, count])).toEqual([
    ['articles', 1],
    ['tickets', 3],
    ['messages', 1],
    ['files', 0],
  ])
})
