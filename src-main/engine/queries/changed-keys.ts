/**
 * Names of what a transaction changed, and what a query depends on. A query runs again only where the two meet.
 *
 *   workspace · people · channels · channel:{ChannelId} · tickets · ticket:{TicketId} · queues · tags
 *   draft:{key} · draftFiles:{key} · files · articles · article:{ArticleId} · articleLog:{ArticleId}
 *   ticketArticles:{TicketId} · inbox · status · sync · presence:{topic}
 *   library · libraryFile:{LibraryFileId} · models · index · notify
 *   questions · question:{QuestionId} · question:all · providers · routing
 */
export type ChangedKey = string

/** Which files there are, or where they are, has changed: for the storage view, and for what moves them. */
export const attachmentsChanged: ChangedKey = 'files'

export interface ChangedKeys {
  add(...keys: readonly ChangedKey[]): void
  /** What has come together since the last call. */
  take(): ReadonlySet<ChangedKey>
}

export function createChangedKeys(): ChangedKeys {
  let keys = new Set<ChangedKey>()
  return {
    add: (...more) => {
      for (const key of more) keys.add(key)
    },
    take() {
      const taken = keys
      keys = new Set()
      return taken
    },
  }
}
