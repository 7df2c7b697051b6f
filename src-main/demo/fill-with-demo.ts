/**
 * Writes a generated workspace into an empty engine, through the same models, documents and projectors that
 * people's own work goes through. Documents come as snapshots, many to a transaction.
 */
import * as Y from 'yjs'
import {
  articleDocId,
  asId,
  chatDocId,
  notesDocId,
  personalDocId,
  ticketDocId,
  type ArticleId,
  type ChannelId,
  type DocId,
  type MessageId,
  type PersonId,
  type WorkspaceId,
  type QueueId,
  type SpaceId,
  type TicketId,
} from '#shared/base/ids.ts'
import { createRandom } from '#shared/base/random.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import { createArticle } from '#shared/model/article/article.ts'
import { setReadMarker } from '#shared/model/personal/personal.ts'
import type { CommandContext } from '../engine/commands/context.ts'
import { mentionsOf } from '../engine/commands/mentions.ts'
import { createChannel, createQueue, foundWorkspace } from '../engine/commands/workspace-commands.ts'
import type { Engine } from '../engine/engine.ts'
import { articleContent, buildNotes, buildSegment, buildTicket } from './build-documents.ts'
import {
  demoSet,
  generateArticles,
  generateDirectory,
  generateMessages,
  generateTickets,
  type DemoDirectory,
  type DemoMessage,
  type DemoOptions,
  type DemoTicket,
} from './workspace.ts'

export type Progress = (done: number, total: number) => void

/** Does nothing where the engine holds a workspace already. */
export async function fillWithDemo(engine: Engine, now: number, progress: Progress): Promise<void> {
  await fillWorkspace(engine, { ...demoSet, now }, progress)
}

/** Documents written in one transaction: large enough to be fast, small enough to show progress. */
const batchSize = 200

interface PendingDoc {
  readonly docId: DocId
  readonly spaceId: SpaceId
  readonly build: (doc: Y.Doc) => void
  /** Its number is written with it. */
  readonly ticket?: DemoTicket
}

export async function fillWorkspace(engine: Engine, options: DemoOptions, progress: Progress): Promise<void> {
  const workspace = await engine.query('workspace.get', {})
  if (!workspace.ok || (workspace.value.meta as { workspace: unknown }).workspace !== null) return
  const random = createRandom(options.seed).fork('fill')
  const ids = createUlidFactory(
    () => options.now,
    () => random.int(0, 255),
  )
  const directory = generateDirectory(options)
  const total = options.messages + options.tickets + options.articles
  let done = 0
  let batch: PendingDoc[] = []

  const internalSpaces = engine.transact((context) => writeDirectory(context, directory))
  const flush = async () => {
    const docs = batch
    batch = []
    engine.transact(({ documents, records }) => {
      for (const { docId, spaceId, build, ticket } of docs) {
        if (ticket) records.putTicketNumber(ticket.id as TicketId, ticket.number)
        const doc = new Y.Doc()
        doc.transact(() => build(doc))
        documents.importDoc({ docId, spaceId }, doc)
        doc.destroy()
      }
    })
    progress(Math.min(done, total), total)
    // Lets the progress go out and calls come in.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const add = async (doc: PendingDoc, count: number) => {
    batch.push(doc)
    done += count
    if (batch.length >= batchSize) await flush()
  }

  const people = directory.people.map(({ id, name }) => ({ id: id as PersonId, name }))
  const mentions = (text: string) => mentionsOf(people, text)
  for (const segment of segmentsOf(generateMessages(options, directory))) {
    const { docId, channelId, messages } = segment
    await add(
      { docId, spaceId: channelId, build: (doc) => buildSegment(doc, messages, mentions) },
      messages.length,
    )
  }
  for (const ticket of generateTickets(options, directory)) {
    const ticketId = ticket.id as TicketId
    const queueId = ticket.queueId as QueueId
    const build = (doc: Y.Doc) => buildTicket(doc, ticket, ids)
    await add({ docId: ticketDocId(ticketId), spaceId: queueId, build, ticket }, 1)
    const internal = internalSpaces.get(queueId)
    if (ticket.notes.length > 0 && internal) {
      await add(
        { docId: notesDocId(ticketId), spaceId: internal, build: (doc) => buildNotes(doc, ticket) },
        0,
      )
    }
  }
  const knowledge = new Map<string, SpaceId>()
  for (const article of generateArticles(options, directory)) {
    const spaceId = knowledge.get(article.spaceName) ?? createKnowledgeSpace(engine)
    knowledge.set(article.spaceName, spaceId)
    const meta = {
      title: article.title,
      state: 'published',
      language: article.language,
      category: article.category,
      tags: article.tags,
      createdAt: article.createdAt,
      createdBy: article.createdBy as PersonId,
      updatedAt: article.updatedAt,
      translationOf: article.translationOf as ArticleId | null,
    } as const
    const docId = articleDocId(article.id as ArticleId)
    await add({ docId, spaceId, build: (doc) => createArticle(doc, meta, articleContent(article.blocks)) }, 1)
  }
  await flush()
  engine.transact((context) => writeReadMarkers(context, directory, random.fork('read')))
  progress(total, total)
}

