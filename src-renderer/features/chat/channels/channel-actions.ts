/** What one can do with a channel, each to be undone where that can be. */
import type { ChannelRow } from '#shared/contract/chat.ts'
import type { ChatText } from '../chat-text.ts'
import { runCommand, undoable } from '../../../state/commands.ts'
import type { ChannelAbout } from './channel-name.tsx'

/** Everything in the channel counts as read. */
export function markChannelRead({ key, lastMessage }: Pick<ChannelRow, 'key' | 'lastMessage'>): void {
  if (lastMessage) void runCommand('chat.markRead', { channelId: key, upTo: lastMessage.id })
}

export function setArchived(channel: ChannelAbout, archived: boolean, t: ChatText): void {
  const update = (value: boolean) => runCommand('channel.update', { channelId: channel.key, archived: value })
  const done = archived
    ? t('archive.done', { channel: channel.name })
    : t('archive.undone', { channel: channel.name })
  void undoable(
    done,
    () => update(archived),
    () => update(!archived),
  )
}
