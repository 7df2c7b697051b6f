/** What the index by meaning holds, how far it is, and what a person can do about it. */
import { Pause, Play, RotateCcw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndexMeta, IndexRow, ModelName } from '#shared/contract/index-care.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { runCommand } from '../../../state/commands.ts'
import { useLiveQuery, useLiveRow } from '../../../state/live.ts'
import { showToast } from '../../../state/toasts.ts'
import {
  AlertDialog,
  Badge,
  Banner,
  Button,
  InlineError,
  ProgressBar,
  Switch,
  type Tone,
} from '../../../ui/index.ts'
import './search-models.css'

export function IndexCare(): ReactNode {
  const { t } = useTranslation('models')
  const { meta, rows, status } = useLiveQuery('index.status', {})
  if (status === 'error') return <InlineError>{t('failed')}</InlineError>
  if (!meta) return null
  return (
    <div className="index-care">
      {meta.modelError === null ? null : (
        <Banner tone="warning" title={t(`index.modelError.${meta.modelError}`)} />
      )}
      <Facts meta={meta} />
      <Progress meta={meta} />
      <Kinds rows={rows} />
      <div className="index-actions">
        <PauseButton meta={meta} />
        <Rebuild />
      </div>
    </div>
  )
}

const tones: { readonly [State in IndexMeta['state']]: Tone } = {
  idle: 'success',
  working: 'info',
  paused: 'neutral',
  failed: 'danger',
}

function Facts({ meta }: { readonly meta: IndexMeta }): ReactNode {
  const { t } = useTranslation('models')
  const formats = useFormats()
  const { state, pausedBy, chunks, bytes } = meta
  const text =
    state === 'paused'
      ? t(pausedBy === 'battery' ? 'index.stateText.pausedByBattery' : 'index.stateText.pausedByPerson')
      : t(`index.stateText.${state}`)
  return (
    <dl className="index-facts">
      <dt>{t('index.state')}</dt>
      <dd>
        <Badge tone={tones[state]}>{t(`index.stateName.${state}`)}</Badge>{' '}
        <span className="index-quiet">{text}</span>
      </dd>
      <dt>{t('index.model')}</dt>
      <dd>{meta.serving === null ? t('index.noModel') : <ModelLabel model={meta.serving} />}</dd>
      <dt>{t('index.passages')}</dt>
      <dd>{formats.number(chunks)}</dd>
      <dt>{t('index.size')}</dt>
      <dd>{formats.bytes(bytes)}</dd>
    </dl>
  )
}

/** By its name, where the catalogue still has it. */
function ModelLabel({ model }: { readonly model: ModelName }): ReactNode {
  return useModelName(model.id)
}

function useModelName(id: string): string {
  return useLiveRow('model.list', {}, id)?.name ?? id
}

function Progress({ meta }: { readonly meta: IndexMeta }): ReactNode {
  const { t } = useTranslation('models')
  const next = useModelName(meta.next?.id ?? '')
  const { progress } = meta
  if (progress === null) return null
  return (
    <ProgressBar
      label={meta.next === null ? t('index.progress') : t('index.changing', { model: next })}
      done={progress.done}
      total={progress.total}
      {...(progress.secondsLeft === null ? {} : { remainingMs: progress.secondsLeft * 1_000 })}
    />
  )
}

function PauseButton({ meta }: { readonly meta: IndexMeta }): ReactNode {
  const { t } = useTranslation('models')
  const isPaused = meta.pausedBy === 'person'
  if (!isPaused && meta.state !== 'working') return null
  return (
    <Button
      icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
      onPress={() => void runCommand('index.pause', { on: !isPaused })}
    >
      {isPaused ? t('index.resume') : t('index.pause')}
    </Button>
  )
}

function Kinds({ rows }: { readonly rows: readonly IndexRow[] }): ReactNode {
  const { t } = useTranslation('models')
  return (
    <div role="group" aria-label={t('index.kinds')}>
      <h4 className="index-heading">{t('index.kinds')}</h4>
      <ul className="index-kinds">
        {rows.map((row) => (
          <li key={row.key}>
            <Kind row={row} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Kind({ row }: { readonly row: IndexRow }): ReactNode {
  const { t } = useTranslation('models')
  const formats = useFormats()
  const { key, included, sources, chunks, failed } = row
  const counted = [
    t(`index.count.${key}`, { count: sources, number: formats.number(sources) }),
    t('index.chunks', { count: chunks, number: formats.number(chunks) }),
    ...(failed > 0 ? [t('index.unreadable', { count: failed, number: formats.number(failed) })] : []),
  ]
  return (
    <Switch
      isSelected={included}
      onChange={(on) => void runCommand('index.include', { kind: key, on })}
      className="index-kind"
    >
      <span className="index-kind-words">
        <span>{t(`index.kind.${key}`)}</span>
        <span className="index-quiet">{included ? counted.join(' · ') : t('index.left')}</span>
      </span>
    </Switch>
  )
}

function Rebuild(): ReactNode {
  const { t } = useTranslation('models')
  const [isAsking, setAsking] = useState(false)
  const rebuild = async (): Promise<void> => {
    const result = await runCommand('index.rebuild', {})
    if (result.ok) showToast({ tone: 'success', text: t('index.rebuildStarted') })
  }
  return (
    <>
      <Button icon={<RotateCcw aria-hidden />} onPress={() => setAsking(true)}>
        {t('index.rebuild')}
      </Button>
      <AlertDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('index.rebuildTitle')}
        confirmLabel={t('index.rebuild')}
        onConfirm={() => void rebuild()}
      >
        {t('index.rebuildText')}
      </AlertDialog>
    </>
  )
}
