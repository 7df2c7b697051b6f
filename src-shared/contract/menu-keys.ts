/**
 * What the native menu can ask of a window: the shortcut's action that does it, and the keys it has unless the person gave
 * it others. One list for both, so that what a menu shows beside its entry is what the key does.
 */
export const menuKeys = {
  palette: { action: 'app.palette', keys: ['Mod+K', 'Mod+Shift+P'] },
  search: { action: 'app.search', keys: ['/', 'Mod+Shift+F'] },
  'new-ticket': { action: 'app.newTicket', keys: ['c', 'Mod+N'] },
  /** Done by the shell, also where there is no window. */
  capture: { action: 'app.capture', keys: ['Mod+J'] },
  settings: { action: 'app.settings', keys: ['Mod+,'] },
  diagnostics: { action: 'go.diagnostics', keys: [] },
  shortcuts: { action: 'app.overlay', keys: ['?', 'Mod+/'] },
  'go-inbox': { action: 'go.inbox', keys: ['g i', 'Mod+1'] },
  'go-chat': { action: 'go.chat', keys: ['g c', 'Mod+2'] },
  'go-tickets': { action: 'go.tickets', keys: ['g t', 'Mod+3'] },
  'go-knowledge': { action: 'go.knowledge', keys: ['g k', 'Mod+4'] },
  'go-ask': { action: 'go.ask', keys: ['g a', 'Mod+6'] },
  back: { action: 'app.back', keys: ['Alt+ArrowLeft'] },
  forward: { action: 'app.forward', keys: ['Alt+ArrowRight'] },
  'toggle-list': { action: 'layout.toggleList', keys: ['Mod+B'] },
  'toggle-context': { action: 'layout.toggleContext', keys: ['Mod+Shift+B'] },
  /** In the main window: opens what is shown in a window of its own. In such a window: shows it in the main one. */
  'own-window': { action: 'app.ownWindow', keys: ['Mod+Shift+O'] },
} as const satisfies Readonly<Record<string, { readonly action: string; readonly keys: readonly string[] }>>

export type MenuAction = keyof typeof menuKeys

export function isMenuAction(value: unknown): value is MenuAction {
  return typeof value === 'string' && Object.hasOwn(menuKeys, value)
}

/** These are the business of the window in front, whichever it is; all others are the main window's. */
export const actionsInPlace: readonly MenuAction[] = ['palette', 'shortcuts', 'toggle-context', 'own-window']
