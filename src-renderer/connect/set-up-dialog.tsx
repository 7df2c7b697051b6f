/**
 * The first account of a new server, with the link that it printed at its first start. A local workspace that is open
 * moves there as a whole, under its own names, and the dialog says what that means before it happens.
 */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { parseServerLink, shortAddress } from '../state/parse-server-link.ts'
import { Banner } from '../ui/index.ts'
import { EmailField, LinkField, NameField, WorkspaceNameField } from './fields.tsx'
import { minPasswordLength, PasswordField } from './password-field.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useServerForm } from './use-server-form.ts'

export interface SetUpDialogProps {
  readonly link: string
  /** The local workspace that moves; without it a new one is made on the server. */
  readonly moving?: { readonly workspaceName: string; readonly personName: string; readonly email: string }
  readonly onClose: () => void
  readonly onDone: () => void
}

export function SetUpDialog({ link: given, moving, onClose, onDone }: SetUpDialogProps): ReactNode {
  const { t } = useTranslation(['server', 'common'])
  const form = useServerForm()
  const [link, setLink] = useState(given)
  const [workspaceName, setWorkspaceName] = useState(moving?.workspaceName ?? '')
  const [personName, setPersonName] = useState(moving?.personName ?? '')
  const [email, setEmail] = useState(moving?.email ?? '')
  const [password, setPassword] = useState('')

  const parsed = parseServerLink(link)
  const isSetup = parsed?.type === 'setup'
  const setUp = async (): Promise<void> => {
    if (parsed?.type !== 'setup') {
      form.fail({ type: 'invalid-address' })
      return
    }
    const { address, code } = parsed
    const begin = { channelName: t('common:welcome.channel'), queueName: t('common:welcome.queue') }
    const input = { address, code, workspaceName, personName, email, password }
    if (await form.send('server.setUp', moving ? input : { ...input, begin })) onDone()
  }
  const wrongLink = form.error?.type === 'invalid-address' ? t('setUp.notALink') : form.errorOf('link')
  return (
    <StepDialog
      title={moving ? t('setUp.moveTitle', { workspace: moving.workspaceName }) : t('setUp.title')}
      actLabel={moving ? t('setUp.move') : t('setUp.act')}
      canAct={
        link.trim() !== '' &&
        workspaceName.trim() !== '' &&
        personName.trim() !== '' &&
        email.trim() !== '' &&
        password.length >= minPasswordLength
      }
      isBusy={form.isBusy}
      error={form.errorBeside(['link', 'workspaceName', 'personName', 'email', 'password'])}
      onAct={() => void setUp()}
      onClose={onClose}
    >
      {moving ? <MoveNote address={isSetup ? parsed.address : null} /> : null}
      <p className="connect-text">{t('setUp.linkText')}</p>
      <LinkField
        kind="setup"
        value={link}
        onChange={setLink}
        errorMessage={wrongLink}
        autoFocus={given === ''}
      />
      {moving ? null : (
        <>
          <WorkspaceNameField
            value={workspaceName}
            onChange={setWorkspaceName}
            errorMessage={form.errorOf('workspaceName')}
            autoFocus={given !== ''}
          />
          <NameField value={personName} onChange={setPersonName} errorMessage={form.errorOf('personName')} />
        </>
      )}
      <EmailField value={email} onChange={setEmail} errorMessage={form.errorOf('email')} />
      <PasswordField
        kind="new"
        label={t('field.newPassword')}
        value={password}
        onChange={setPassword}
        errorMessage={form.errorOf('password')}
      />
    </StepDialog>
  )
}

function MoveNote({ address }: { readonly address: string | null }): ReactNode {
  const { t } = useTranslation('server')
  return (
    <Banner
      tone="info"
      title={address === null ? t('move.title') : t('move.titleTo', { address: shortAddress(address) })}
    >
      <ul className="connect-points">
        <li>{t('move.all')}</li>
        <li>{t('move.visible')}</li>
        <li>{t('move.personal')}</li>
        <li>{t('move.device')}</li>
      </ul>
    </Banner>
  )
}
