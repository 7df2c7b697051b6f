/**
 * The one door of the demo generator: a believable workspace of a field-service company as plain data.
 *
 * Everything follows from the options: the same seed and the same `now` give the same bytes. Nothing lies after
 * `now`. Messages come channel by channel and in order of time inside a channel; tickets in order of creation.
 */
import type { DemoOptions } from './types.ts'

export { generateArticles } from './articles.ts'
export { generateDirectory } from './directory.ts'
export { generateMessages } from './messages.ts'
export { generateTickets } from './tickets.ts'
export type {
  DemoArticle,
  DemoDirectory,
  DemoMessage,
  DemoOptions,
  DemoTicket,
  DemoTicketEvent,
} from './types.ts'

/** What `npm start -- --demo` shows. */
export const demoSet: Omit<DemoOptions, 'now'> = {
  seed: 20_117,
  tickets: 320,
  messages: 6000,
  articles: 60,
  people: 24,
  months: 9,
  channels: 22,
  queues: 6,
}

/** What the benchmarks run on. */
export const largeSet: Omit<DemoOptions, 'now'> = {
  seed: 40_961,
  tickets: 100_000,
  messages: 1_000_000,
  articles: 2000,
  people: 400,
  months: 24,
  channels: 60,
  queues: 12,
}
