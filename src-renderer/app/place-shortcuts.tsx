/**
 * The keys that work everywhere, as far as a window with one place has them. What only the main window does is done there,
 * in front; the palette lists it apart.
 */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { menuKeys, type MenuAction } from '#shared/contract/menu-keys.ts'
import { openCapture } from '../state/capture.ts'
import { getRoute } from '../state/navigation.ts'
import { copyLinkKeys, copyPlaceLink, linkOfRoute } from '../state/place-links.ts'
import { useShortcuts, type Shortcut } from '../state/shortcuts.ts'
import { setUi } from '../state/ui.ts'
import { doInMain, showInMain } from '../state/view.ts'
import { useMenuActions } from './use-menu-actions.ts'
import { useUndoShortcut } from './use-undo-shortcut.ts'

export function PlaceShortcuts(): ReactNode {
  const { t } = useTranslation(['common', 'notifications'])
  const undo = useUndoShortcut()
  const inMain = (action: MenuAction, label: string): Shortcut => ({
    ...menuKeys[action],
    label,
    leadsToMain: true,
    run: () => doInMain(action),
  })
  useShortcuts('app', [
    {
      action: 'app.palette',
      keys: menuKeys.palette.keys,
      label: t('shortcut.palette'),
      run: () => setUi({ isPaletteOpen: true }),
      isHiddenInPalette: true,
    },
    {
      action: 'app.overlay',
      keys: menuKeys.shortcuts.keys,
      label: t('shortcut.overlay'),
      run: () => setUi({ isShortcutOverlayOpen: true }),
    },
    {
      action: 'app.copyLink',
      keys: copyLinkKeys,
      label: t('notifications:link.copy'),
      run() {
        const link = linkOfRoute(getRoute())
        if (link) void copyPlaceLink(link)
      },
    },
    { action: 'app.capture', keys: menuKeys.capture.keys, label: t('shortcut.capture'), run: openCapture },
    {
      action: 'app.ownWindow',
      keys: menuKeys['own-window'].keys,
      label: t('window.back'),
      run: () => showInMain(getRoute()),
    },
    undo,
    inMain('search', t('shortcut.search')),
    inMain('new-ticket', t('shortcut.newTicket')),
    inMain('go-inbox', t('shortcut.goInbox')),
    inMain('go-chat', t('shortcut.goChat')),
    inMain('go-tickets', t('shortcut.goTickets')),
    inMain('go-knowledge', t('shortcut.goKnowledge')),
    inMain('go-ask', t('shortcut.goAsk')),
    inMain('settings', t('shortcut.settings')),
  ])
  useMenuActions()
  return null
}
