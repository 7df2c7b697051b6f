import { KeyRound } from 'lucide-react'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { minPasswordLength, PasswordField } from '../../../connect/password-field.tsx'
import { useServerForm } from '../../../connect/use-server-form.ts'
import { showToast } from '../../../state/toasts.ts'
import { Button, InlineError } from '../../../ui/index.ts'

export function ChangePasswordSetting(): ReactNode {
  const { t } = useTranslation('server')
  const form = useServerForm()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!(await form.send('server.changePassword', { current, next }))) return
    setCurrent('')
    setNext('')
    showToast({ tone: 'success', text: t('changePassword.done') })
  }
  // Of the two it can only be the present one that is wrong.
  const wrongCurrent =
    form.errorOf('current') ?? (isWrongPassword(form) ? form.errorOf('password') : undefined)
  const wrongNext = isWrongPassword(form) ? undefined : form.errorOf('password')
  const other = form.errorBeside(['current', 'password'])
  return (
    <form className="server" onSubmit={change} noValidate>
      <PasswordField
        kind="current"
        label={t('changePassword.current')}
        value={current}
        onChange={setCurrent}
        errorMessage={wrongCurrent}
      />
      <PasswordField
        kind="new"
        label={t('changePassword.next')}
        value={next}
        onChange={setNext}
        errorMessage={wrongNext}
      />
      {other === null ? null : <InlineError>{other}</InlineError>}
      <div className="server-actions">
        <Button
          type="submit"
          icon={<KeyRound aria-hidden />}
          isDisabled={current === '' || next.length < minPasswordLength}
          isPending={form.isBusy}
        >
          {t('changePassword.act')}
        </Button>
      </div>
    </form>
  )
}

const isWrongPassword = ({ error }: ReturnType<typeof useServerForm>): boolean =>
  error?.type === 'server' && error.error === 'wrong-password'
