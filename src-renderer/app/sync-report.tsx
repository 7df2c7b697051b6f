/** What the badge opens for a workspace with a server: what waits, what was refused and why, and a button to try now. */
import { RefreshCw, Server } from 'lucide-react'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncMeta } from '#shared/contract/sync.ts'
import { useFormats } from '../i18n/locale-provider.tsx'
import { runCommand } from '../state/commands.ts'
import { useLiveQuery } from '../state/live.ts'
import { navigate } from '../state/navigation.ts'
import { shortAddress } from '../state/parse-server-link.ts'
import { Button, ProgressBar } from '../ui/index.ts'
import { LocalFacts } from './status-report.tsx'
import { RefusedList, WaitingList } from './sync-lists.tsx'

export interface SyncReportProps {
  readonly sync: SyncMeta
  readonly sentence: string
  /** Somewhere else is shown: the panel goes. */
  readonly onLeave: () => void
}

export function SyncReport({ sync, sentence, onLeave }: SyncReportProps): ReactNode {
  const { t } = useTranslation('server')
  const { meta } = useLiveQuery('engine.status', {})
  const { connection, catchingUp, waiting, refused, address } = sync
  const canTry = connection.type === 'offline' || connection.type === 'connecting'
  const openSettings = (): void => {
    onLeave()
    navigate({ area: 'settings', section: 'server' })
  }
  return (
    <div className="status-report" data-wide="">
      <h2>{sentence}</h2>
      <Explanation sync={sync} />
      {catchingUp ? (
        <ProgressBar label={t('panel.catchingUp')} done={catchingUp.done} total={catchingUp.total} />
      ) : null}
      {waiting > 0 ? <WaitingList onLeave={onLeave} /> : null}
      {refused > 0 ? <RefusedList onLeave={onLeave} /> : null}
      <LocalFacts meta={meta} server={shortAddress(address ?? '')} />
      <div className="status-report-actions">
        {canTry ? (
          <Button
            size="small"
            icon={<RefreshCw aria-hidden />}
            onPress={() => void runCommand('sync.now', {})}
          >
            {t('panel.now')}
          </Button>
        ) : null}
        <Button size="small" variant="ghost" icon={<Server aria-hidden />} onPress={openSettings}>
          {t('panel.settings')}
        </Button>
      </div>
    </div>
  )
}

/** What it means and what one can do; nothing where there is nothing to do. */
function Explanation({ sync }: { readonly sync: SyncMeta }): ReactNode {
  const { t } = useTranslation('server')
  const { connection } = sync
  switch (connection.type) {
    case 'offline':
      return (
        <p>
          {t('panel.offlineText')}{' '}
          {connection.retryAt === null ? t('panel.noNetwork') : <NextTry atMs={connection.retryAt} />}
        </p>
      )
    case 'signed-out':
      return <p>{t('panel.signedOutText')}</p>
    case 'removed':
      return <p>{t('panel.removedText')}</p>
    case 'upgrade':
      return <p>{t(`panel.upgradeText.${connection.which}`)}</p>
    case 'none':
    case 'connecting':
    case 'online':
      return sync.refused > 0 ? <p>{t('panel.refusedText')}</p> : null
  }
}

/** Counts down while one looks at it. */
function NextTry({ atMs }: { readonly atMs: number }): ReactNode {
  const { t } = useTranslation('server')
  const formats = useFormats()
  const seconds = useSyncExternalStore(everySecond, () => Math.max(1, Math.ceil((atMs - Date.now()) / 1000)))
  return t('panel.nextTry', { duration: formats.duration(seconds * 1000) })
}

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1_000)
  return () => clearInterval(timer)
}
