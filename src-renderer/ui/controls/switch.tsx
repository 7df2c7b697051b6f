import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import './toggles.css'

export interface SwitchProps extends Omit<SwitchFieldProps, 'children' | 'className' | 'style'> {
  readonly className?: string
  readonly children?: ReactNode
}

export function Switch({ className, children, ...rest }: SwitchProps): ReactNode {
  return (
    <SwitchField {...rest} className={classNames('ui-toggle-field', className)}>
      <SwitchButton className="ui-toggle ui-switch">
        <span className="ui-switch-track">
          <span className="ui-switch-thumb" />
        </span>
        {children}
      </SwitchButton>
    </SwitchField>
  )
}
