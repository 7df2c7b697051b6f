/** Language models that answers can be written by: which there are, and what each may do without asking. */
import { Bot, Ellipsis, FileUp, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProviderRow } from '#shared/contract/providers.ts'
import { runCommand } from '../../../state/commands.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { addModelFile } from '../../../state/models.ts'
import { showToast } from '../../../state/toasts.ts'
import { AlertDialog, Badge, Button, IconButton, InlineError, Menu, MenuItem } from '../../../ui/index.ts'
import { ProviderDialog } from './provider-dialog.tsx'
import './search-models.css'

export function Providers(): ReactNode {
  const { t } = useTranslation('models')
  const { rows, status } = useLiveQuery('provider.list', {})
  const [open, setOpen] = useState<ProviderRow | 'new' | null>(null)
  const [wrongFile, setWrongFile] = useState<'no-model' | 'unreadable' | null>(null)
  const addFile = async (): Promise<void> => {
    const outcome = await addModelFile()
    if (outcome === 'added')
      showToast({ id: 'model-file-added', tone: 'success', text: t('providers.fileAdded') })
    setWrongFile(outcome === 'added' || outcome === 'cancelled' ? null : outcome)
  }
  if (status === 'error') return <InlineError>{t('failed')}</InlineError>
  if (status === 'loading') return null
  return (
    <div className="models">
      {rows.length === 0 ? (
        <p className="index-quiet">{t('providers.none')}</p>
      ) : (
        <ul className="model-list" aria-label={t('providers.list')}>
          {rows.map((row) => (
            <ProviderItem key={row.key} row={row} onChange={() => setOpen(row)} />
          ))}
        </ul>
      )}
      <div className="index-actions">
        <Button icon={<Plus aria-hidden />} onPress={() => setOpen('new')}>
          {t('providers.add')}
        </Button>
        <Button icon={<FileUp aria-hidden />} onPress={() => void addFile()}>
          {t('providers.addFile')}
        </Button>
      </div>
      {wrongFile === null ? null : <InlineError>{t(`providers.fileNot.${wrongFile}`)}</InlineError>}
      {open === null ? null : (
        <ProviderDialog provider={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

interface ProviderItemProps {
  readonly row: ProviderRow
  readonly onChange: () => void
}

function ProviderItem({ row, onChange }: ProviderItemProps): ReactNode {
  const { t } = useTranslation('models')
  const [isRemoving, setRemoving] = useState(false)
  const { key: providerId, name } = row
  const disapprove = async (): Promise<void> => {
    const result = await runCommand('provider.disapprove', { providerId })
    if (result.ok) showToast({ tone: 'success', text: t('providers.disapproved') })
  }
  return (
    <li className="model">
      <div className="model-head">
        <Bot aria-hidden className="provider-icon" />
        <div className="model-words">
          <p className="model-name">
            {name}
            <Badge tone={row.reach === 'internet' ? 'warning' : 'neutral'}>
              {t(`providers.reach.${row.reach}`)}
            </Badge>
            {row.isInsecure ? <Badge tone="danger">{t('providers.unencrypted')}</Badge> : null}
            {row.isApproved ? <Badge tone="info">{t('providers.approved')}</Badge> : null}
          </p>
          <p className="index-quiet">
            {row.type === 'file' ? row.address : `${row.model} · ${row.address}`}
            {row.isApproved ? null : <> · {t('providers.asksFirst')}</>}
          </p>
        </div>
        <div className="model-actions">
          <Button size="small" aria-label={t('providers.changeNamed', { name })} onPress={onChange}>
            {t('providers.change')}
          </Button>
          <Menu
            label={t('models.more', { model: name })}
            placement="bottom end"
            trigger={
              <IconButton
                label={t('models.more', { model: name })}
                size="small"
                icon={<Ellipsis aria-hidden />}
              />
            }
          >
            {row.isApproved ? (
              <MenuItem label={t('providers.disapprove')} onAction={() => void disapprove()} />
            ) : null}
            <MenuItem label={t('providers.remove')} isDanger onAction={() => setRemoving(true)} />
          </Menu>
        </div>
      </div>
      <AlertDialog
        isOpen={isRemoving}
        onOpenChange={setRemoving}
        title={t('providers.removeTitle', { name })}
        confirmLabel={t('providers.remove')}
        isDanger
        onConfirm={() => void runCommand('provider.remove', { providerId })}
      >
        {t(row.type === 'file' ? 'providers.removeFileText' : 'providers.removeText')}
      </AlertDialog>
    </li>
  )
}
