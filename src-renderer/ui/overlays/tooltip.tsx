import type { ReactElement, ReactNode } from 'react'
import {
  Tooltip as AriaTooltip,
  TooltipTrigger,
  type TooltipProps as AriaTooltipProps,
} from 'react-aria-components'
import { Kbd } from '../marks/kbd.tsx'
import './tooltip.css'

export type TooltipPlacement = NonNullable<AriaTooltipProps['placement']>

export interface TooltipProps {
  readonly text: string
  /** In the notation of <Kbd>. */
  readonly shortcut?: string
  readonly placement?: TooltipPlacement
  readonly isDisabled?: boolean
  /** One focusable element of React Aria: a Button, a Link, or <Focusable> around something else. */
  readonly children: ReactElement
}

export function Tooltip({
  text,
  shortcut,
  placement = 'top',
  isDisabled = false,
  children,
}: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={80} isDisabled={isDisabled}>
      {children}
      <AriaTooltip className="ui-tooltip" placement={placement} offset={6}>
        {text}
        {shortcut === undefined ? null : <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
