import {
  chatDocId,
  settingsDocId,
  type ChannelId,
  type MessageId,
  type PersonId,
  type SpaceId,
} from '#shared/base/ids.ts'
import { withoutUndefined } from '#shared/base/object.ts'
import { err, ok } from '#shared/base/result.ts'
import type { chatCommands } from '#shared/contract/chat.ts'
import type { CommandParsed } from '#shared/contract/contract.ts'
import {
  appendMessage,
  deleteMessage,
  editMessage,
  eraseMessage,
  hasMessage,
  isErased,
  restoreMessage,
  setReaction,
} from '#shared/model/chat/chat.ts'
import { setDraft, setReadMarker } from '#shared/model/personal/personal.ts'
import { setSpaceSettings } from '#shared/model/settings/space-settings.ts'
import { findSpace } from '../projections/spaces.ts'
import type { DocumentRef } from '../documents/update-log.ts'
import { eraseFiles, requireFiles, sendFiles } from './attachment-commands.ts'
import {
  isAdmin,
  requireMe,
  requireSpace,
  type CommandContext,
  type CommandHandlers,
  type Handled,
  type Me,
} from './context.ts'
import { clearDraft, personalRef } from './drafts.ts'
import { findMentions } from './mentions.ts'
import { createChannel } from './workspace-commands.ts'

const chatKinds = ['channel', 'direct'] as const

export const chatHandlers: CommandHandlers<keyof typeof chatCommands> = {
  'channel.create'(context, { channelId, name, description }) {
    const me = requireMe(context)
    if (!me.ok) return me
    if (findSpace(context.db, channelId)) return err({ type: 'already-exists', what: 'channel' })
    createChannel(context, channelId, { name, description })
    return ok()
  },
  'channel.update'(context, { channelId, ...changes }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const space = requireSpace(context, me.value, channelId, chatKinds)
    if (!space.ok) return space
    context.documents.transact({ docId: settingsDocId(channelId), spaceId: channelId }, (doc) =>
      setSpaceSettings(doc, withoutUndefined(changes)),
    )
    return ok()
  },
  'chat.send'(context, message) {
    return sendMessage(context, message, `channel/${message.channelId}`)
  },
  'chat.edit'(context, { messageId, text }) {
    return changeMessage(context, messageId, 'author', (ref, me) => {
      const mentions = findMentions(context.db, text, me.id)
      context.documents.transact(ref, (doc) => editMessage(doc, messageId, text, mentions, context.now()))
    })
  },
  'chat.delete'(context, { messageId }) {
    return changeMessage(context, messageId, 'author', (ref, me) => {
      context.documents.transact(ref, (doc) => deleteMessage(doc, messageId, me.id, context.now()))
    })
  },
  'chat.restore'(context, { messageId }) {
    return changeMessage(context, messageId, 'author', (ref) => {
      // What was erased is not there to come back.
      if (context.documents.read(ref.docId, (doc) => isErased(doc, messageId)) === true) return
      context.documents.transact(ref, (doc) => restoreMessage(doc, messageId))
    })
  },
  'chat.erase'(context, { messageId }) {
    return changeMessage(context, messageId, 'author-or-admin', (ref, me) => {
      const eraseCarried = eraseFiles(context, messageId)
      context.documents.transact(ref, (doc) => eraseMessage(doc, messageId, me.id, context.now()))
      context.documents.erasePast(ref.docId)
      eraseCarried()
    })
  },
  'chat.react'(context, { messageId, emoji, on }) {
    return changeMessage(context, messageId, 'member', (ref, me) => {
      context.documents.transact(ref, (doc) => setReaction(doc, messageId, me.id, emoji, on))
    })
  },
  'chat.markRead'(context, { channelId, upTo }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const space = requireSpace(context, me.value, channelId, chatKinds)
    if (!space.ok) return space
    context.documents.transact(personalRef(me.value), (doc) => setReadMarker(doc, channelId, upTo))
    return ok()
  },
  'draft.save'(context, { key, text }) {
    const me = requireMe(context)
    if (!me.ok) return me
    context.documents.transact(personalRef(me.value), (doc) => setDraft(doc, key, text, context.now()))
    return ok()
  },
}

/** Sends what is on a draft: its text and files are taken off it, and of no other. */
export function sendMessage(
  context: CommandContext,
  { channelId, messageId, text, topic, replyTo, attachments }: CommandParsed<'chat.send'>,
  draftKey: string,
): Handled {
  const me = requireMe(context)
  if (!me.ok) return me
  const space = requireSpace(context, me.value, channelId, chatKinds)
  if (!space.ok) return space
  if (findChannelOf(context, messageId)) return err({ type: 'already-exists', what: 'message' })
  const files = requireFiles(context, attachments)
  if (!files.ok) return files
  const mentions = findMentions(context.db, text, me.value.id)
  context.documents.transact(segment(channelId, messageId), (doc) => {
    appendMessage(doc, {
      id: messageId,
      authorId: me.value.id,
      text,
      topic: topic === '' ? null : topic,
      replyTo,
      mentions,
      at: context.now(),
      attachments: files.value,
    })
  })
  clearDraft(context, me.value, draftKey)
  sendFiles(context, draftKey, channelId, files.value)
  return ok()
}

const segment = (channelId: ChannelId, messageId: MessageId): DocumentRef => ({
  docId: chatDocId(channelId, messageId),
  spaceId: channelId,
})

interface MessagePlace {
  readonly channelId: SpaceId
  readonly authorId: PersonId | null
}

function findChannelOf({ db }: CommandContext, messageId: MessageId): MessagePlace | undefined {
  return db.get<MessagePlace>(
    `SELECT space_id AS channelId, author_id AS authorId FROM messages JOIN spaces ON space_key = channel_key
     WHERE message_id = ?`,
    [messageId],
  )
}

/** Changes a message of a channel that I am in, if I am who may. */
function changeMessage(
  context: CommandContext,
  messageId: MessageId,
  who: 'author' | 'author-or-admin' | 'member',
  change: (ref: DocumentRef, me: Me) => void,
): Handled {
  const me = requireMe(context)
  if (!me.ok) return me
  const missing = err({ type: 'not-found', what: 'message' })
  const place = findChannelOf(context, messageId)
  if (!place || !requireSpace(context, me.value, place.channelId, chatKinds).ok) return missing
  const mayChange =
    who === 'member' || place.authorId === me.value.id || (who !== 'author' && isAdmin(context, me.value))
  if (!mayChange) return err({ type: 'not-author' })
  const ref = segment(place.channelId as ChannelId, messageId)
  if (context.documents.read(ref.docId, (doc) => hasMessage(doc, messageId)) !== true) return missing
  change(ref, me.value)
  return ok()
}
