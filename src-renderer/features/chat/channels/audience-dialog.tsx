/** Changes who sees a channel that is there. */
import { useState, type ReactNode } from 'react'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { useLiveRow } from '../../../state/live.ts'
import { useMeId } from '../../../state/people.ts'
import { showToast } from '../../../state/toasts.ts'
import { FormDialog } from '../../../ui/index.ts'
import { openAudienceDialog, useChat } from '../chat-state.ts'
import { useChatText } from '../chat-text.ts'
import { AudienceField, audienceOf } from './audience-field.tsx'
import { setAudience } from './set-audience.ts'

export function AudienceDialog(): ReactNode {
  const channelId = useChat((state) => state.audienceDialog)
  const channel = useLiveRow('chat.channels', {}, channelId ?? '')
  return channel ? <AudienceForm key={channel.key} channel={channel} /> : null
}

function AudienceForm({ channel }: { readonly channel: ChannelRow }): ReactNode {
  const { t } = useChatText()
  const meId = useMeId()
  const [audience, setAudienceState] = useState(() => audienceOf(channel.memberIds, meId))
  const close = (): void => openAudienceDialog(null)
  const save = async (): Promise<void> => {
    if (meId === null) return
    const result = await setAudience(channel.key, audience, meId)
    if (!result.ok) return
    showToast({
      tone: 'success',
      text: audience.kind === 'closed' ? t('audience.done') : t('audience.opened'),
    })
    close()
  }
  return (
    <FormDialog
      title={`${t('audience.label')}: ${channel.name}`}
      size="small"
      submitLabel={t('audience.save')}
      className="chat-form"
      onSubmit={save}
      onClose={close}
    >
      <AudienceField value={audience} onChange={setAudienceState} />
      <p className="chat-form-note">{t('audience.needsConnection')}</p>
    </FormDialog>
  )
}
