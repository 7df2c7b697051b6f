/** What the shell says, in every language: the window's sentences would be loaded in vain there. */
import deNotifications from './de/notifications.json' with { type: 'json' }
import deShell from './de/shell.json' with { type: 'json' }
import enNotifications from './en/notifications.json' with { type: 'json' }
import enShell from './en/shell.json' with { type: 'json' }
import type { Language } from './languages.ts'

const en = { shell: enShell, notifications: enNotifications }
export type ShellCatalogue = typeof en

export const shellCatalogues: Readonly<Record<Language, ShellCatalogue>> = {
  en,
  de: { shell: deShell, notifications: deNotifications },
}
