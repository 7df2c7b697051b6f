/** The badge at the foot of the rail: always honest about where the work lies and whether it is saved. */
import { Check, HardDrive, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useSyncExternalStore, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../i18n/locale-provider.tsx'
import { useEngineState, useWasEngineReady } from '../state/engine.ts'
import { useLiveQuery } from '../state/live.ts'
import { Popover, ProgressBar, RelativeTime, useTicker } from '../ui/index.ts'
import './status-badge.css'

type Standing = 'saved' | 'indexing' | 'starting' | 'restarting'

export function StatusBadge(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const engine = useEngineState()
  const wasReady = useWasEngineReady()
  const { meta } = useLiveQuery('engine.status', {})
  const savedAt = useRelative(meta?.lastCommitAt ?? null)

  const indexing = meta?.indexing ?? null
  const standing: Standing =
    engine.type !== 'ready' ? (wasReady ? 'restarting' : 'starting') : indexing ? 'indexing' : 'saved'
  const progress = indexing
    ? { done: formats.number(indexing.done), total: formats.number(indexing.total) }
    : { done: '', total: '' }
  const sentences: Readonly<Record<Standing, string>> = {
    saved: savedAt === null ? t('status.saved') : t('status.savedAt', { when: savedAt }),
    indexing: t('status.indexing', progress),
    starting: t('status.starting'),
    restarting: t('status.restarting'),
  }
  const words: Readonly<Record<Standing, string>> = {
    saved: t('status.savedShort'),
    indexing: indexing ? formats.percent(indexing.total === 0 ? 1 : indexing.done / indexing.total) : '',
    starting: t('status.startingShort'),
    restarting: t('status.restartingShort'),
  }

  return (
    <Popover
      label={sentences[standing]}
      placement="right bottom"
      trigger={
        <AriaButton
          className="status-badge"
          data-standing={standing}
          aria-label={`${words[standing]}: ${sentences[standing]}`}
        >
          <StandingIcon standing={standing} />
          <span aria-hidden>{words[standing]}</span>
        </AriaButton>
      }
    >
      <div className="status-report">
        <h2>{sentences[standing]}</h2>
        <p>{t('status.noServerText')}</p>
        {indexing ? (
          <ProgressBar label={t('status.indexingLabel')} done={indexing.done} total={indexing.total} />
        ) : null}
        <dl>
          <dt>{t('status.lastSaved')}</dt>
          <dd>
            {meta && meta.lastCommitAt !== null ? (
              <RelativeTime atMs={meta.lastCommitAt} />
            ) : (
              t('status.never')
            )}
          </dd>
          <dt>{t('status.size')}</dt>
          <dd>{meta ? formats.bytes(meta.databaseBytes) : '–'}</dd>
          <dt>{t('status.server')}</dt>
          <dd>{t('status.noServer')}</dd>
          {indexing ? null : (
            <>
              <dt>{t('status.indexingLabel')}</dt>
              <dd>{t('status.indexed')}</dd>
            </>
          )}
        </dl>
      </div>
    </Popover>
  )
}

function StandingIcon({ standing }: { readonly standing: Standing }): ReactNode {
  switch (standing) {
    case 'saved':
      return (
        <span className="status-saved" aria-hidden>
          <HardDrive />
          <Check />
        </span>
      )
    case 'restarting':
      return <TriangleAlert aria-hidden />
    case 'starting':
    case 'indexing':
      return <LoaderCircle aria-hidden className="status-busy" />
  }
}

/** "5 min ago", kept right as time passes; null for never. */
function useRelative(atMs: number | null): string | null {
  const formats = useFormats()
  const ticker = useTicker()
  return useSyncExternalStore(ticker.subscribe, () =>
    atMs === null ? null : formats.relative(atMs, ticker.nowMs()),
  )
}
