/** The page that says why the workspace cannot be opened, what was kept, and what can be done. */
import { Activity, ArrowLeft, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineState, RecoveryAction } from '#shared/contract/bridge.ts'
import { onMenuAction, recover, showLogs } from '../state/engine.ts'
import { openWorkspace, useWorkspaces } from '../state/workspaces.ts'
import { Button } from '../ui/index.ts'
import './engine-gate.css'

type OpenFailure = Extract<EngineState, { readonly type: 'failed' }>['error']
type Action = RecoveryAction | 'logs'

const DiagnosticsDialog = lazy(async () => ({
  default: (await import('../features/settings/diagnostics/diagnostics-dialog.tsx')).DiagnosticsDialog,
}))

/** The first is the one to try first. Nothing here deletes anything: a file that is set aside stays. */
function actionsFor(error: OpenFailure): readonly Action[] {
  switch (error.type) {
    case 'newer-version':
      return ['quit', 'show-folder']
    case 'corrupt':
      return error.backup === null
        ? ['start-empty', 'show-folder', 'quit']
        : ['restore-backup', 'start-empty', 'show-folder', 'quit']
    case 'read-only':
    case 'disk-full':
      return ['retry', 'show-folder', 'quit']
    case 'in-use':
      return ['retry', 'quit']
    case 'failed':
    case 'crashed':
      return ['retry', 'logs', 'show-folder', 'quit']
  }
}

/** What is wrong with one workspace keeps nobody from another. */
function OtherWorkspaces(): ReactNode {
  const { t } = useTranslation('server')
  const { current, list } = useWorkspaces()
  const others = list.filter(({ id, name }) => id !== current && name !== '')
  if (others.length === 0) return null
  return (
    <nav aria-label={t('workspaces.otherOnes')} className="app-failed-actions">
      {others.map(({ id, name }) => (
        <Button key={id} variant="ghost" icon={<ArrowLeft aria-hidden />} onPress={() => openWorkspace(id)}>
          {t('workspaces.open', { workspace: name })}
        </Button>
      ))}
    </nav>
  )
}

/** Everything that can be known without the workspace, and a report of it; by the menu's entry, too. */
function Diagnostics(): ReactNode {
  const { t } = useTranslation('diagnostics')
  const [isOpen, setOpen] = useState(false)
  useEffect(
    () =>
      onMenuAction((action) => {
        if (action === 'diagnostics') setOpen(true)
      }),
    [],
  )
  return (
    <div className="app-failed-actions">
      <Button variant="ghost" icon={<Activity aria-hidden />} onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <DiagnosticsDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

export function EngineFailed({ error }: { readonly error: OpenFailure }): ReactNode {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const run = (action: Action): void => {
    if (action === 'logs') {
      void showLogs()
      return
    }
    setBusy(action !== 'show-folder')
    void recover(action).finally(() => setBusy(false))
  }
  return (
    <main className="app-failed">
      <div className="app-failed-page" role="alert">
        <TriangleAlert aria-hidden className="app-failed-icon" />
        <h1>{t(`failed.${error.type}.title`)}</h1>
        <p>{t(`failed.${error.type}.text`, { ...error })}</p>
        <p className="app-failed-kept">
          {error.type === 'corrupt' && error.backup !== null
            ? t('failed.corrupt.keptBackup', { backup: error.backup })
            : t(`failed.${error.type}.kept`)}
        </p>
        <div className="app-failed-actions">
          {actionsFor(error).map((action, index) => (
            <Button
              key={action}
              variant={index === 0 ? 'primary' : action === 'quit' ? 'ghost' : 'secondary'}
              isDisabled={isBusy}
              onPress={() => run(action)}
            >
              {t(`failed.action.${action}`)}
            </Button>
          ))}
        </div>
        <Diagnostics />
        <OtherWorkspaces />
      </div>
    </main>
  )
}
