/** `?`: all keys there are, those of the area in front first after the common ones. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, useArea } from '../state/navigation.ts'
import { shortcutScopes, knownShortcuts, type ShortcutScope } from '../state/shortcuts.ts'
import { setUi, useUi } from '../state/ui.ts'
import { Button, ShortcutOverlay } from '../ui/index.ts'

export function Shortcuts(): ReactNode {
  const isOpen = useUi((ui) => ui.isShortcutOverlayOpen)
  return isOpen ? <Overlay /> : null
}

function Overlay(): ReactNode {
  const { t } = useTranslation()
  const area = useArea()
  const known = knownShortcuts()
  const first: readonly ShortcutScope[] = ['app', 'list', area]
  const scopes = [...first, ...shortcutScopes.filter((scope) => !first.includes(scope))]
  const groups = scopes.map((scope) => ({
    title: t(`scope.${scope}`),
    items: known
      .filter((shortcut) => shortcut.scope === scope && shortcut.keys !== '')
      .map(({ label, keys, moreKeys }) => ({ label, keys: [keys, ...moreKeys] })),
  }))
  const close = (): void => setUi({ isShortcutOverlayOpen: false })
  return (
    <ShortcutOverlay
      isOpen
      onOpenChange={close}
      groups={groups.filter(({ items }) => items.length > 0)}
      actions={
        <Button
          onPress={() => {
            close()
            navigate({ area: 'settings', section: 'keyboard' })
          }}
        >
          {t('palette.changeKeys')}
        </Button>
      }
    />
  )
}
