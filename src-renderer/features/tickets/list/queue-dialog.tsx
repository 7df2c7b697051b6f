/** Makes a queue, or renames one. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueId } from '#shared/base/ids.ts'
import type { QueueRow } from '#shared/contract/tickets.ts'
import { runCommand, undoable } from '../../../state/commands.ts'
import { newId } from '../../../state/ids.ts'
import { navigate } from '../../../state/navigation.ts'
import { FormDialog, TextField } from '../../../ui/index.ts'
import { openQueueDialog, usePanelState } from '../state/panel-state.ts'

export function QueueDialog(): ReactNode {
  const queue = usePanelState((state) => state.queueDialog)
  return queue === null ? null : <OpenQueueDialog queue={queue === 'new' ? null : queue} />
}

function OpenQueueDialog({ queue }: { readonly queue: QueueRow | null }): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const [name, setName] = useState(queue?.name ?? '')
  const [description, setDescription] = useState(queue?.description ?? '')
  const close = (): void => openQueueDialog(null)

  const submit = async (): Promise<void> => {
    if (queue) {
      const { key: queueId } = queue
      const result = await undoable(
        t('queue.didRename', { name }),
        () => runCommand('queue.update', { queueId, name, description }),
        () => runCommand('queue.update', { queueId, name: queue.name, description: queue.description }),
      )
      if (result.ok) close()
      return
    }
    const queueId = newId<QueueId>()
    const result = await runCommand('queue.create', { queueId, name, description })
    if (!result.ok) return
    close()
    navigate({ area: 'tickets', view: { queueId } })
  }

  return (
    <FormDialog
      title={queue ? t('queue.rename') : t('queue.create')}
      size="small"
      submitLabel={queue ? t('common:action.save') : t('common:action.create')}
      canSubmit={name.trim() !== ''}
      className="ticket-form"
      onSubmit={submit}
      onClose={close}
    >
      {queue ? null : <p>{t('queue.help')}</p>}
      <TextField
        label={t('queue.name')}
        placeholder={t('queue.namePlaceholder')}
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
      />
      <TextField
        label={t('queue.description')}
        value={description}
        onChange={setDescription}
        maxLength={300}
      />
    </FormDialog>
  )
}
