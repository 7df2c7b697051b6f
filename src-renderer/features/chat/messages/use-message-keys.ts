/** The keys of the message list. They work while it has the focus, or while nothing in particular has. */
import type { RefObject } from 'react'
import type { MessageId } from '#shared/base/ids.ts'
import type { MessageRow } from '#shared/contract/chat.ts'
import { useShortcuts } from '../../../state/shortcuts.ts'
import type { Point } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import { copyLink, copyText, deleteMessage } from './message-actions.ts'
import type { RowContext } from './row-context.ts'

export interface MessageKeysDeps {
  readonly root: RefObject<HTMLElement | null>
  readonly rows: readonly MessageRow[]
  readonly active: MessageRow | null
  readonly context: RowContext
  readonly pointOf: (key: MessageId) => Point
  readonly setActive: (key: MessageId | null) => void
  readonly showNewest: () => void
  readonly markUnreadFrom: (id: MessageId) => void
  readonly onCompose: () => void
}

export function useMessageKeys(deps: MessageKeysDeps): void {
  const { t } = useChatText()
  const { root, rows, active, context, pointOf, setActive } = deps
  const { actions, meId } = context

  const hasFocus = (): boolean =>
    document.activeElement === document.body || (root.current?.contains(document.activeElement) ?? false)
  const move = (by: 1 | -1): void => {
    const at = active ? rows.indexOf(active) : rows.length
    const next = active ? rows[at + by] : rows.at(-1)
    if (next) setActive(next.key)
    else if (by === 1) deps.onCompose()
  }
  const isThere = (): boolean => active !== null && active.deletedAt === null && hasFocus()
  const isMine = (): boolean => isThere() && active?.authorId === meId
  const withActive = (run: (message: MessageRow) => void) => () => {
    if (active) run(active)
  }
  const open = (message: MessageRow): void => {
    if (message.replyTo === null) actions.reply(message)
    else actions.jumpTo(message.replyTo)
  }

  useShortcuts('chat', [
    {
      action: 'chat.messageDown',
      keys: ['j', 'ArrowDown'],
      label: t('key.messageDown'),
      run: () => move(1),
      when: hasFocus,
      isHiddenInPalette: true,
    },
    {
      action: 'chat.messageUp',
      keys: ['k', 'ArrowUp'],
      label: t('key.messageUp'),
      run: () => move(-1),
      when: hasFocus,
      isHiddenInPalette: true,
    },
    {
      action: 'chat.openMessage',
      keys: 'Enter',
      label: t('key.openMessage'),
      run: withActive(open),
      when: isThere,
      isHiddenInPalette: true,
    },
    { action: 'chat.reply', keys: 'r', label: t('reply'), run: withActive(actions.reply), when: isThere },
    { action: 'chat.edit', keys: 'e', label: t('edit'), run: withActive(actions.edit), when: isMine },
    {
      action: 'chat.react',
      keys: '+',
      label: t('react'),
      run: withActive((message) => actions.openReactions(message, pointOf(message.key))),
      when: isThere,
    },
    {
      action: 'chat.delete',
      keys: 'Delete',
      label: t('delete'),
      run: withActive((message) => deleteMessage(message, t)),
      when: isMine,
    },
    {
      action: 'chat.copyText',
      keys: 'Mod+C',
      label: t('copyText'),
      run: withActive((message) => copyText(message, t)),
      when: () => isThere() && document.getSelection()?.isCollapsed !== false,
    },
    {
      action: 'chat.copyLink',
      keys: '',
      label: t('copyLink'),
      run: withActive(({ key }) => copyLink(key, t)),
      when: isThere,
    },
    {
      action: 'chat.markUnread',
      keys: 'u',
      label: t('markUnread'),
      run: withActive(({ key }) => deps.markUnreadFrom(key)),
      when: isThere,
    },
    {
      action: 'chat.newest',
      keys: ['End', 'Shift+G'],
      label: t('jumpToLatest'),
      run: deps.showNewest,
      when: hasFocus,
    },
  ])
}
