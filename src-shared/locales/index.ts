/**
 * The catalogues: every sentence that a person reads, for the shell's menus and for the window.
 *
 * English is the source: its keys type `t()`. `npm run locales:check` keeps German equal in keys and variables.
 * Keys follow i18next: `{{variable}}` for interpolation, `_one` / `_other` for plurals.
 */
import deAsk from './de/ask.json' with { type: 'json' }
import deCapture from './de/capture.json' with { type: 'json' }
import deChat from './de/chat.json' with { type: 'json' }
import deCommon from './de/common.json' with { type: 'json' }
import deDiagnostics from './de/diagnostics.json' with { type: 'json' }
import deErrors from './de/errors.json' with { type: 'json' }
import deFiles from './de/files.json' with { type: 'json' }
import deInbox from './de/inbox.json' with { type: 'json' }
import deKnowledge from './de/knowledge.json' with { type: 'json' }
import deLibrary from './de/library.json' with { type: 'json' }
import deModels from './de/models.json' with { type: 'json' }
import deNotifications from './de/notifications.json' with { type: 'json' }
import deSearch from './de/search.json' with { type: 'json' }
import deServer from './de/server.json' with { type: 'json' }
import deSettings from './de/settings.json' with { type: 'json' }
import deShell from './de/shell.json' with { type: 'json' }
import deTickets from './de/tickets.json' with { type: 'json' }
import deUi from './de/ui.json' with { type: 'json' }
import enAsk from './en/ask.json' with { type: 'json' }
import enCapture from './en/capture.json' with { type: 'json' }
import enChat from './en/chat.json' with { type: 'json' }
import enCommon from './en/common.json' with { type: 'json' }
import enDiagnostics from './en/diagnostics.json' with { type: 'json' }
import enErrors from './en/errors.json' with { type: 'json' }
import enFiles from './en/files.json' with { type: 'json' }
import enInbox from './en/inbox.json' with { type: 'json' }
import enKnowledge from './en/knowledge.json' with { type: 'json' }
import enLibrary from './en/library.json' with { type: 'json' }
import enModels from './en/models.json' with { type: 'json' }
import enNotifications from './en/notifications.json' with { type: 'json' }
import enSearch from './en/search.json' with { type: 'json' }
import enServer from './en/server.json' with { type: 'json' }
import enSettings from './en/settings.json' with { type: 'json' }
import enShell from './en/shell.json' with { type: 'json' }
import enTickets from './en/tickets.json' with { type: 'json' }
import enUi from './en/ui.json' with { type: 'json' }
import type { Language } from './languages.ts'

export { languages, pickLanguage, type Language } from './languages.ts'

const en = {
  ui: enUi,
  common: enCommon,
  shell: enShell,
  capture: enCapture,
  chat: enChat,
  tickets: enTickets,
  search: enSearch,
  server: enServer,
  settings: enSettings,
  inbox: enInbox,
  knowledge: enKnowledge,
  library: enLibrary,
  errors: enErrors,
  notifications: enNotifications,
  files: enFiles,
  ask: enAsk,
  models: enModels,
  diagnostics: enDiagnostics,
}

/** One language's sentences, by namespace (a file each). */
export type Catalogue = typeof en
export type Namespace = keyof Catalogue

const de: Catalogue = {
  ui: deUi,
  common: deCommon,
  shell: deShell,
  capture: deCapture,
  chat: deChat,
  tickets: deTickets,
  search: deSearch,
  server: deServer,
  settings: deSettings,
  inbox: deInbox,
  knowledge: deKnowledge,
  library: deLibrary,
  errors: deErrors,
  notifications: deNotifications,
  files: deFiles,
  ask: deAsk,
  models: deModels,
  diagnostics: deDiagnostics,
}

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, de }
