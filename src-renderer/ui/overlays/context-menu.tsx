/** A menu at a point of the window: right click, the menu key, or a button that many rows share. */
import { useRef, type ReactNode } from 'react'
import { Menu as AriaMenu, Popover } from 'react-aria-components'
import './popover.css'
import './menu.css'

export interface Point {
  /** Client coordinates. */
  readonly x: number
  readonly y: number
}

export interface ContextMenuProps {
  /** The accessible name. */
  readonly label: string
  /** Where it opens; null while it is closed. */
  readonly at: Point | null
  readonly onClose: () => void
  /** MenuItem, MenuSection, MenuSeparator. */
  readonly children: ReactNode
}

export function ContextMenu({ label, at, onClose, children }: ContextMenuProps): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null)
  if (at === null) return null
  return (
    <>
      <span ref={anchor} className="ui-menu-point" style={{ left: at.x, top: at.y }} />
      <Popover
        className="ui-popover"
        aria-label={label}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <AriaMenu className="ui-menu" aria-label={label} autoFocus="first" onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  )
}
