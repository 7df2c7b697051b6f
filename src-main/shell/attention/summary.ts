/** What all workspaces together have for the person, for the tray and the badge. */
import type { AttentionCounts, UnreadConversation } from '#shared/contract/attention.ts'

export interface WorkspaceCounts {
  readonly id: string
  readonly name: string
  readonly counts: AttentionCounts
  readonly isOffline: boolean
}

export interface MenuConversation extends UnreadConversation {
  readonly workspaceId: string
  /** Null where there is only one. */
  readonly workspaceName: string | null
}

export const trayStates = ['synced', 'offline', 'unread', 'mention'] as const
export type TrayState = (typeof trayStates)[number]

export interface Summary {
  readonly state: TrayState
  readonly unread: number
  readonly mentions: number
  readonly waiting: number
  readonly isOffline: boolean
  /** Null where nothing is paused. */
  readonly pausedUntil: number | null
  readonly conversations: readonly MenuConversation[]
}

const maxConversations = 8

export function summarise(workspaces: readonly WorkspaceCounts[], now: number): Summary {
  const sum = (of: (workspace: WorkspaceCounts) => number) =>
    workspaces.reduce((total, workspace) => total + of(workspace), 0)
  const unread = sum(({ counts }) => counts.unread)
  const mentions = sum(({ counts }) => counts.mentions)
  const offline = workspaces.filter(({ counts, isOffline }) => counts.hasServer && isOffline)
  const waiting = offline.reduce((total, { counts }) => total + counts.waiting, 0)
  const pauses = workspaces.flatMap(({ counts: { pausedUntil } }) =>
    pausedUntil !== null && pausedUntil > now ? [pausedUntil] : [],
  )
  const hasSeveral = workspaces.length > 1
  return {
    state: mentions > 0 ? 'mention' : unread > 0 ? 'unread' : waiting > 0 ? 'offline' : 'synced',
    unread,
    mentions,
    waiting,
    isOffline: offline.length > 0,
    pausedUntil: pauses.length > 0 ? Math.max(...pauses) : null,
    conversations: workspaces
      .flatMap(({ id, name, counts }) =>
        counts.conversations.map((conversation) => ({
          ...conversation,
          workspaceId: id,
          workspaceName: hasSeveral ? name : null,
        })),
      )
      .sort((a, b) => (b.lastMessageId ?? '').localeCompare(a.lastMessageId ?? ''))
      .slice(0, maxConversations),
  }
}
