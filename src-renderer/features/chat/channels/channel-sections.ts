/** The list of channels as it is drawn: which sections, in which order, and where keys lead in it. Pure. */
import type { ChannelRow } from '#shared/contract/chat.ts'

export type ChannelSectionName = 'channels' | 'direct' | 'archived'

export interface ChannelSection {
  readonly name: ChannelSectionName
  readonly channels: readonly ChannelRow[]
}

/**
 * @param openKey the open channel, which is shown even while it is archived and the archive is folded away
 */
export function sectionsOf(
  channels: readonly ChannelRow[],
  { showsArchived, openKey }: { readonly showsArchived: boolean; readonly openKey: string | null },
): readonly ChannelSection[] {
  const live = channels.filter(({ archived }) => !archived)
  const archived = channels.filter(
    (channel) => channel.archived && (showsArchived || channel.key === openKey),
  )
  const sections: ChannelSection[] = [
    { name: 'channels', channels: live.filter(({ kind }) => kind === 'channel') },
    { name: 'direct', channels: live.filter(({ kind }) => kind === 'direct').sort(latestFirst) },
    { name: 'archived', channels: archived },
  ]
  return sections.filter((section) => section.channels.length > 0)
}

/** In the order in which they are drawn. */
export function flatten(sections: readonly ChannelSection[]): readonly ChannelRow[] {
  return sections.flatMap(({ channels }) => channels)
}

/** The channel `by` steps away; the first or last where none is open. Null at the ends. */
export function neighbourOf(
  channels: readonly ChannelRow[],
  openKey: string | null,
  by: 1 | -1,
): ChannelRow | null {
  const at = channels.findIndex(({ key }) => key === openKey)
  if (at === -1) return (by === 1 ? channels[0] : channels.at(-1)) ?? null
  return channels[at + by] ?? null
}

/** The next one with something new, after the open one and around; mentions and direct messages before the rest. */
export function nextUnread(channels: readonly ChannelRow[], openKey: string | null): ChannelRow | null {
  const at = channels.findIndex(({ key }) => key === openKey)
  const around = [...channels.slice(at + 1), ...channels.slice(0, Math.max(0, at))].filter(isUnread)
  return around.find(({ kind, mentions }) => mentions > 0 || kind === 'direct') ?? around[0] ?? null
}

export function isUnread({ unread, mentions, archived }: ChannelRow): boolean {
  return !archived && (unread > 0 || mentions > 0)
}

function latestFirst(a: ChannelRow, b: ChannelRow): number {
  return (b.lastMessage?.sentAt ?? 0) - (a.lastMessage?.sentAt ?? 0)
}
