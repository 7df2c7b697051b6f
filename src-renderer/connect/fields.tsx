/** The fields that the dialogs share, with what browsers and password managers know them by. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../ui/index.ts'

export interface FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly errorMessage?: string | undefined
  readonly autoFocus?: boolean
}

export function NameField(props: FieldProps): ReactNode {
  const { t } = useTranslation('server')
  return <Field {...props} label={t('field.yourName')} autoComplete="name" maxLength={100} />
}

export function WorkspaceNameField(props: FieldProps): ReactNode {
  const { t } = useTranslation('server')
  return <Field {...props} label={t('field.workspaceName')} autoComplete="organization" maxLength={100} />
}

export function EmailField(props: FieldProps): ReactNode {
  const { t } = useTranslation('server')
  return <Field {...props} label={t('field.email')} autoComplete="username" type="email" maxLength={254} />
}

export function AddressField(props: FieldProps): ReactNode {
  const { t } = useTranslation('server')
  return (
    <Field
      {...props}
      label={t('field.address')}
      placeholder="sync.example.org"
      autoComplete="url"
      maxLength={200}
    />
  )
}

interface LinkFieldProps extends FieldProps {
  readonly kind: 'join' | 'setup'
}

export function LinkField({ kind, ...props }: LinkFieldProps): ReactNode {
  const { t } = useTranslation('server')
  return (
    <Field
      {...props}
      label={t(`field.link.${kind}`)}
      placeholder={`outpost://${kind}/…`}
      autoComplete="off"
      maxLength={2_000}
    />
  )
}

interface AnyFieldProps extends FieldProps {
  readonly label: string
  readonly autoComplete: string
  readonly maxLength: number
  readonly placeholder?: string
  readonly type?: 'text' | 'email'
}

function Field({ errorMessage, autoFocus = false, ...props }: AnyFieldProps): ReactNode {
  return (
    <TextField
      {...props}
      isRequired
      // The form says itself what is wrong, in our words.
      validationBehavior="aria"
      spellCheck="false"
      autoFocus={autoFocus}
      isInvalid={errorMessage !== undefined}
      {...(errorMessage === undefined ? {} : { errorMessage })}
    />
  )
}
