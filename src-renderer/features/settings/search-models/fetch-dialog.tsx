/** Before anything is fetched: what, from where, how much, and under which licence. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelRow } from '#shared/contract/models.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { runCommand } from '../../../state/commands.ts'
import { Button, Dialog } from '../../../ui/index.ts'

interface FetchDialogProps {
  readonly row: ModelRow
  readonly address: string
  readonly onClose: () => void
}

export function FetchDialog({ row, address, onClose }: FetchDialogProps): ReactNode {
  const { t } = useTranslation(['models', 'ui'])
  const formats = useFormats()
  const [isBusy, setBusy] = useState(false)
  const doneBytes = row.state.type === 'stopped' ? row.state.doneBytes : 0
  const size = formats.bytes(row.bytes - doneBytes)
  const start = async (): Promise<void> => {
    setBusy(true)
    await runCommand('model.fetch', { modelId: row.key })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('models.fetchTitle', { model: row.name })}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button variant="primary" isPending={isBusy} onPress={start}>
            {t('models.fetchAct', { size })}
          </Button>
        </>
      }
    >
      <p>{t('models.fetchText', { size })}</p>
      <dl className="index-facts">
        <dt>{t('models.address')}</dt>
        <dd>
          {address}/{row.repository}
        </dd>
        <dt>{t('models.licenceLabel')}</dt>
        <dd>{row.licence}</dd>
      </dl>
    </Dialog>
  )
}
