import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import './button.css'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ControlSize = 'small' | 'medium' | 'large'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly variant?: ButtonVariant
  readonly size?: ControlSize
  /** A lucide icon element before the words. */
  readonly icon?: ReactNode
  /** After the words: a <Kbd>, a count, a chevron. */
  readonly trailing?: ReactNode
  readonly className?: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps): ReactNode {
  const { variant = 'secondary', size = 'medium', icon, trailing, className, children, ...rest } = props
  return (
    <AriaButton
      {...rest}
      className={classNames('ui-button', className)}
      data-variant={variant}
      data-size={size}
    >
      {icon}
      <span className="ui-button-label">{children}</span>
      {trailing}
    </AriaButton>
  )
}
