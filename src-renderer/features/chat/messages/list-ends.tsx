/** What stands where there are no messages: before the first, and in an empty channel. */
import { MessagesSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { EmptyState } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'

export function ChannelBeginning({
  name,
  description,
}: {
  readonly name: string
  readonly description: string
}): ReactNode {
  const { t } = useChatText()
  return (
    <div className="chat-beginning">
      <p className="chat-beginning-title">{t('beginning', { channel: name })}</p>
      {description === '' ? null : <p>{description}</p>}
    </div>
  )
}

export function NoMessages({ canWrite }: { readonly canWrite: boolean }): ReactNode {
  const { t } = useChatText()
  const keys = useShortcutKeys('chat.compose')
  return (
    <div className="chat-nothing">
      <EmptyState
        icon={<MessagesSquare aria-hidden />}
        title={t('empty.title')}
        {...(canWrite ? { text: t('empty.text') } : {})}
        {...(canWrite && keys !== undefined ? { shortcut: keys } : {})}
      />
    </div>
  )
}