function writeDirectory(context: CommandContext, directory: DemoDirectory): Map<QueueId, SpaceId> {
  const { records } = context
  const me = directory.me as PersonId
  for (const person of directory.people) {
    records.putPerson(person.id as PersonId, {
      name: person.name,
      email: person.email,
      role: person.id === me ? 'owner' : person.role,
      title: person.title,
    })
  }
  foundWorkspace(context, {
    id: asId<WorkspaceId>(context.nextId()),
    name: directory.workspaceName,
    me,
  })
  const internalSpaces = new Map<QueueId, SpaceId>()
  for (const queue of directory.queues) {
    const id = queue.id as QueueId
    internalSpaces.set(id, createQueue(context, id, queue))
  }
  for (const channel of directory.channels) {
    const members = channel.kind === 'direct' ? (channel.memberIds as PersonId[]) : []
    createChannel(context, channel.id as ChannelId, channel, members)
  }
  return internalSpaces
}

function createKnowledgeSpace(engine: Engine): SpaceId {
  return engine.transact(({ records, nextId }) => {
    const id = asId<SpaceId>(nextId())
    records.putSpace(id, { kind: 'knowledge', parentId: null, members: [] })
    return id
  })
}

/** Everything read up to some hours ago, in most channels: a person who has just come back to the desk. */
function writeReadMarkers(
  { db, documents }: CommandContext,
  directory: DemoDirectory,
  random: ReturnType<typeof createRandom>,
): void {
  const me = directory.me as PersonId
  const spaceId = db.value<string>("SELECT space_id FROM spaces WHERE kind = 'personal'") as SpaceId
  documents.transact({ docId: personalDocId(me), spaceId }, (doc) => {
    for (const channel of directory.channels) {
      const behind = random.chance(0.7) ? 0 : random.int(1, 9)
      const messageId = db.value<MessageId>(
        `SELECT message_id FROM messages JOIN spaces ON space_key = channel_key WHERE space_id = ?
         ORDER BY message_id DESC LIMIT 1 OFFSET ?`,
        [channel.id, behind],
      )
      if (messageId !== undefined) setReadMarker(doc, channel.id as ChannelId, messageId)
    }
  })
}

interface Segment {
  readonly docId: DocId
  readonly channelId: ChannelId
  readonly messages: readonly DemoMessage[]
}

/** Messages come by channel and time, so those of one segment stand together. */
function* segmentsOf(messages: Iterable<DemoMessage>): Generator<Segment> {
  let collected: DemoMessage[] = []
  for (const message of messages) {
    const first = collected[0]
    if (first && segmentOf(first).docId !== segmentOf(message).docId) {
      yield { ...segmentOf(first), messages: collected }
      collected = []
    }
    collected.push(message)
  }
  const first = collected[0]
  if (first) yield { ...segmentOf(first), messages: collected }
}

function segmentOf(message: DemoMessage): Omit<Segment, 'messages'> {
  const channelId = message.channelId as ChannelId
  return { docId: chatDocId(channelId, message.id as MessageId), channelId }
}
