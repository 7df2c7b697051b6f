/** What one can do with a message. All but the first few lines of each are somebody else's work: commands and undo. */
import type { MessageId, PersonId } from '#shared/base/ids.ts'
import type { MessageRow } from '#shared/contract/chat.ts'
import { runCommand, undoable } from '../../../state/commands.ts'
import { placeLink } from '../../../state/place-links.ts'
import type { ChatText } from '../chat-text.ts'
import { showToast } from '../../../state/toasts.ts'

export function deleteMessage({ key }: MessageRow, t: ChatText): void {
  void undoable(
    t('deleted'),
    () => runCommand('chat.delete', { messageId: key }),
    () => restoreMessage(key),
  )
}

/** Cannot be taken back: ask first. */
export function eraseMessage(messageId: MessageId, t: ChatText): void {
  void runCommand('chat.erase', { messageId }).then((result) => {
    if (result.ok) showToast({ tone: 'success', text: t('erase.done') })
  })
}

export function restoreMessage(messageId: MessageId) {
  return runCommand('chat.restore', { messageId })
}

/** Puts my reaction on, or takes it away where it is. */
export function toggleReaction(message: MessageRow, emoji: string, meId: PersonId | null): void {
  const isMine = message.reactions.some(
    (reaction) => reaction.emoji === emoji && meId !== null && reaction.personIds.includes(meId),
  )
  void runCommand('chat.react', { messageId: message.key, emoji, on: !isMine })
}

export function copyText({ text }: MessageRow, t: ChatText): void {
  copy(text, t('textCopied'), t)
}

export function copyLink(messageId: MessageId, t: ChatText): void {
  copy(placeLink('message', messageId), t('linkCopied'), t)
}

function copy(text: string, done: string, t: ChatText): void {
  navigator.clipboard.writeText(text).then(
    () => showToast({ id: 'chat-copied', tone: 'success', text: done }),
    () => showToast({ id: 'chat-copied', tone: 'danger', text: t('copyFailed') }),
  )
}
