/** What the rows of a list share, made of its parts. */
import { useMemo } from 'react'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useMeId, usePeople } from '../../../state/people.ts'
import type { Point } from '../../../ui/index.ts'
import { editMessage, setComposer } from '../chat-state.ts'
import { useChatText } from '../chat-text.ts'
import type { RowActions, RowContext } from './row-context.ts'

/** What lies over the list, and for which message. */
export interface RowOverlay {
  readonly type: 'menu' | 'reactions'
  readonly messageId: MessageId
  readonly at: Point
}

export interface RowContextDeps {
  readonly channelId: ChannelId
  readonly onCompose: () => void
  readonly jumpTo: (id: MessageId) => void
  readonly show: (id: MessageId) => void
  readonly focusMessage: (id: MessageId) => void
  readonly setOverlay: (overlay: RowOverlay) => void
}

/** The same object until the language or the people change. */
export function useRowContext({
  channelId,
  onCompose,
  jumpTo,
  show,
  focusMessage,
  setOverlay,
}: RowContextDeps): RowContext {
  const { t } = useChatText()
  const formats = useFormats()
  const people = usePeople()
  const meId = useMeId()
  const actions = useMemo(
    (): RowActions => ({
      openMenu: (message, at) => setOverlay({ type: 'menu', messageId: message.key, at }),
      openReactions: (message, at) => setOverlay({ type: 'reactions', messageId: message.key, at }),
      reply: (message) => {
        setComposer(channelId, {
          replyTo: { id: message.id, authorId: message.authorId, text: message.text.slice(0, 200) },
          ...(message.topic === null ? {} : { topic: message.topic }),
        })
        onCompose()
      },
      edit: (message) => {
        show(message.key)
        editMessage(message.key)
      },
      endEdit: (messageId) => {
        editMessage(null)
        focusMessage(messageId)
      },
      jumpTo,
      useTopic: (topic) => {
        setComposer(channelId, { topic })
        onCompose()
      },
    }),
    [channelId, onCompose, jumpTo, show, focusMessage, setOverlay],
  )
  return useMemo(() => ({ t, formats, people, meId, actions }), [t, formats, people, meId, actions])
}
