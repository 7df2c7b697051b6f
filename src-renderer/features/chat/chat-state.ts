/**
 * What chat holds between two visits of a channel, while the window lives: what is being answered, the topic, what is
 * being edited. Texts themselves are drafts (state/drafts.ts) and outlive the window.
 */
import { create } from 'zustand'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import type { MessageRow } from '#shared/contract/chat.ts'
import { forgetWithWorkspace } from '../../state/workspaces.ts'

/** What is being answered, as it was when that was chosen: it may leave the screen meanwhile. */
export type Answered = Pick<MessageRow, 'id' | 'authorId' | 'text'>

export interface ComposerContext {
  readonly replyTo: Answered | null
  readonly topic: string
}

interface ChatState {
  readonly showsArchived: boolean
  /** `new`, or the channel whose name and description are being changed. */
  readonly channelDialog: 'new' | ChannelId | null
  /** The channel whose audience is being changed. */
  readonly audienceDialog: ChannelId | null
  /** The message that is about to be erased. */
  readonly eraseDialog: MessageId | null
  readonly editingId: MessageId | null
  readonly composers: Readonly<Record<ChannelId, ComposerContext>>
}

export const useChat = create<ChatState>(() => ({
  showsArchived: false,
  channelDialog: null,
  audienceDialog: null,
  eraseDialog: null,
  editingId: null,
  composers: {},
}))

forgetWithWorkspace(useChat)

export const emptyComposer: ComposerContext = { replyTo: null, topic: '' }

export function getComposer(channelId: ChannelId): ComposerContext {
  return useChat.getState().composers[channelId] ?? emptyComposer
}

export function useComposer(channelId: ChannelId): ComposerContext {
  return useChat((state) => state.composers[channelId]) ?? emptyComposer
}

export function setComposer(channelId: ChannelId, change: Partial<ComposerContext>): void {
  useChat.setState(({ composers }) => ({
    composers: { ...composers, [channelId]: { ...getComposer(channelId), ...change } },
  }))
}

export function editMessage(editingId: MessageId | null): void {
  useChat.setState({ editingId })
}

export function openChannelDialog(channelDialog: 'new' | ChannelId | null): void {
  useChat.setState({ channelDialog })
}

export function openAudienceDialog(audienceDialog: ChannelId | null): void {
  useChat.setState({ audienceDialog })
}

export function openEraseDialog(eraseDialog: MessageId | null): void {
  useChat.setState({ eraseDialog })
}
