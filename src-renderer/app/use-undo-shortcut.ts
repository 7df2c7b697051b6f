/** The key that takes back what was done last. In a text field it takes back typing, and belongs to the field. */
import { useTranslation } from 'react-i18next'
import { undoLatest } from '../state/commands.ts'
import { isTextField, type Shortcut } from '../state/shortcuts.ts'
import { showToast } from '../state/toasts.ts'

export function useUndoShortcut(): Shortcut {
  const { t } = useTranslation()
  return {
    action: 'app.undo',
    keys: 'Mod+Z',
    label: t('shortcut.undo'),
    run() {
      if (!undoLatest()) showToast({ id: 'nothing-to-undo', text: t('shortcut.nothingToUndo') })
    },
    when: () => !isTextField(document.activeElement),
  }
}
