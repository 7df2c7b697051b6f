/** The keys that work everywhere, as far as a window with one place has them. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { menuKeys } from '#shared/contract/menu-keys.ts'
import { getRoute } from '../state/navigation.ts'
import { useShortcuts } from '../state/shortcuts.ts'
import { setUi } from '../state/ui.ts'
import { showInMain } from '../state/view.ts'
import { useMenuActions } from './use-menu-actions.ts'
import { useUndoShortcut } from './use-undo-shortcut.ts'

export function PlaceShortcuts(): ReactNode {
  const { t } = useTranslation()
  const undo = useUndoShortcut()
  useShortcuts('app', [
    {
      action: 'app.overlay',
      keys: menuKeys.shortcuts.keys,
      label: t('shortcut.overlay'),
      run: () => setUi({ isShortcutOverlayOpen: true }),
    },
    {
      action: 'app.ownWindow',
      keys: menuKeys['own-window'].keys,
      label: t('window.back'),
      run: () => showInMain(getRoute()),
    },
    undo,
  ])
  useMenuActions()
  return null
}
