/**
 * What this device remembers about how Outpost looks. Kept by the shell in `preferences.json`, so that window
 * and menus come up right before the engine is there. A value that cannot be read falls back on its own.
 */
import { z } from 'zod'
import { defaultCapture } from './capture-keys.ts'

export const languages = ['system', 'de', 'en'] as const
export const themes = ['system', 'light', 'dark', 'high-contrast'] as const
/** The dictionaries that come with the program. */
export const spellLanguages = ['de', 'en-GB', 'en-US'] as const
export type SpellLanguage = (typeof spellLanguages)[number]
export const densities = ['compact', 'comfortable'] as const

export const captureKinds = ['note', 'message', 'ticket'] as const
export type CaptureKind = (typeof captureKinds)[number]

const captureChoice = z.object({
  kind: z.enum(captureKinds),
  /** Where the last message and the last ticket went; empty for nowhere yet. */
  channelId: z.string().max(40),
  queueId: z.string().max(40),
})

export const preferencesSchema = z.object({
  language: z.enum(languages).catch('system'),
  theme: z.enum(themes).catch('system'),
  density: z.enum(densities).catch('compact'),
  /** Width of a pane in CSS pixels, by name. */
  paneWidths: z.record(z.string().max(40), z.number().min(0).max(4_000)).catch({}),
  collapsedPanes: z.array(z.string().max(40)).max(20).catch([]),
  /** Keys that the person changed: action -> key, such as `ticket.reply` -> `r`. */
  shortcuts: z.record(z.string().max(60), z.string().max(40)).catch({}),
  /** The language model that answers questions; empty for none. */
  askWith: z.string().max(100).catch(''),
  /** Closing the window leaves the program in the tray, where the desktop has one. */
  keepInTray: z.boolean().catch(true),
  /** The person was told once that it goes on there. */
  trayExplained: z.boolean().catch(false),
  startAtLogIn: z.boolean().catch(false),
  /** Experimental parts that the person switched, by the flag's name; see src-shared/flags. */
  flags: z.record(z.string().max(60), z.boolean()).catch({}),
  /** Notifications may make the system's sound. */
  noticeSound: z.boolean().catch(true),
  spellCheck: z.boolean().catch(true),
  /** A word that is right in one of them is right. */
  spellLanguages: z
    .array(z.enum(spellLanguages))
    .max(spellLanguages.length)
    .catch([...spellLanguages]),
  /** The key for quick capture from any program: `default`, or in the window's notation; empty for none. */
  captureKeys: z.string().max(40).catch(defaultCapture),
  /** What was captured last. */
  capture: captureChoice.catch({ kind: 'note', channelId: '', queueId: '' }),
  /** Where the person last was, as a route of the renderer. */
  lastRoute: z.string().max(200).catch(''),
})

export type Preferences = z.output<typeof preferencesSchema>
export const defaultPreferences: Preferences = preferencesSchema.parse({})

export const preferencesChange = z.strictObject({
  language: z.enum(languages).optional(),
  theme: z.enum(themes).optional(),
  density: z.enum(densities).optional(),
  paneWidths: z.record(z.string().max(40), z.number().min(0).max(4_000)).optional(),
  collapsedPanes: z.array(z.string().max(40)).max(20).optional(),
  shortcuts: z.record(z.string().max(60), z.string().max(40)).optional(),
  askWith: z.string().max(100).optional(),
  keepInTray: z.boolean().optional(),
  trayExplained: z.boolean().optional(),
  startAtLogIn: z.boolean().optional(),
  flags: z.record(z.string().max(60), z.boolean()).optional(),
  noticeSound: z.boolean().optional(),
  spellCheck: z.boolean().optional(),
  spellLanguages: z.array(z.enum(spellLanguages)).max(spellLanguages.length).optional(),
  captureKeys: z.string().max(40).optional(),
  capture: captureChoice.optional(),
  lastRoute: z.string().max(200).optional(),
})
/** What a settings file takes along to another machine: what people choose, and neither places nor what they have seen. */
export const portablePreferences = [
  'language',
  'theme',
  'density',
  'shortcuts',
  'keepInTray',
  'startAtLogIn',
  'noticeSound',
  'spellCheck',
  'spellLanguages',
  'captureKeys',
  'flags',
] as const satisfies readonly (keyof Preferences)[]
export type PreferencesChange = z.input<typeof preferencesChange>
