import {
  Copy,
  CornerUpLeft,
  CornerUpRight,
  Eraser,
  EyeOff,
  Link,
  Pencil,
  SmilePlus,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { MessageRow } from '#shared/contract/chat.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { ContextMenu, MenuItem, MenuSeparator, type Point } from '../../../ui/index.ts'
import { openEraseDialog } from '../chat-state.ts'
import { copyLink, copyText, deleteMessage } from './message-actions.ts'
import type { RowContext } from './row-context.ts'

export interface MessageMenuProps {
  readonly message: MessageRow
  readonly at: Point
  readonly context: RowContext
  readonly onMarkUnread: () => void
  readonly onClose: () => void
}

export function MessageMenu({ message, at, context, onMarkUnread, onClose }: MessageMenuProps): ReactNode {
  const { t, meId, actions } = context
  const { replyTo } = message
  return (
    <ContextMenu label={t('messageActions')} at={at} onClose={onClose}>
      <Item
        action="chat.reply"
        label={t('reply')}
        icon={<CornerUpLeft aria-hidden />}
        run={() => actions.reply(message)}
      />
      <Item
        action="chat.react"
        label={t('react')}
        icon={<SmilePlus aria-hidden />}
        run={() => actions.openReactions(message, at)}
      />
      {replyTo === null ? null : (
        <Item
          action="chat.openMessage"
          label={t('goToOriginal')}
          icon={<CornerUpRight aria-hidden />}
          run={() => actions.jumpTo(replyTo)}
        />
      )}
      <MenuSeparator />
      <Item
        action="chat.copyText"
        label={t('copyText')}
        icon={<Copy aria-hidden />}
        run={() => copyText(message, t)}
      />
      <Item
        action="chat.copyLink"
        label={t('copyLink')}
        icon={<Link aria-hidden />}
        run={() => copyLink(message.key, t)}
      />
      <Item
        action="chat.markUnread"
        label={t('markUnread')}
        icon={<EyeOff aria-hidden />}
        run={onMarkUnread}
      />
      {message.authorId === meId ? (
        <>
          <MenuSeparator />
          <Item
            action="chat.edit"
            label={t('edit')}
            icon={<Pencil aria-hidden />}
            run={() => actions.edit(message)}
          />
          <Item
            action="chat.delete"
            label={t('delete')}
            icon={<Trash2 aria-hidden />}
            isDanger
            run={() => deleteMessage(message, t)}
          />
          <MenuItem
            label={t('erase.action')}
            icon={<Eraser aria-hidden />}
            isDanger
            onAction={() => openEraseDialog(message.key)}
          />
        </>
      ) : null}
    </ContextMenu>
  )
}

interface ItemProps {
  readonly action: string
  readonly label: string
  readonly icon: ReactNode
  readonly isDanger?: boolean
  readonly run: () => void
}

function Item({ action, label, icon, isDanger = false, run }: ItemProps): ReactNode {
  const keys = useShortcutKeys(action)
  return (
    <MenuItem
      label={label}
      icon={icon}
      isDanger={isDanger}
      onAction={run}
      {...(keys === undefined || keys === '' ? {} : { shortcut: keys })}
    />
  )
}
