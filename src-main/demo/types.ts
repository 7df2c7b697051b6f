/**
 * What the demo generator hands to an importer: plain data, no Yjs, no SQLite, no ids from outside.
 * Every id is a ULID whose time part is the time of the event that it names.
 */

export type DemoLanguage = 'de' | 'en'

export interface DemoOptions {
  readonly seed: number
  /** Epoch milliseconds. Nothing that is generated lies after it. */
  readonly now: number
  readonly tickets: number
  readonly messages: number
  readonly articles: number
  readonly people: number
  readonly months: number
  /** Channels and direct conversations together. */
  readonly channels: number
  readonly queues: number
}

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: 'owner' | 'admin' | 'agent' | 'guest'
  readonly language: DemoLanguage
  readonly title: string
}

export interface DemoQueue {
  readonly id: string
  readonly name: string
  readonly description: string
}

export interface DemoChannel {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly topics: readonly string[]
  readonly kind: 'channel' | 'direct'
  readonly memberIds: readonly string[]
}

export interface DemoDirectory {
  readonly workspaceName: string
  readonly people: readonly DemoPerson[]
  readonly queues: readonly DemoQueue[]
  readonly channels: readonly DemoChannel[]
  /** The person whose screen the demo shows. */
  readonly me: string
  /** The service mailbox: creates tickets that came by e-mail or web, closes solved ones. Never an owner, never chats. */
  readonly intake: string
}

export interface DemoReaction {
  readonly emoji: string
  readonly personIds: readonly string[]
}

export interface DemoMessage {
  readonly id: string
  readonly channelId: string
  readonly authorId: string
  /** Markdown, as it was sent. */
  readonly text: string
  readonly topic: string | null
  /** An earlier message of the same channel. */
  readonly replyTo: string | null
  readonly reactions: readonly DemoReaction[]
  /** The text after the author's correction, where there was one. */
  readonly editedText: string | null
}

export type DemoTicketState = 'new' | 'open' | 'pending' | 'solved' | 'closed'
export type DemoTicketPriority = 1 | 2 | 3 | 4
export type DemoTicketField = 'state' | 'priority' | 'ownerId' | 'queueId'

/**
 * One change of one field. A ticket starts as `new`, unowned, in the queue and with the priority that the
 * first event of that field calls `from` (or, with no such event, with the final value).
 */
export interface DemoTicketEvent {
  readonly id: string
  readonly at: number
  readonly actorId: string
  readonly field: DemoTicketField
  readonly from: string | number | null
  readonly to: string | number | null
}

export interface DemoReply {
  readonly id: string
  /** Null for the customer. */
  readonly authorId: string | null
  readonly from: 'agent' | 'customer'
  readonly text: string
  readonly channel: 'email' | 'web' | 'phone'
}

export interface DemoNote {
  readonly id: string
  readonly authorId: string
  readonly text: string
}

export interface DemoTicket {
  readonly id: string
  readonly number: number
  readonly queueId: string
  readonly title: string
  readonly description: string
  readonly createdBy: string
  readonly customer: { readonly name: string; readonly email: string; readonly organisation: string }
  readonly state: DemoTicketState
  /** 1 is the most urgent. */
  readonly priority: DemoTicketPriority
  readonly ownerId: string | null
  readonly tags: readonly string[]
  readonly language: DemoLanguage
  readonly replies: readonly DemoReply[]
  readonly notes: readonly DemoNote[]
  readonly history: readonly DemoTicketEvent[]
  readonly pendingUntil: number | null
}

export type DemoBlock =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }

export interface DemoArticle {
  readonly id: string
  readonly spaceName: string
  readonly title: string
  readonly language: DemoLanguage
  readonly category: string
  readonly tags: readonly string[]
  readonly createdBy: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly blocks: readonly DemoBlock[]
  readonly translationOf: string | null
}
