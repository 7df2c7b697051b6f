/** A button that opens commands. Compose: <Menu trigger><MenuSection><MenuItem/></MenuSection></Menu>. */
import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  type PopoverProps,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../marks/kbd.tsx'
import './popover.css'
import './menu.css'

export interface MenuProps {
  /** The accessible name of the menu. */
  readonly label: string
  /** A Button or IconButton. */
  readonly trigger: ReactElement
  readonly placement?: NonNullable<PopoverProps['placement']>
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  readonly children: ReactNode
}

export function Menu(props: MenuProps): ReactNode {
  const { label, trigger, placement = 'bottom start', isOpen, onOpenChange, children } = props
  return (
    <MenuTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <Popover className="ui-popover" placement={placement} offset={4}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuItemProps {
  readonly id?: string
  readonly label: string
  readonly icon?: ReactNode
  /** In the notation of <Kbd>; only shown, the key itself is bound elsewhere. */
  readonly shortcut?: string
  readonly description?: string
  readonly onAction: () => void
  readonly isDisabled?: boolean
  readonly isDanger?: boolean
  /** A tick, for one of several. */
  readonly isChecked?: boolean
}

export function MenuItem(props: MenuItemProps): ReactNode {
  const { id, label, icon, shortcut, description, onAction, isDisabled = false, isDanger, isChecked } = props
  const { t } = useTranslation('ui')
  return (
    <AriaMenuItem
      {...(id === undefined ? {} : { id })}
      textValue={label}
      className="ui-menu-item"
      onAction={onAction}
      isDisabled={isDisabled}
      {...(isDanger ? { 'data-danger': '' } : {})}
    >
      {icon === undefined ? null : <span className="ui-menu-icon">{icon}</span>}
      <span className="ui-option-words">
        <span className="ui-truncate" dir="auto">
          {label}
        </span>
        {description === undefined ? null : <span className="ui-option-description">{description}</span>}
      </span>
      {isChecked ? (
        <>
          <Check aria-hidden className="ui-menu-check" />
          <span className="ui-visually-hidden">{t('chosen')}</span>
        </>
      ) : null}
      {shortcut === undefined ? null : <Kbd keys={shortcut} />}
    </AriaMenuItem>
  )
}

export function MenuSection(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <AriaMenuSection className="ui-menu-section">
      <Header className="ui-menu-header">{props.title}</Header>
      {props.children}
    </AriaMenuSection>
  )
}

export function MenuSeparator(): ReactNode {
  return <Separator className="ui-menu-separator" />
}

export interface SubmenuProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly children: ReactNode
}

export function Submenu({ label, icon, children }: SubmenuProps): ReactNode {
  return (
    <SubmenuTrigger>
      <AriaMenuItem textValue={label} className="ui-menu-item">
        {icon === undefined ? null : <span className="ui-menu-icon">{icon}</span>}
        <span className="ui-option-words">{label}</span>
        <ChevronRight aria-hidden className="ui-menu-more" />
      </AriaMenuItem>
      <Popover className="ui-popover" offset={2}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  )
}
