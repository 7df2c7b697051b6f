/** Asks before a message is erased: the one thing in chat that nothing brings back. */
import type { ReactNode } from 'react'
import { AlertDialog } from '../../../ui/index.ts'
import { openEraseDialog, useChat } from '../chat-state.ts'
import { useChatText } from '../chat-text.ts'
import { eraseMessage } from './message-actions.ts'

export function EraseDialog(): ReactNode {
  const { t } = useChatText()
  const messageId = useChat((state) => state.eraseDialog)
  return (
    <AlertDialog
      isOpen={messageId !== null}
      onOpenChange={() => openEraseDialog(null)}
      title={t('erase.title')}
      confirmLabel={t('erase.confirm')}
      onConfirm={() => {
        if (messageId !== null) eraseMessage(messageId, t)
      }}
      isDanger
    >
      <p>{t('erase.text')}</p>
    </AlertDialog>
  )
}
