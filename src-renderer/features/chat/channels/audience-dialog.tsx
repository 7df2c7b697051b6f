/** Changes who sees a channel that is there. */
import { useState, type ReactNode, type SubmitEvent } from 'react'
import type { ChannelId } from '#shared/base/ids.ts'
import { useLiveRow } from '../../../state/live.ts'
import { useMeId } from '../../../state/people.ts'
import { showToast } from '../../../state/toasts.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import { openAudienceDialog, useChat } from '../chat-state.ts'
import { useChatText } from '../chat-text.ts'
import { AudienceField, everybody } from './audience-field.tsx'
import { setAudience } from './set-audience.ts'

export function AudienceDialog(): ReactNode {
  const channelId = useChat((state) => state.audienceDialog)
  return channelId === null ? null : <AudienceForm key={channelId} channelId={channelId} />
}

function AudienceForm({ channelId }: { readonly channelId: ChannelId }): ReactNode {
  const { t } = useChatText()
  const channel = useLiveRow('chat.channels', {}, channelId)
  const meId = useMeId()
  const [audience, setAudienceState] = useState(everybody)
  const [isBusy, setBusy] = useState(false)
  const close = (): void => openAudienceDialog(null)
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy || meId === null) return
    setBusy(true)
    const result = await setAudience(channelId, audience, meId)
    setBusy(false)
    if (!result.ok) return
    showToast({
      tone: 'success',
      text: audience.kind === 'closed' ? t('audience.done') : t('audience.opened'),
    })
    close()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={`${t('audience.label')}: ${channel?.name ?? ''}`}
      size="small"
      actions={
        <>
          <Button onPress={close}>{t('common:action.cancel')}</Button>
          <Button variant="primary" type="submit" form="audience-form" isPending={isBusy}>
            {t('audience.save')}
          </Button>
        </>
      }
    >
      <form id="audience-form" className="chat-form" onSubmit={save}>
        <AudienceField value={audience} onChange={setAudienceState} />
        <p className="chat-form-note">
          {t('audience.replaces')} {t('audience.needsConnection')}
        </p>
      </form>
    </Dialog>
  )
}
