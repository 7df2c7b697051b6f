/** A password: hidden until asked, and for a new one a measure of its length, the one thing that can be told honestly. */
import { Eye, EyeOff } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, TextField } from '../ui/index.ts'

export interface PasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** A new one is measured; a present one is only asked for. */
  readonly kind: 'new' | 'current'
  readonly description?: string
  readonly errorMessage?: string | undefined
  readonly autoFocus?: boolean
}

/** The contract's; its values are not loaded into the window. */
export const minPasswordLength = 10
const maxPasswordLength = 200

export function PasswordField(props: PasswordFieldProps): ReactNode {
  const { label, value, onChange, kind, description, errorMessage, autoFocus = false } = props
  const { t } = useTranslation('server')
  const [isShown, setShown] = useState(false)
  return (
    <div className="connect-password">
      <TextField
        label={label}
        value={value}
        onChange={onChange}
        type={isShown ? 'text' : 'password'}
        autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
        maxLength={maxPasswordLength}
        spellCheck="false"
        isRequired
        validationBehavior="aria"
        autoFocus={autoFocus}
        isInvalid={errorMessage !== undefined}
        {...(errorMessage === undefined ? {} : { errorMessage })}
        {...(description === undefined ? {} : { description })}
        trailing={
          <IconButton
            label={isShown ? t('password.hide') : t('password.show')}
            size="small"
            icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            isSelected={isShown}
            onPress={() => setShown(!isShown)}
          />
        }
      />
      {kind === 'new' ? <Strength length={value.length} /> : null}
    </div>
  )
}

function Strength({ length }: { readonly length: number }): ReactNode {
  const { t } = useTranslation('server')
  const strength =
    length < minPasswordLength ? 'short' : length < 14 ? 'fair' : length < 20 ? 'good' : 'strong'
  return (
    <p className="connect-strength" data-strength={length === 0 ? 'none' : strength}>
      <span className="connect-strength-bar" aria-hidden />
      <span role="status">
        {strength === 'short' ? t('password.short', { count: minPasswordLength }) : t(`password.${strength}`)}
      </span>
    </p>
  )
}
