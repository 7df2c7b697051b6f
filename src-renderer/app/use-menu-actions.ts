/** The native menu's commands do what the keys do. */
import { useEffect } from 'react'
import { menuKeys } from '#shared/contract/menu-keys.ts'
import { onMenuAction } from '../state/engine.ts'
import { runShortcut } from '../state/shortcuts.ts'

export function useMenuActions(): void {
  useEffect(() => onMenuAction((action) => runShortcut(menuKeys[action].action)), [])
}
