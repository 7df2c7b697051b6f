/**
 * The badge at the foot of the rail, or a line at the foot of a window without one: always honest about where the work lies,
 * whether it is saved, and who has it.
 */
import {
  Check,
  Clock,
  CloudAlert,
  CloudCheck,
  CloudDownload,
  CloudOff,
  CloudUpload,
  HardDrive,
  LoaderCircle,
  LogIn,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SyncMeta } from '#shared/contract/sync.ts'
import { useFormats } from '../i18n/locale-provider.tsx'
import { syncStanding, useConnectionWords, type SyncStanding } from '../state/sync-words.ts'
import { useSync } from '../state/sync.ts'
import { setUi, useUi } from '../state/ui.ts'
import { Popover } from '../ui/index.ts'
import { StatusReport } from './status-report.tsx'
import { SyncReport } from './sync-report.tsx'
import { useLocalStatus, type LocalStanding } from './use-local-status.ts'
import './status-badge.css'

interface LookProps {
  readonly look?: 'badge' | 'line'
}

export function StatusBadge({ look = 'badge' }: LookProps): ReactNode {
  const sync = useSync()
  const local = useLocalStatus()
  // An engine that is not there says nothing about the server, and what it said before may be over.
  const isReady = local.standing !== 'starting' && local.standing !== 'restarting'
  return sync !== null && isReady ? (
    <SyncBadge sync={sync} look={look} />
  ) : (
    <LocalBadge local={local} look={look} />
  )
}

interface LocalBadgeProps extends Required<LookProps> {
  readonly local: ReturnType<typeof useLocalStatus>
}

function LocalBadge({ local, look }: LocalBadgeProps): ReactNode {
  const { standing, sentence, word } = local
  return (
    <Popover
      label={sentence}
      placement={placements[look]}
      trigger={
        <AriaButton
          className="status-badge"
          data-look={look}
          data-standing={standing}
          aria-label={`${word}: ${sentence}`}
        >
          <LocalIcon standing={standing} />
          <span aria-hidden>{look === 'line' ? sentence : word}</span>
        </AriaButton>
      }
    >
      <StatusReport local={local} />
    </Popover>
  )
}

const placements = { badge: 'end bottom', line: 'top start' } as const

const icons: { readonly [Standing in SyncStanding]: LucideIcon } = {
  synced: CloudCheck,
  sending: CloudUpload,
  connecting: LoaderCircle,
  'catching-up': CloudDownload,
  offline: CloudOff,
  refused: CloudAlert,
  'signed-out': LogIn,
  removed: CloudAlert,
  upgrade: TriangleAlert,
  clock: Clock,
}

interface SyncBadgeProps extends Required<LookProps> {
  readonly sync: SyncMeta
}

function SyncBadge({ sync, look }: SyncBadgeProps): ReactNode {
  const { t } = useTranslation('server')
  const formats = useFormats()
  const sentence = useConnectionWords(sync)
  const standing = syncStanding(sync)
  const Icon = icons[standing]
  const { waiting, catchingUp } = sync
  // A notification of what was refused, or of a lost connection, leads here.
  const isOpen = useUi((ui) => ui.isSyncReportOpen)
  const word =
    standing === 'catching-up' && catchingUp && catchingUp.total > 0
      ? formats.percent(Math.min(1, catchingUp.done / catchingUp.total))
      : (standing === 'offline' || standing === 'sending') && waiting > 0
        ? t(`syncShort.${standing}Count`, { number: formats.number(waiting) })
        : t(`syncShort.${standing}`)
  return (
    <Popover
      label={sentence}
      placement={placements[look]}
      isOpen={isOpen}
      onOpenChange={(open) => setUi({ isSyncReportOpen: open, refusedToShow: null })}
      trigger={
        <AriaButton
          className="status-badge"
          data-look={look}
          data-standing={standing}
          aria-label={`${word}: ${sentence}`}
        >
          <Icon aria-hidden {...(standing === 'connecting' ? { className: 'status-busy' } : {})} />
          <span aria-hidden>{look === 'line' ? sentence : word}</span>
        </AriaButton>
      }
    >
      {(close) => <SyncReport sync={sync} sentence={sentence} onLeave={close} />}
    </Popover>
  )
}

function LocalIcon({ standing }: { readonly standing: LocalStanding }): ReactNode {
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
