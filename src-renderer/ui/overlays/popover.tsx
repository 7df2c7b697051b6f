import type { ReactElement, ReactNode } from 'react'
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import './popover.css'

export interface PopoverProps {
  /** The accessible name of what opens. */
  readonly label: string
  readonly trigger: ReactElement
  readonly placement?: NonNullable<AriaPopoverProps['placement']>
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  readonly className?: string
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** Anything small beside its button: a sync report, a person's card, a filter. */
export function Popover(props: PopoverProps): ReactNode {
  const { label, trigger, placement = 'bottom start', isOpen, onOpenChange, className, children } = props
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <AriaPopover className="ui-popover" placement={placement} offset={6}>
        <Dialog className={classNames('ui-popover-body', className)} aria-label={label}>
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
