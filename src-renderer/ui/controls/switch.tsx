import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import './toggles.css'

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  readonly className?: string
  readonly children?: ReactNode
}

export function Switch({ className, children, ...rest }: SwitchProps): ReactNode {
  return (
    <AriaSwitch {...rest} className={classNames('ui-toggle ui-switch', className)}>
      <span className="ui-switch-track">
        <span className="ui-switch-thumb" />
      </span>
      {children}
    </AriaSwitch>
  )
}
