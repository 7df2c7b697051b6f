/** The draft of an article out of a ticket: what was reported, and what the team answered last. */
import { ticketDocId, type TicketId } from '#shared/base/ids.ts'
import type { ArticleNode } from '#shared/model/article/article-node.ts'
import { readReplies, readTicket } from '#shared/model/ticket/read-ticket.ts'
import type { Reply } from '#shared/model/ticket/ticket.ts'
import type { CommandContext } from '../commands/context.ts'
import { linesToNodes } from './lines-to-nodes.ts'

export interface TicketArticle {
  readonly title: string
  readonly tags: readonly string[]
  readonly content: readonly ArticleNode[]
}

/** Null where the ticket is not here. Internal notes stay out: an article is read by more people than they are for. */
export function articleFromTicket(
  { documents }: CommandContext,
  ticketId: TicketId,
  headings: { readonly problem: string; readonly solution: string },
): TicketArticle | null {
  return documents.read(ticketDocId(ticketId), (doc) => {
    const { title, description, tags } = readTicket(doc)
    const replies = readReplies(doc)
    const firstOfCustomer = replies.find(({ from }) => from === 'customer')?.text ?? ''
    const problem = description.trim() === '' ? firstOfCustomer : description
    return {
      title,
      tags,
      content: [
        heading(headings.problem),
        ...orEmpty(linesToNodes(problem)),
        heading(headings.solution),
        ...orEmpty(lastOfTeam(replies).flatMap(({ text }) => linesToNodes(text))),
      ],
    }
  })
}

/** What the team wrote after the customer's last question; where the customer had the last word, what came before it. */
function lastOfTeam(replies: readonly Reply[]): readonly Reply[] {
  const last = replies.findLastIndex(({ from }) => from === 'agent')
  if (last === -1) return []
  let first = last
  while (first > 0 && replies[first - 1]?.from === 'agent') first--
  return replies.slice(first, last + 1)
}

const heading = (text: string): ArticleNode => ({
  type: 'heading',
  level: 2,
  children: [{ type: 'text', text, marks: [] }],
})

const orEmpty = (nodes: readonly ArticleNode[]): readonly ArticleNode[] =>
  nodes.length > 0 ? nodes : [{ type: 'paragraph', children: [] }]
