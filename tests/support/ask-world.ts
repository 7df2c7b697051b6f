/** A workspace with articles, tickets and messages to ask about, indexed in this thread. */
import {
  articleDocId,
  type ArticleId,
  type EntryId,
  type MessageId,
  type QuestionId,
  type TicketId,
} from '#shared/base/ids.ts'
import type { Question } from '#shared/contract/ask.ts'
import type { LiveResponse } from '#shared/contract/bridge.ts'
import { createArticle, type ArticleNode } from '#shared/model/article/article.ts'
import { createFilledWorld, inlineIndex, type WorldOptions } from './engine-world.ts'
import { createLiveWindow } from './live-window.ts'

export async function createAskWorld(options: WorldOptions = {}) {
  const filled = await createFilledWorld({ index: inlineIndex, ...options })
  const { world, channelId, queueId, me } = filled
  const at = () => world.clock.now()

  /** The question, each time that a window would draw it, until it says yes. */
  const until = (questionId: QuestionId, isIt: (question: Question) => boolean): Promise<Question> =>
    new Promise((resolve) => {
      const view = createLiveWindow((send) =>
        world.engine.connect((response: LiveResponse) => {
          send(response)
          const { meta } = view.shown(1) as { meta: Question | null }
          if (meta && isIt(meta)) {
            view.connection.close()
            resolve(meta)
          }
        }),
      )
      view.subscribe(1, 'ask.get', { questionId })
    })
  const start = (text: string, providerId: string | null = null): QuestionId => {
    world.clock.advance(1_000)
    const questionId = world.nextId<QuestionId>()
    world.must('ask.start', { questionId, text, providerId })
    return questionId
  }
  return {
    ...filled,
    until,
    start,
    /** Asks and waits until it has ended, or waits for the person. */
    ask: (text: string, providerId: string | null = null) => until(start(text, providerId), hasRested),
    get: async (questionId: QuestionId) => (await world.ask('ask.get', { questionId })).meta,
    article(title: string, text: string, language: 'de' | 'en' = 'de', spaceId: string = queueId): ArticleId {
      const articleId = world.nextId<ArticleId>()
      const meta = { title, language, state: 'published', category: '', tags: [], createdAt: at() } as const
      world.engine.transact(({ documents }) =>
        documents.transact({ docId: articleDocId(articleId), spaceId: spaceId as typeof queueId }, (doc) =>
          createArticle(doc, { ...meta, createdBy: me, updatedAt: at(), translationOf: null }, nodesOf(text)),
        ),
      )
      return articleId
    },
    ticket(
      title: string,
      description: string,
      replies: readonly string[] = [],
      notes: readonly string[] = [],
    ) {
      world.clock.advance(60_000)
      const ticketId = world.nextId<TicketId>()
      world.must('ticket.create', { ticketId, queueId, title, description })
      for (const text of replies)
        world.must('ticket.reply', { ticketId, entryId: world.nextId<EntryId>(), text })
      for (const text of notes)
        world.must('ticket.note', { ticketId, entryId: world.nextId<EntryId>(), text })
      return ticketId
    },
    say(text: string, topic: string | null = null): MessageId {
      world.clock.advance(3_600_000)
      const messageId = world.nextId<MessageId>()
      world.must('chat.send', { channelId, messageId, text, topic })
      return messageId
    },
    /** All that was written can be found. */
    indexed: () => world.engine.settled(),
  }
}

export type AskWorld = Awaited<ReturnType<typeof createAskWorld>>

export const hasRested = ({ state }: Question) => state.type !== 'searching' && state.type !== 'writing'

/** `## ` heading, `1. ` item, `- ` item, `| a | b |` row, `~ ` code, all else paragraphs: as the sample articles are written. */
export function nodesOf(source: string): ArticleNode[] {
  const text = (value: string): ArticleNode => ({ type: 'text', text: value, marks: [] })
  const block = (type: string, value: string): ArticleNode => ({ type, children: [text(value)] })
  const wrap = (outer: string, type: string, line: ArticleNode): ArticleNode => ({
    type: outer,
    children: [{ type, children: [line] }],
  })
  const nodes: ArticleNode[] = []
  const join = (node: ArticleNode) => {
    const last = nodes.at(-1)
    if (last?.type === node.type && 'children' in last && 'children' in node)
      nodes[nodes.length - 1] = { ...last, children: [...last.children, ...node.children] }
    else nodes.push(node)
  }
  for (const line of source.trim().split('\n')) {
    const rest = line.replace(/^(?:## |~ |\d+\. |- )/u, '')
    if (line.startsWith('## ')) nodes.push({ ...block('heading', rest), level: 2 })
    else if (line.startsWith('~ ')) nodes.push(block('codeBlock', rest))
    else if (/^\d+\. /u.test(line)) join(wrap('orderedList', 'listItem', block('paragraph', rest)))
    else if (line.startsWith('- ')) join(wrap('bulletList', 'listItem', block('paragraph', rest)))
    else if (line.startsWith('|')) {
      const cells = line.slice(1, -1).split('|')
      const row = cells.map((cell): ArticleNode => ({
        type: 'tableCell',
        children: [block('paragraph', cell.trim())],
      }))
      join({ type: 'table', children: [{ type: 'tableRow', children: row }] })
    } else if (line.trim() !== '') nodes.push(block('paragraph', line))
  }
  return nodes
}
