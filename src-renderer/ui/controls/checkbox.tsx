import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import './toggles.css'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  readonly className?: string
  /** Leave out only with an aria-label. */
  readonly children?: ReactNode
}

export function Checkbox({ className, children, ...rest }: CheckboxProps): ReactNode {
  return (
    <AriaCheckbox {...rest} className={classNames('ui-toggle ui-checkbox', className)}>
      {({ isIndeterminate }) => (
        <>
          <span className="ui-checkbox-box">
            {isIndeterminate ? <Minus aria-hidden /> : <Check aria-hidden />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}
