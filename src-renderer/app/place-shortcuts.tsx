/** The keys that work everywhere, as far as a window with one place has them. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { undoLatest } from '../state/commands.ts'
import { isTextField, useShortcuts } from '../state/shortcuts.ts'
import { showToast } from '../state/toasts.ts'
import { setUi } from '../state/ui.ts'

export function PlaceShortcuts(): ReactNode {
  const { t } = useTranslation()
  const undo = (): void => {
    if (!undoLatest()) showToast({ id: 'nothing-to-undo', text: t('shortcut.nothingToUndo') })
  }
  useShortcuts('app', [
    {
      action: 'app.overlay',
      keys: '?',
      label: t('shortcut.overlay'),
      run: () => setUi({ isShortcutOverlayOpen: true }),
    },
    {
      action: 'app.undo',
      keys: 'Mod+Z',
      label: t('shortcut.undo'),
      run: undo,
      when: () => !isTextField(document.activeElement),
    },
  ])
  return null
}
