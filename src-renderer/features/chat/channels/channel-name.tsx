/** A channel's sign and name, as they stand in lists and heads. */
import { Archive, Hash, NotebookPen } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { usePeople } from '../../../state/people.ts'
import { useOnline } from '../../../state/presence.ts'
import { Avatar } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'

export function ChannelSign({
  channel,
}: {
  readonly channel: Pick<ChannelRow, 'kind' | 'name' | 'archived'> & Partial<Pick<ChannelRow, 'memberIds'>>
}): ReactNode {
  if (channel.archived) return <Archive aria-hidden className="chat-sign" />
  if (isNotes(channel)) return <NotebookPen aria-hidden className="chat-sign" />
  if (channel.kind === 'direct') return <PersonSign name={channel.name} />
  return <Hash aria-hidden className="chat-sign" />
}

/** A conversation with nobody but oneself. */
export const isNotes = ({
  kind,
  memberIds,
}: Pick<ChannelRow, 'kind'> & Partial<Pick<ChannelRow, 'memberIds'>>) =>
  kind === 'direct' && memberIds?.length === 1

/** Whom one writes with, and whether they are here. The row knows them by name only. */
function PersonSign({ name }: { readonly name: string }): ReactNode {
  const { t } = useChatText()
  const online = useOnline()
  const people = usePeople()
  const isPresent = online.size > 0 && [...online].some((id) => people.get(id)?.name === name)
  return (
    <>
      <Avatar name={name} size="tiny" isPresent={isPresent} />
      {isPresent ? <span className="ui-visually-hidden">{t('server:presence.online')}</span> : null}
    </>
  )
}

/** `#backoffice`, or the name of whom one writes with. */
export function channelTitle({ kind, name }: Pick<ChannelRow, 'kind' | 'name'>): string {
  return kind === 'direct' ? name : `#${name}`
}

/** What a channel is, without what happens in it: it changes seldom. */
export type ChannelAbout = Pick<
  ChannelRow,
  'key' | 'kind' | 'name' | 'description' | 'archived' | 'memberIds'
>

/** The same object until one of its own fields changes. */
export function useChannelAbout({
  key,
  kind,
  name,
  description,
  archived,
  memberIds,
}: ChannelRow): ChannelAbout {
  return useMemo(
    () => ({ key, kind, name, description, archived, memberIds }),
    [key, kind, name, description, archived, memberIds],
  )
}
