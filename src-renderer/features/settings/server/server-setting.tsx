/** Where the workspace stands: on this device alone, or with which server, as whom, and how that is going. */
import { CloudUpload, LogIn, LogOut } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncMeta } from '#shared/contract/sync.ts'
import { SetUpDialog } from '../../../connect/set-up-dialog.tsx'
import { SignInDialog } from '../../../connect/sign-in-dialog.tsx'
import { runRequest } from '../../../state/commands.ts'
import { shortAddress } from '../../../state/parse-server-link.ts'
import { useMe, useWorkspace } from '../../../state/people.ts'
import { useConnectionWords } from '../../../state/sync-words.ts'
import { useSync } from '../../../state/sync.ts'
import { showToast } from '../../../state/toasts.ts'
import { AlertDialog, Badge, Button, type Tone } from '../../../ui/index.ts'
import './server.css'

export function ServerSetting(): ReactNode {
  const sync = useSync()
  return sync === null ? <NoServer /> : <WithServer sync={sync} />
}

function NoServer(): ReactNode {
  const { t } = useTranslation('server')
  const me = useMe()
  const workspace = useWorkspace()
  const [isMoving, setMoving] = useState(false)
  if (!me || !workspace) return null
  return (
    <div className="server">
      <p>{t('page.none')}</p>
      <p className="server-quiet">{t('page.noneText')}</p>
      <div className="server-actions">
        <Button icon={<CloudUpload aria-hidden />} onPress={() => setMoving(true)}>
          {t('page.move')}
        </Button>
      </div>
      {isMoving ? (
        <SetUpDialog
          link=""
          moving={{ workspaceName: workspace.name, personName: me.name, email: me.email }}
          onClose={() => setMoving(false)}
          onDone={() => {
            setMoving(false)
            showToast({ tone: 'success', text: t('page.moved', { workspace: workspace.name }) })
          }}
        />
      ) : null}
    </div>
  )
}

const tones: { readonly [Type in SyncMeta['connection']['type']]: Tone } = {
  none: 'neutral',
  connecting: 'info',
  online: 'success',
  offline: 'warning',
  'signed-out': 'danger',
  removed: 'danger',
  upgrade: 'danger',
}

function WithServer({ sync }: { readonly sync: SyncMeta }): ReactNode {
  const { t } = useTranslation(['server', 'settings'])
  const words = useConnectionWords(sync)
  const { connection, address, email, role } = sync
  return (
    <div className="server">
      <dl className="server-facts">
        <dt>{t('page.address')}</dt>
        <dd>{shortAddress(address ?? '')}</dd>
        <dt>{t('page.account')}</dt>
        <dd>{email}</dd>
        <dt>{t('page.role')}</dt>
        <dd>{role === null ? '–' : t(`settings:people.role.${role}`)}</dd>
        <dt>{t('page.state')}</dt>
        <dd>
          <Badge tone={tones[connection.type]}>{t(`connection.${connection.type}`)}</Badge>{' '}
          <span className="server-quiet">{words}</span>
        </dd>
      </dl>
      {connection.type === 'signed-out' ? <SignInAgain sync={sync} /> : null}
      {connection.type === 'signed-out' || connection.type === 'removed' ? null : <SignOut sync={sync} />}
    </div>
  )
}

function SignInAgain({ sync }: { readonly sync: SyncMeta }): ReactNode {
  const { t } = useTranslation('server')
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="server-actions">
      <Button variant="primary" icon={<LogIn aria-hidden />} onPress={() => setOpen(true)}>
        {t('page.signInAgain')}
      </Button>
      {isOpen ? (
        <SignInDialog
          again={{ address: sync.address ?? '', email: sync.email ?? '' }}
          onClose={() => setOpen(false)}
          onDone={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}

/** The work stays here, but what waits goes on waiting: that is said before. */
function SignOut({ sync }: { readonly sync: SyncMeta }): ReactNode {
  const { t } = useTranslation('server')
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="server-actions">
      <Button icon={<LogOut aria-hidden />} onPress={() => setAsking(true)}>
        {t('page.signOut')}
      </Button>
      <AlertDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('page.signOutTitle')}
        confirmLabel={t('page.signOut')}
        onConfirm={() => void runRequest('server.signOut', {})}
      >
        <p>{t('page.signOutText')}</p>
        <p>
          {sync.waiting === 0 ? t('page.signOutNothing') : t('page.signOutWaiting', { count: sync.waiting })}
        </p>
      </AlertDialog>
    </div>
  )
}
