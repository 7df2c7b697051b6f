/** Puts theme and density on <html> as the preferences say, before the first drawing and at each change. */
import { getPreferences, onPreferences } from '../state/preferences.ts'
import { applyTheme } from '../ui/theme/theme.ts'

export function startAppearance(): void {
  let { theme, density } = getPreferences()
  let stop = applyTheme(document, theme, density)
  onPreferences((preferences) => {
    if (preferences.theme === theme && preferences.density === density) return
    ;({ theme, density } = preferences)
    stop()
    stop = applyTheme(document, theme, density)
  })
}
