/** Invites: made, copied, and taken back. A link is shown once, since the server keeps no copy that could be read. */
import { Mail } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invite } from '#shared/contract/server-api.ts'
import { runRequest } from '../../../state/commands.ts'
import { usePeople } from '../../../state/people.ts'
import { useCanManage } from '../../../state/sync.ts'
import { showToast } from '../../../state/toasts.ts'
import { Button, RelativeTime } from '../../../ui/index.ts'
import { AskedList } from '../asked-list.tsx'
import { useAsked } from '../use-asked.ts'
import { NewInvite } from './new-invite.tsx'

export function InvitesSetting(): ReactNode {
  const { t } = useTranslation('server')
  const canManage = useCanManage()
  return canManage ? <Invites /> : <p className="server-quiet">{t('invites.notYours')}</p>
}

function Invites(): ReactNode {
  const { t } = useTranslation('server')
  const { answer, error, isBusy, again } = useAsked('server.listInvites', {})
  const revoke = async (invite: Invite): Promise<void> => {
    const result = await runRequest('server.endInvite', { id: invite.inviteId })
    if (!result.ok) return
    showToast({ tone: 'success', text: t('invites.revoked') })
    again()
  }
  return (
    <div className="people">
      <NewInvite onMade={again} />
      {answer?.invites.length === 0 ? <p className="server-quiet">{t('invites.none')}</p> : null}
      <AskedList label={t('invites.open')} error={error} isBusy={isBusy} onAgain={again}>
        {answer?.invites.map((invite) => (
          <InviteRow key={invite.inviteId} invite={invite} onRevoke={() => void revoke(invite)} />
        ))}
      </AskedList>
    </div>
  )
}

function InviteRow({
  invite,
  onRevoke,
}: {
  readonly invite: Invite
  readonly onRevoke: () => void
}): ReactNode {
  const { t } = useTranslation(['server', 'settings', 'common'])
  const people = usePeople()
  const by = people.get(invite.createdBy)?.name ?? t('common:unknownPerson')
  const whom = invite.email === '' ? t('invites.anybody') : invite.email
  return (
    <li className="person-row">
      <Mail aria-hidden className="server-row-icon" />
      <span className="person-words">
        <span className="person-name">{whom}</span>
        <span className="person-detail">
          {t('invites.by', { name: by })} · {t('invites.until')} <RelativeTime atMs={invite.expiresAt} />
        </span>
      </span>
      <span className="person-detail">{t(`settings:people.role.${invite.role}`)}</span>
      <Button size="small" aria-label={t('invites.revokeNamed', { whom })} onPress={onRevoke}>
        {t('invites.revoke')}
      </Button>
    </li>
  )
}
