/** To a server where one has an account; where that has several workspaces, to one of them. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceId } from '#shared/base/ids.ts'
import type { SignInOutcome } from '#shared/contract/sync.ts'
import { parseServerLink, shortAddress } from '../state/parse-server-link.ts'
import { RadioGroup } from '../ui/index.ts'
import { AddressField, EmailField } from './fields.tsx'
import { PasswordField } from './password-field.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useServerForm } from './use-server-form.ts'

export interface SignInDialogProps {
  /** Of a workspace that is signed out: address and e-mail are known, the address does not change. */
  readonly again?: { readonly address: string; readonly email: string }
  readonly onClose: () => void
  readonly onDone: () => void
}

type Choice = Extract<SignInOutcome, { readonly type: 'choose-workspace' }>['workspaces']

export function SignInDialog({ again, onClose, onDone }: SignInDialogProps): ReactNode {
  const { t } = useTranslation('server')
  const form = useServerForm()
  const [address, setAddress] = useState(again?.address ?? '')
  const [email, setEmail] = useState(again?.email ?? '')
  const [password, setPassword] = useState('')
  const [choice, setChoice] = useState<Choice | null>(null)
  const [workspaceId, setWorkspaceId] = useState<WorkspaceId | null>(null)

  const signIn = async (): Promise<void> => {
    const parsed = parseServerLink(address)
    if (!parsed) {
      form.fail({ type: 'invalid-address' })
      return
    }
    const input = { address: again?.address ?? parsed.address, email, password, workspaceId }
    const answer = await form.send('server.signIn', input)
    if (!answer) return
    if (answer.value.type === 'signed-in') onDone()
    else {
      setChoice(answer.value.workspaces)
      setWorkspaceId(answer.value.workspaces[0]?.workspaceId ?? null)
    }
  }

  if (choice !== null) {
    return (
      <StepDialog
        title={t('signIn.choose')}
        actLabel={t('signIn.act')}
        canAct={workspaceId !== null}
        isBusy={form.isBusy}
        error={form.errorBeside([])}
        onAct={() => void signIn()}
        onClose={onClose}
        onBack={() => {
          form.clear()
          setChoice(null)
          setWorkspaceId(null)
        }}
      >
        <RadioGroup<WorkspaceId>
          label={t('signIn.chooseLabel', {
            address: shortAddress(parseServerLink(address)?.address ?? address),
          })}
          value={workspaceId}
          onChange={setWorkspaceId}
          options={choice.map((each) => ({ id: each.workspaceId, label: each.name }))}
        />
      </StepDialog>
    )
  }
  return (
    <StepDialog
      title={again ? t('signIn.againTitle') : t('signIn.title')}
      actLabel={t('signIn.act')}
      canAct={address.trim() !== '' && email.trim() !== '' && password !== ''}
      isBusy={form.isBusy}
      error={form.errorBeside(again ? ['email', 'password'] : ['link', 'email', 'password'])}
      onAct={() => void signIn()}
      onClose={onClose}
    >
      {again ? (
        <p className="connect-text">{t('signIn.againText', { address: shortAddress(again.address) })}</p>
      ) : (
        <AddressField value={address} onChange={setAddress} errorMessage={form.errorOf('link')} autoFocus />
      )}
      <EmailField value={email} onChange={setEmail} errorMessage={form.errorOf('email')} />
      <PasswordField
        kind="current"
        label={t('field.password')}
        value={password}
        onChange={setPassword}
        errorMessage={form.errorOf('password')}
        autoFocus={again !== undefined}
      />
    </StepDialog>
  )
}
