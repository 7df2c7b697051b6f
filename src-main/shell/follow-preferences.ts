/** What the shell does when the person changes a preference: each part is told of what concerns it, and only when it changed. */
import { channels } from '#shared/contract/channels.ts'
import type { Preferences } from '#shared/contract/preferences.ts'
import type { AppMenus } from './app-menus.ts'
import type { PreferencesStore } from './preferences.ts'
import type { Spelling } from './spelling.ts'
import { applyTheme, windowBackground } from './theme.ts'
import type { Translate } from './translate.ts'
import type { Windows } from './windows.ts'

interface FollowPreferencesDeps {
  readonly preferences: PreferencesStore
  readonly windows: Windows
  readonly translate: () => Translate
  readonly menus: Pick<AppMenus, 'set'>
  /** Null before the program is ready. */
  readonly spelling: () => Spelling | null
  readonly languageChanged: () => void
}

export function followPreferences({ preferences, windows, translate, ...deps }: FollowPreferencesDeps): void {
  const watch = (partOf: (preferences: Preferences) => unknown, act: () => void): (() => void) => {
    const read = (): string => JSON.stringify(partOf(preferences.get()))
    let before = read()
    return () => {
      const now = read()
      if (now === before) return
      before = now
      act()
    }
  }
  const language = (): string => translate().language
  const parts = [
    watch(
      ({ theme }) => theme,
      () => {
        const { theme } = preferences.get()
        applyTheme(theme)
        for (const window of windows.all()) window.setBackgroundColor(windowBackground(theme))
      },
    ),
    watch(language, deps.languageChanged),
    watch(({ shortcuts }) => [shortcuts, language()], deps.menus.set),
    watch(
      ({ spellCheck, spellLanguages }) => [spellCheck, spellLanguages, language()],
      () => void deps.spelling()?.apply(),
    ),
  ]
  preferences.onChange((changed) => {
    windows.send(channels.preferences, changed)
    for (const look of parts) look()
  })
}
