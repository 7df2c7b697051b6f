/** `j`, `k` and Enter for a list: one set of actions for all lists, so that the person changes them once. */
import { useTranslation } from 'react-i18next'
import { useShortcuts } from './shortcuts.ts'

export interface ListShortcuts {
  /** Rows further, negative for back. */
  readonly move: (by: number) => void
  /** Opens the row that the keyboard is on. */
  readonly open: () => void
  /** Whether there is a row to open. */
  readonly canOpen: () => boolean
}

export function useListShortcuts({ move, open, canOpen }: ListShortcuts): void {
  const { t } = useTranslation('common')
  useShortcuts('list', [
    {
      action: 'list.next',
      keys: 'j',
      label: t('shortcut.next'),
      run: () => move(1),
      isHiddenInPalette: true,
    },
    {
      action: 'list.previous',
      keys: 'k',
      label: t('shortcut.previous'),
      run: () => move(-1),
      isHiddenInPalette: true,
    },
    {
      action: 'list.open',
      keys: ['Enter', 'o'],
      label: t('shortcut.openSelected'),
      run: open,
      when: canOpen,
      isHiddenInPalette: true,
    },
  ])
}
