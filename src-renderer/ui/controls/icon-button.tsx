import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { Tooltip, type TooltipPlacement } from '../overlays/tooltip.tsx'
import type { ControlSize } from './button.tsx'
import './button.css'

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'aria-label'
> {
  /** The accessible name and the tooltip. */
  readonly label: string
  /** A lucide icon element. */
  readonly icon: ReactNode
  /** Shown in the tooltip, in the notation of <Kbd>: `Mod+K`, `g t`. */
  readonly shortcut?: string
  readonly variant?: 'ghost' | 'secondary'
  readonly size?: ControlSize
  /** A two-state button: sets aria-pressed and the selected look. */
  readonly isSelected?: boolean
  readonly tooltipPlacement?: TooltipPlacement
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton(props: IconButtonProps): ReactNode {
  const {
    label,
    icon,
    shortcut,
    variant = 'ghost',
    size = 'medium',
    isSelected,
    tooltipPlacement,
    className,
    ...rest
  } = props
  return (
    <Tooltip
      text={label}
      {...(shortcut === undefined ? {} : { shortcut })}
      {...(tooltipPlacement === undefined ? {} : { placement: tooltipPlacement })}
    >
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames('ui-icon-button', className)}
        data-variant={variant}
        data-size={size}
        {...(isSelected === undefined ? {} : { 'aria-pressed': isSelected })}
        {...(isSelected ? { 'data-selected': '' } : {})}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
