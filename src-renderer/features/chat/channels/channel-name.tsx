/** A channel's sign and name, as they stand in lists and heads. */
import { Archive, Hash } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { Avatar } from '../../../ui/index.ts'

export function ChannelSign({
  channel,
}: {
  readonly channel: Pick<ChannelRow, 'kind' | 'name' | 'archived'>
}): ReactNode {
  if (channel.archived) return <Archive aria-hidden className="chat-sign" />
  if (channel.kind === 'direct') return <Avatar name={channel.name} size="tiny" />
  return <Hash aria-hidden className="chat-sign" />
}

/** `#backoffice`, or the name of whom one writes with. */
export function channelTitle({ kind, name }: Pick<ChannelRow, 'kind' | 'name'>): string {
  return kind === 'direct' ? name : `#${name}`
}

/** What a channel is, without what happens in it: it changes seldom. */
export type ChannelAbout = Pick<ChannelRow, 'key' | 'kind' | 'name' | 'description' | 'archived'>

/** The same object until one of its own fields changes. */
export function useChannelAbout({ key, kind, name, description, archived }: ChannelRow): ChannelAbout {
  return useMemo(() => ({ key, kind, name, description, archived }), [key, kind, name, description, archived])
}
