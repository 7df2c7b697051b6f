/**
 * How an area is laid out: list, detail, context. Widths and what is collapsed are remembered for each area.
 *
 *   <AreaLayout area="tickets" list={<TicketList />} detail={<TicketDetail />} context={<TicketContext />} />
 *
 * Below 900 px the context is a drawer, below 640 px there is one pane at a time: the list, or what is open with a way
 * back above it. Put <ContextToggle area="tickets" /> into the detail's head. Features may import this file.
 */
import { ArrowLeft, PanelLeft, PanelRight } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { menuKeys } from '#shared/contract/menu-keys.ts'
import { backToList, useAreaRoute } from '../state/navigation.ts'
import { getPreferences, setPreferences, usePreferences } from '../state/preferences.ts'
import { hasDetail, type Area } from '../state/routes.ts'
import { useShortcutKeys, useShortcuts } from '../state/shortcuts.ts'
import { setUi, useUi } from '../state/ui.ts'
import { isMainWindow } from '../state/view.ts'
import { Button, defaultPaneSizes, IconButton, PaneFrame, useFrameMode, type PaneSizes } from '../ui/index.ts'
import './area-layout.css'

export interface AreaLayoutProps {
  readonly area: Area
  /** Left out: the area has no list, such as search. */
  readonly list?: ReactNode
  readonly detail: ReactNode
  /** Left out: nothing is open that could have details. */
  readonly context?: ReactNode
}

export function AreaLayout({ area, list, detail, context }: AreaLayoutProps): ReactNode {
  const { t } = useTranslation()
  const mode = useFrameMode()
  const hasOpen = hasDetail(useAreaRoute(area))
  const [sizes, setSizes] = useRememberedSizes(area)
  const listPane = usePane(area, 'list')
  const contextPane = usePane(area, 'context')

  useShortcuts('app', [
    {
      action: 'layout.toggleList',
      keys: menuKeys['toggle-list'].keys,
      label: t('shortcut.toggleList'),
      run: listPane.toggle,
      when: () => list !== undefined && mode !== 'single',
    },
    {
      action: 'layout.toggleContext',
      keys: menuKeys['toggle-context'].keys,
      label: t('shortcut.toggleContext'),
      run: contextPane.toggle,
      when: () => context !== undefined,
    },
  ])

  const isSingle = mode === 'single' && list !== undefined && hasOpen
  return (
    <PaneFrame
      rail={null}
      {...(list === undefined ? {} : { list })}
      detail={isSingle ? <WithWayBack>{detail}</WithWayBack> : detail}
      {...(context === undefined ? {} : { context })}
      sizes={sizes}
      onSizesChange={setSizes}
      isListOpen={listPane.isOpen}
      onListOpenChange={listPane.setOpen}
      isContextOpen={contextPane.isOpen}
      onContextOpenChange={contextPane.setOpen}
      singlePane={hasOpen ? 'detail' : 'list'}
    />
  )
}

export interface PaneToggleProps {
  readonly area: Area
}

/** A button that shows and hides the context pane, or opens its drawer. */
export function ContextToggle({ area }: PaneToggleProps): ReactNode {
  const { t } = useTranslation()
  const { isOpen, toggle } = usePane(area, 'context')
  const shortcut = useShortcutKeys('layout.toggleContext')
  return (
    <IconButton
      label={isOpen ? t('layout.hideContext') : t('layout.showContext')}
      icon={<PanelRight aria-hidden />}
      isSelected={isOpen}
      onPress={toggle}
      {...(shortcut === undefined ? {} : { shortcut })}
    />
  )
}

/** A button that shows the list again; nothing while it is there, or in a narrow window. */
export function ListToggle({ area }: PaneToggleProps): ReactNode {
  const { t } = useTranslation()
  const mode = useFrameMode()
  const { isOpen, toggle } = usePane(area, 'list')
  const shortcut = useShortcutKeys('layout.toggleList')
  if (isOpen || mode === 'single') return null
  return (
    <IconButton
      label={t('layout.showList')}
      icon={<PanelLeft aria-hidden />}
      onPress={toggle}
      {...(shortcut === undefined ? {} : { shortcut })}
    />
  )
}

function WithWayBack({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <div className="area-back">
        <Button variant="ghost" icon={<ArrowLeft aria-hidden />} onPress={backToList}>
          {t('layout.backToList')}
        </Button>
      </div>
      {children}
    </>
  )
}

interface Pane {
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
  readonly toggle: () => void
}

/** A window with one place has panes of its own width. */
function paneName(area: Area, pane: 'list' | 'context'): string {
  return isMainWindow ? `${area}.${pane}` : `window.${area}.${pane}`
}

/** Whether a pane is open: remembered, except for the context as a drawer, which is open only while one looks. */
function usePane(area: Area, pane: 'list' | 'context'): Pane {
  const name = paneName(area, pane)
  const isDrawer = useFrameMode() !== 'wide' && pane === 'context'
  const isCollapsed = usePreferences((preferences) => preferences.collapsedPanes.includes(name))
  const isDrawerOpen = useUi((ui) => ui.isContextDrawerOpen)
  const isOpen = isDrawer ? isDrawerOpen : !isCollapsed
  const setOpen = (open: boolean): void => {
    if (isDrawer) {
      setUi({ isContextDrawerOpen: open })
      return
    }
    const others = getPreferences().collapsedPanes.filter((each) => each !== name)
    setPreferences({ collapsedPanes: open ? others : [...others, name] })
  }
  return { isOpen, setOpen, toggle: () => setOpen(!isOpen) }
}

/** Follows the pointer at once, and is stored when it rests. */
function useRememberedSizes(area: Area): readonly [PaneSizes, (sizes: PaneSizes) => void] {
  const [sizes, setSizes] = useState<PaneSizes>(() => {
    const widths = getPreferences().paneWidths
    return {
      listPx: widths[paneName(area, 'list')] ?? defaultPaneSizes.listPx,
      contextPx: widths[paneName(area, 'context')] ?? defaultPaneSizes.contextPx,
    }
  })
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return undefined
    }
    const timer = setTimeout(() => {
      const paneWidths = { ...getPreferences().paneWidths }
      paneWidths[paneName(area, 'list')] = sizes.listPx
      paneWidths[paneName(area, 'context')] = sizes.contextPx
      setPreferences({ paneWidths })
    }, 300)
    return () => clearTimeout(timer)
  }, [area, sizes])
  return [sizes, setSizes]
}
