/** One model: what it is, how far fetching it is, and what can be done with it. */
import { Ellipsis } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelRow } from '#shared/contract/models.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { runCommand } from '../../../state/commands.ts'
import { addModelFromFolder } from '../../../state/models.ts'
import { showToast } from '../../../state/toasts.ts'
import {
  AlertDialog,
  Badge,
  Button,
  IconButton,
  InlineError,
  Menu,
  MenuItem,
  ProgressBar,
} from '../../../ui/index.ts'
import { FetchDialog } from './fetch-dialog.tsx'
import { describeModel, describeStop } from './model-words.ts'

/** What a model is to the searches: what they go by now, soon, should go by and cannot, or nothing. */
export type ModelStanding = 'serving' | 'next' | 'chosen' | 'none'

interface ModelItemProps {
  readonly row: ModelRow
  readonly standing: ModelStanding
  /** Where models are fetched from. */
  readonly address: string
  readonly canRun: boolean
}

type Asking = 'fetch' | 'choose' | 'remove' | null

export function ModelItem({ row, standing, address, canRun }: ModelItemProps): ReactNode {
  const { t } = useTranslation('models')
  const formats = useFormats()
  const [asking, setAsking] = useState<Asking>(null)
  const { key: modelId, name, state } = row
  const close = (): void => setAsking(null)
  const choose = async (): Promise<void> => {
    const result = await runCommand('model.choose', { modelId })
    if (result.ok) showToast({ tone: 'success', text: t('models.chosenToast', { model: name }) })
  }
  return (
    <li className="model" data-chosen={row.isChosen}>
      <div className="model-head">
        <div className="model-words">
          <p className="model-name">
            {name}
            <Marks row={row} standing={standing} />
          </p>
          <p className="index-quiet">{describeModel(row, t, formats)}</p>
        </div>
        <div className="model-actions">
          <MainAction row={row} canRun={canRun} ask={setAsking} />
          {state.type === 'built-in' || !canRun ? null : <More row={row} ask={setAsking} />}
        </div>
      </div>
      <FetchState row={row} />
      {asking === 'fetch' ? <FetchDialog row={row} address={address} onClose={close} /> : null}
      <AlertDialog
        isOpen={asking === 'choose'}
        onOpenChange={close}
        title={t('models.chooseTitle', { model: name })}
        confirmLabel={t('models.choose')}
        onConfirm={() => void choose()}
      >
        {t('models.chooseText')}
      </AlertDialog>
      <AlertDialog
        isOpen={asking === 'remove'}
        onOpenChange={close}
        title={t('models.removeTitle', { model: name })}
        confirmLabel={t('models.remove')}
        isDanger
        onConfirm={() => void runCommand('model.remove', { modelId })}
      >
        {t(row.isChosen ? 'models.removeChosenText' : 'models.removeText', {
          size: formats.bytes(row.bytes),
        })}
      </AlertDialog>
    </li>
  )
}

function Marks({ row, standing }: Pick<ModelItemProps, 'row' | 'standing'>): ReactNode {
  const { t } = useTranslation('models')
  return (
    <>
      {standing === 'none' ? null : (
        <Badge tone={standing === 'serving' ? 'success' : 'accent'}>{t(`models.standing.${standing}`)}</Badge>
      )}
      {row.state.type === 'built-in' ? <Badge>{t('models.builtIn')}</Badge> : null}
      {row.isRecommended ? <Badge tone="accent">{t('models.recommended')}</Badge> : null}
      {row.state.type === 'ready' && standing === 'none' ? <Badge>{t('models.here')}</Badge> : null}
    </>
  )
}

interface ActionProps {
  readonly row: ModelRow
  readonly ask: (what: Asking) => void
}

function MainAction({ row, canRun, ask }: ActionProps & { readonly canRun: boolean }): ReactNode {
  const { t } = useTranslation('models')
  const { key: modelId, name, state } = row
  switch (state.type) {
    case 'built-in':
    case 'ready':
      return row.isChosen || (state.type === 'ready' && !canRun) ? null : (
        <Button
          size="small"
          aria-label={t('models.chooseNamed', { model: name })}
          onPress={() => ask('choose')}
        >
          {t('models.choose')}
        </Button>
      )
    case 'available':
      return canRun ? (
        <Button
          size="small"
          aria-label={t('models.fetchNamed', { model: name })}
          onPress={() => ask('fetch')}
        >
          {t('models.fetch')}
        </Button>
      ) : null
    case 'stopped':
      return (
        <Button
          size="small"
          aria-label={t(state.doneBytes > 0 ? 'models.resumeNamed' : 'models.fetchNamed', { model: name })}
          // Begun or not, the person may not have been told yet what comes from where.
          onPress={() => (state.doneBytes > 0 ? void runCommand('model.fetch', { modelId }) : ask('fetch'))}
        >
          {t(state.doneBytes > 0 ? 'models.resume' : 'models.fetch')}
        </Button>
      )
    case 'fetching':
      return (
        <Button
          size="small"
          aria-label={t('models.stopNamed', { model: name })}
          onPress={() => void runCommand('model.cancelFetch', { modelId })}
        >
          {t('models.stop')}
        </Button>
      )
    case 'checking':
      return null
  }
}

function More({ row, ask }: ActionProps): ReactNode {
  const { t } = useTranslation('models')
  const { key: modelId, name, state } = row
  if (state.type === 'fetching' || state.type === 'checking') return null
  return (
    <Menu
      label={t('models.more', { model: name })}
      placement="bottom end"
      trigger={
        <IconButton label={t('models.more', { model: name })} size="small" icon={<Ellipsis aria-hidden />} />
      }
    >
      {state.type === 'ready' ? (
        <MenuItem label={t('models.remove')} isDanger onAction={() => ask('remove')} />
      ) : (
        <MenuItem label={t('models.fromFolder')} onAction={() => addModelFromFolder(modelId)} />
      )}
      {state.type === 'stopped' && state.doneBytes > 0 ? (
        <MenuItem
          label={t('models.discard')}
          isDanger
          onAction={() => void runCommand('model.discard', { modelId })}
        />
      ) : null}
    </Menu>
  )
}

function FetchState({ row }: { readonly row: ModelRow }): ReactNode {
  const { t } = useTranslation('models')
  const formats = useFormats()
  const { name, state } = row
  switch (state.type) {
    case 'fetching':
      return (
        <ProgressBar
          label={t('models.fetching', { model: name })}
          done={state.doneBytes}
          total={state.totalBytes}
          countText={t('models.bytesOf', {
            done: formats.bytes(state.doneBytes),
            total: formats.bytes(state.totalBytes),
          })}
        />
      )
    case 'checking':
      return (
        <p className="index-quiet" role="status">
          {t('models.checking')}
        </p>
      )
    case 'stopped': {
      const text = describeStop(state, row, t, formats)
      return state.reason === 'cancelled' ? (
        <p className="index-quiet">{text}</p>
      ) : (
        <InlineError>{text}</InlineError>
      )
    }
    case 'built-in':
    case 'available':
    case 'ready':
      return null
  }
}
