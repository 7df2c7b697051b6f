/** An answer to a message in place, without going to its conversation. */
import { Send } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxRow } from '#shared/contract/search.ts'
import { useLiveRow } from '../../state/live.ts'
import { usePerson } from '../../state/people.ts'
import { Button, Dialog, TextArea } from '../../ui/index.ts'
import { sendReply } from './inbox-actions.ts'

export interface ReplyDialogProps {
  readonly row: Extract<InboxRow, { readonly type: 'mention' | 'direct' }>
  readonly onClose: () => void
}

export function ReplyDialog({ row, onClose }: ReplyDialogProps): ReactNode {
  const { t } = useTranslation(['inbox', 'common'])
  const author = usePerson(row.authorId)
  const channel = useLiveRow('chat.channels', {}, row.channelId)
  const [text, setText] = useState('')
  const name = row.type === 'mention' && channel ? `#${channel.name}` : (channel?.name ?? author?.name ?? '')
  const send = (): void => {
    if (text.trim() === '') return
    void sendReply(row.channelId, text).then((isSent) => {
      if (isSent) onClose()
    })
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('reply.title', { name })}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button
            variant="primary"
            icon={<Send aria-hidden />}
            isDisabled={text.trim() === ''}
            onPress={send}
          >
            {t('reply.send')}
          </Button>
        </>
      }
    >
      <blockquote className="inbox-quote" dir="auto">
        {row.preview}
      </blockquote>
      <TextArea
        label={t('reply.label')}
        value={text}
        onChange={setText}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
          else event.continuePropagation()
        }}
      />
    </Dialog>
  )
}
