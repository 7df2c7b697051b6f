/** What the inbox does with what waits, without leaving it. */
import type { ChannelId, MessageId, PersonId, TicketId } from '#shared/base/ids.ts'
import { runCommand, undoable } from '../../state/commands.ts'
import { i18n } from '../../state/i18n.ts'
import { newId } from '../../state/ids.ts'

/** The ticket becomes the person's, and they can take it back. */
export async function claim(ticketId: TicketId, me: PersonId | null): Promise<void> {
  if (me === null) return
  await undoable(
    i18n.t('inbox:claimed'),
    () => runCommand('ticket.update', { ticketId, fields: { ownerId: me } }),
    () => runCommand('ticket.update', { ticketId, fields: { ownerId: null } }),
  )
}

/** A message into the conversation; what was there before it has been read. False where it was not sent. */
export async function sendReply(channelId: ChannelId, text: string): Promise<boolean> {
  const messageId = newId<MessageId>()
  const sent = await runCommand('chat.send', { channelId, messageId, text })
  if (sent.ok) await runCommand('chat.markRead', { channelId, upTo: messageId }, { isSilent: true })
  return sent.ok
}
