/** What a person can choose, and what the tokens know. `system` is resolved here and nowhere else. */
export type ThemeChoice = 'system' | 'light' | 'dark' | 'high-contrast'
export type Theme = 'light' | 'dark' | 'high-contrast'
export type Density = 'compact' | 'comfortable'

export interface SystemPreferences {
  readonly prefersDark: boolean
  readonly prefersMoreContrast: boolean
}

/** The theme that a choice means on a machine with these preferences. */
export function resolveTheme(choice: ThemeChoice, system: SystemPreferences): Theme {
  if (choice !== 'system') return choice
  if (system.prefersMoreContrast) return 'high-contrast'
  return system.prefersDark ? 'dark' : 'light'
}

/**
 * Sets theme and density on <html> and, for `system`, follows the machine until the returned function is called.
 * Callers set the choice again by disposing the last one first.
 */
export function applyTheme(target: Document, choice: ThemeChoice, density: Density): () => void {
  const view = target.defaultView
  const dark = view?.matchMedia('(prefers-color-scheme: dark)')
  const contrast = view?.matchMedia('(prefers-contrast: more)')
  const apply = (): void => {
    const theme = resolveTheme(choice, {
      prefersDark: dark?.matches ?? false,
      prefersMoreContrast: contrast?.matches ?? false,
    })
    target.documentElement.dataset['theme'] = theme
    target.documentElement.dataset['density'] = density
  }
  apply()
  if (choice !== 'system') return () => undefined
  dark?.addEventListener('change', apply)
  contrast?.addEventListener('change', apply)
  return () => {
    dark?.removeEventListener('change', apply)
    contrast?.removeEventListener('change', apply)
  }
}
