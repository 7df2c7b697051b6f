/**
 * Names of what a transaction changed, and what a query depends on. A query runs again only where the two meet.
 *
 *   workspace · people · channels · channel:{ChannelId} · tickets · ticket:{TicketId} · queues · tags
 *   draft:{key} · articles · article:{ArticleId} · inbox · status · sync · presence:{topic}
 */
export type ChangedKey = string

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
