/** Into a team by its invite: the link, then who invites to what, and who one is. */
import { UserPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '#shared/contract/contract.ts'
import { parseServerLink, shortAddress } from '../state/parse-server-link.ts'
import { EmailField, LinkField, NameField } from './fields.tsx'
import { minPasswordLength, PasswordField } from './password-field.tsx'
import { StepDialog } from './step-dialog.tsx'
import { fieldOf, useServerForm } from './use-server-form.ts'

export interface JoinDialogProps {
  /** What was pasted or opened; empty to ask for it. */
  readonly link: string
  readonly onClose: () => void
  readonly onDone: () => void
}

interface ReadInvite {
  readonly address: string
  readonly code: string
  readonly about: RequestOutput<'server.readInvite'>
}

export function JoinDialog({ link: given, onClose, onDone }: JoinDialogProps): ReactNode {
  const { t } = useTranslation('server')
  const form = useServerForm()
  const [link, setLink] = useState(given)
  const [invite, setInvite] = useState<ReadInvite | null>(null)
  const [personName, setPersonName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')

  const readInvite = async (): Promise<void> => {
    const parsed = parseServerLink(link)
    if (parsed?.type !== 'join') {
      form.fail({ type: 'invalid-address' })
      return
    }
    const { address, code } = parsed
    setInvite(null)
    const answer = await form.send('server.readInvite', { address, code })
    if (!answer) return
    setInvite({ address, code, about: answer.value })
    if (email === '') setEmail(answer.value.email)
  }
  const join = async (): Promise<void> => {
    if (!invite) return
    const { address, code } = invite
    if (await form.send('server.join', { address, code, personName, email, password })) onDone()
  }

  if (invite === null || (form.error !== null && isAboutLink(form.error))) {
    const wrongLink = form.error?.type === 'invalid-address' ? t('join.notALink') : form.errorOf('link')
    return (
      <StepDialog
        title={t('join.title')}
        actLabel={t('join.next')}
        canAct={link.trim() !== ''}
        isBusy={form.isBusy}
        error={form.errorBeside(['link'])}
        onAct={() => void readInvite()}
        onClose={onClose}
      >
        <p className="connect-text">{t('join.linkText')}</p>
        <LinkField kind="join" value={link} onChange={setLink} errorMessage={wrongLink} autoFocus />
      </StepDialog>
    )
  }
  const { about, address } = invite
  return (
    <StepDialog
      title={t('join.title')}
      actLabel={t('join.act', { workspace: about.workspaceName })}
      canAct={personName.trim() !== '' && email.trim() !== '' && password.length >= minPasswordLength}
      isBusy={form.isBusy}
      error={form.errorBeside(['personName', 'email', 'password'])}
      onAct={() => void join()}
      onClose={onClose}
      onBack={() => {
        form.clear()
        setInvite(null)
      }}
    >
      <div className="connect-invite">
        <UserPlus aria-hidden />
        <p>
          <strong>
            {about.invitedBy === ''
              ? t('join.invited', { workspace: about.workspaceName })
              : t('join.invitedBy', { who: about.invitedBy, workspace: about.workspaceName })}
          </strong>
          <span>{t('join.as', { role: t(`role.${about.role}`), address: shortAddress(address) })}</span>
        </p>
      </div>
      <NameField
        value={personName}
        onChange={setPersonName}
        errorMessage={form.errorOf('personName')}
        autoFocus
      />
      <EmailField value={email} onChange={setEmail} errorMessage={form.errorOf('email')} />
      <PasswordField
        kind="new"
        label={t('field.password')}
        value={password}
        onChange={setPassword}
        description={t('join.passwordHint')}
        errorMessage={form.errorOf('password')}
      />
    </StepDialog>
  )
}

/** Without a server that answers, the second step stays as it is, and one tries again. */
function isAboutLink(error: Parameters<typeof fieldOf>[0]): boolean {
  return fieldOf(error) === 'link' && error.type !== 'unreachable'
}
