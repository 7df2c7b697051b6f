import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import './toggles.css'

export interface CheckboxProps extends Omit<CheckboxFieldProps, 'children' | 'className' | 'style'> {
  readonly className?: string
  /** Leave out only with an aria-label. */
  readonly children?: ReactNode
}

export function Checkbox({ className, children, ...rest }: CheckboxProps): ReactNode {
  return (
    <CheckboxField {...rest} className={classNames('ui-toggle-field', className)}>
      <CheckboxButton className="ui-toggle ui-checkbox">
        {({ isIndeterminate }) => (
          <>
            <span className="ui-checkbox-box">
              {isIndeterminate ? <Minus aria-hidden /> : <Check aria-hidden />}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  )
}
