/**
 * The way between a place in the main window and the same place in a window of its own: a button for its bar, and an entry
 * for its menus. Features may import this file.
 */
import { PanelLeft, SquareArrowOutUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Route } from '../state/routes.ts'
import { useShortcutKeys } from '../state/shortcuts.ts'
import { isMainWindow, openInWindow, showInMain } from '../state/view.ts'
import { IconButton, MenuItem } from '../ui/index.ts'

interface OwnWindowProps {
  readonly route: Route
}

const signs = { open: <SquareArrowOutUpRight aria-hidden />, back: <PanelLeft aria-hidden /> }

export function OwnWindowButton({ route }: OwnWindowProps): ReactNode {
  const { t } = useTranslation()
  const keys = useShortcutKeys('app.ownWindow')
  return (
    <IconButton
      label={isMainWindow ? t('window.open') : t('window.back')}
      icon={isMainWindow ? signs.open : signs.back}
      onPress={() => (isMainWindow ? openInWindow(route) : showInMain(route))}
      {...(keys === undefined ? {} : { shortcut: keys })}
    />
  )
}

export function OwnWindowItem({ route }: OwnWindowProps): ReactNode {
  const { t } = useTranslation()
  return (
    <MenuItem
      id="window"
      label={isMainWindow ? t('window.open') : t('window.back')}
      icon={isMainWindow ? signs.open : signs.back}
      onAction={() => (isMainWindow ? openInWindow(route) : showInMain(route))}
    />
  )
}
