/** The kinds of things that concern a person, and how much of a place they want to hear. */

/**
 * `message`: in a direct conversation, in answer to me, or in a channel of which I want all. `queue`: a ticket that is
 * nobody's comes into a queue of which I want all. `offline`: the connection is lost for long and work waits.
 */
export const noticeKinds = [
  'message',
  'mention',
  'keyword',
  'assigned',
  'queue',
  'reply',
  'refused',
  'offline',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/**
 * Of a channel or queue. Usual is `all` for direct conversations and `mentions` for channels and queues: of a queue
 * that is what concerns me, and `all` also what is still nobody's.
 */
export const noticeLevels = ['all', 'mentions', 'none'] as const
export type NoticeLevel = (typeof noticeLevels)[number]

/** What can sleep until a time. */
export const snoozeTypes = ['channel', 'ticket'] as const
