/** The colours that are there before the window's own style sheet is, so that nothing flashes. */
import { nativeTheme } from 'electron'
import type { Preferences } from '#shared/contract/preferences.ts'

type Theme = Preferences['theme']

/** `--surface-base` of each theme in src-renderer/ui/theme/tokens.css. */
const surfaces = { light: '#ffffff', dark: '#1a1b23', highContrast: '#000000' }

/** Makes native menus, dialogs and the page's `prefers-color-scheme` follow the person's choice. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'high-contrast' ? 'dark' : theme
}

/** After `applyTheme`. */
export function windowBackground(theme: Theme): string {
  const highContrast =
    theme === 'high-contrast' || (theme === 'system' && nativeTheme.shouldUseHighContrastColors)
  if (highContrast) return surfaces.highContrast
  return nativeTheme.shouldUseDarkColors ? surfaces.dark : surfaces.light
}
