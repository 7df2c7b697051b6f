/** Keys and menu commands that work everywhere. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { menuKeys } from '#shared/contract/menu-keys.ts'
import { openCapture } from '../state/capture.ts'
import { back, backToList, forward, getRoute, navigate, navigateToArea } from '../state/navigation.ts'
import { copyLinkKeys, copyPlaceLink, linkOfRoute } from '../state/place-links.ts'
import { setPreferences } from '../state/preferences.ts'
import { hasDetail, homeRoutes } from '../state/routes.ts'
import { useShortcuts } from '../state/shortcuts.ts'
import { requestAskFocus, requestSearchFocus, setUi } from '../state/ui.ts'
import { openInWindow, placeOf } from '../state/view.ts'
import { useMenuActions } from './use-menu-actions.ts'
import { useUndoShortcut } from './use-undo-shortcut.ts'

export function AppShortcuts(): ReactNode {
  const { t } = useTranslation(['common', 'notifications'])
  const undo = useUndoShortcut()
  useShortcuts('app', [
    {
      action: 'app.palette',
      keys: menuKeys.palette.keys,
      label: t('shortcut.palette'),
      run: openPalette,
      isHiddenInPalette: true,
    },
    { action: 'app.search', keys: menuKeys.search.keys, label: t('shortcut.search'), run: openSearch },
    {
      action: 'app.newTicket',
      keys: menuKeys['new-ticket'].keys,
      label: t('shortcut.newTicket'),
      run: openNewTicket,
    },
    { action: 'app.capture', keys: menuKeys.capture.keys, label: t('shortcut.capture'), run: openCapture },
    {
      action: 'go.inbox',
      keys: menuKeys['go-inbox'].keys,
      label: t('shortcut.goInbox'),
      run: () => navigateToArea('inbox'),
    },
    {
      action: 'go.chat',
      keys: menuKeys['go-chat'].keys,
      label: t('shortcut.goChat'),
      run: () => navigateToArea('chat'),
    },
    {
      action: 'go.tickets',
      keys: menuKeys['go-tickets'].keys,
      label: t('shortcut.goTickets'),
      run: () => navigateToArea('tickets'),
    },
    {
      action: 'go.knowledge',
      keys: menuKeys['go-knowledge'].keys,
      label: t('shortcut.goKnowledge'),
      run: () => navigateToArea('knowledge'),
    },
    { action: 'go.search', keys: ['g s', 'Mod+5'], label: t('shortcut.goSearch'), run: openSearch },
    { action: 'go.ask', keys: menuKeys['go-ask'].keys, label: t('shortcut.goAsk'), run: openAsk },
    {
      action: 'app.settings',
      keys: menuKeys.settings.keys,
      label: t('shortcut.settings'),
      run: openSettings,
    },
    { action: 'app.overlay', keys: menuKeys.shortcuts.keys, label: t('shortcut.overlay'), run: openOverlay },
    {
      action: 'app.copyLink',
      keys: copyLinkKeys,
      label: t('notifications:link.copy'),
      run() {
        const link = linkOfRoute(getRoute())
        if (link) void copyPlaceLink(link)
      },
      when: () => linkOfRoute(getRoute()) !== null,
    },
    { action: 'app.theme', keys: '', label: t('shortcut.theme'), run: switchTheme },
    // On Apple, Alt and an arrow move the cursor by words; there these keys stay out of text fields like all others.
    {
      action: 'go.diagnostics',
      keys: menuKeys.diagnostics.keys,
      label: t('shortcut.goDiagnostics'),
      run: () => navigate({ area: 'settings', section: 'diagnostics' }),
      isHiddenInPalette: true,
    },
    {
      action: 'app.ownWindow',
      keys: menuKeys['own-window'].keys,
      label: t('window.open'),
      run: () => void openInWindow(getRoute()),
      when: () => placeOf(getRoute()) !== null,
    },
    { action: 'app.back', keys: menuKeys.back.keys, label: t('shortcut.back'), run: back },
    { action: 'app.forward', keys: menuKeys.forward.keys, label: t('shortcut.forward'), run: forward },
    {
      action: 'app.leave',
      keys: 'Escape',
      label: t('shortcut.leave'),
      run: backToList,
      when: () => hasDetail(getRoute()),
      isHiddenInPalette: true,
    },
    undo,
  ])
  useMenuActions()
  return null
}

function openPalette(): void {
  setUi({ isPaletteOpen: true })
}

function openOverlay(): void {
  setUi({ isShortcutOverlayOpen: true })
}

function openSettings(): void {
  navigate({ area: 'settings' })
}

function openSearch(): void {
  if (getRoute().area !== 'search') navigateToArea('search')
  requestSearchFocus()
}

/** To a new question; an answer that is being read stays where it is. */
function openAsk(): void {
  if (getRoute().area !== 'ask') navigateToArea('ask')
  requestAskFocus()
}

function openNewTicket(): void {
  if (getRoute().area !== 'tickets') navigate(homeRoutes.tickets)
  setUi({ newTicketOpen: true })
}

function switchTheme(): void {
  setPreferences({ theme: document.documentElement.dataset['theme'] === 'light' ? 'dark' : 'light' })
}
