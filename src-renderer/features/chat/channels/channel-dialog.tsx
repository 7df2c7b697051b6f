/** Makes a channel, or changes its name and description. */
import { useState, type ReactNode } from 'react'
import type { ChannelId } from '#shared/base/ids.ts'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { runCommand } from '../../../state/commands.ts'
import { newId } from '../../../state/ids.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { navigate } from '../../../state/navigation.ts'
import { useMeId } from '../../../state/people.ts'
import { useHasServer } from '../../../state/sync.ts'
import { showToast } from '../../../state/toasts.ts'
import { FormDialog, TextField } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import { openChannelDialog, useChat } from '../chat-state.ts'
import { AudienceField, everybody } from './audience-field.tsx'
import { setAudience } from './set-audience.ts'

/** The contract's limits; its values are not loaded into the window. */
const maxName = 100
const maxDescription = 300

export function ChannelDialog(): ReactNode {
  const target = useChat((state) => state.channelDialog)
  const { rows } = useLiveQuery('chat.channels', {})
  const channel =
    target === null || target === 'new' ? null : (rows.find(({ key }) => key === target) ?? null)
  if (target === null || (target !== 'new' && !channel)) return null
  return <ChannelForm key={target} channel={channel} others={rows} />
}

interface ChannelFormProps {
  readonly channel: ChannelRow | null
  readonly others: readonly ChannelRow[]
}

function ChannelForm({ channel, others }: ChannelFormProps): ReactNode {
  const { t } = useChatText()
  const [name, setName] = useState(channel?.name ?? '')
  const [description, setDescription] = useState(channel?.description ?? '')
  const [audience, setAudienceState] = useState(everybody)
  const hasServer = useHasServer()
  const meId = useMeId()
  const clean = name.trim()
  const isTaken = others.some(
    ({ key, kind, name: other }) =>
      key !== channel?.key && kind === 'channel' && other.toLowerCase() === clean.toLowerCase(),
  )
  const close = (): void => openChannelDialog(null)

  const save = async (): Promise<void> => {
    const channelId = channel?.key ?? newId<ChannelId>()
    const input = { channelId, name: clean, description: description.trim() }
    const result = await runCommand(channel ? 'channel.update' : 'channel.create', input)
    if (!result.ok) return
    close()
    if (channel) return
    navigate({ area: 'chat', channelId })
    if (audience.kind === 'open' || meId === null) return
    const closed = await setAudience(channelId, audience, meId, { isNew: true, isSilent: true })
    if (!closed.ok) showToast({ tone: 'danger', text: t('audience.failed') })
  }

  return (
    <FormDialog
      title={channel ? t('editChannel') : t('newChannel')}
      size="small"
      submitLabel={channel ? t('common:action.save') : t('createChannel')}
      canSubmit={clean !== ''}
      className="chat-form"
      onSubmit={save}
      onClose={close}
    >
      <TextField
        label={t('channelName')}
        value={name}
        onChange={setName}
        maxLength={maxName}
        autoFocus
        isRequired
        {...(isTaken ? { description: t('nameTaken') } : {})}
      />
      <TextField
        label={t('channelDescription')}
        value={description}
        onChange={setDescription}
        maxLength={maxDescription}
        placeholder={t('channelDescriptionHint')}
      />
      {hasServer && !channel ? (
        <AudienceField value={audience} onChange={setAudienceState} />
      ) : (
        <p className="chat-form-note">{hasServer ? t('audience.seers') : t('channelAudience')}</p>
      )}
      {audience.kind === 'closed' ? <p className="chat-form-note">{t('audience.needsConnection')}</p> : null}
    </FormDialog>
  )
}
