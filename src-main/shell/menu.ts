/**
 * The native menus. What a window does itself is sent to it as a MenuAction; a key that the page handles never gets here, so
 * nobody is answered twice. The keys that are shown are those of the shortcuts, the person's own first.
 */
import type { MenuItemConstructorOptions } from 'electron'
import { menuKeys, type MenuAction } from '#shared/contract/menu-keys.ts'
import { menuAccelerator } from './accelerators.ts'
import type { MenuText, Translate } from './translate.ts'
import type { ZoomDirection } from './zoom.ts'

interface MenuDeps {
  readonly translate: Translate
  readonly platform: NodeJS.Platform
  /** Reload and developer tools, for those who build Outpost. */
  readonly development: boolean
  /** Keys that the person changed, by the shortcut's action. */
  readonly ownKeys: Readonly<Record<string, string>>
  readonly capture: () => void
  readonly sendAction: (action: MenuAction) => void
  readonly showMain: () => void
  readonly zoom: (direction: ZoomDirection) => void
  readonly showLogs: () => void
}

/** What is in front when the menu is looked at. */
export interface MenuState {
  /** Null where no window has the focus. */
  readonly focused: 'main' | 'place' | 'capture' | null
  /** The main window is there, and shows something that a window could show by itself. */
  readonly hasPlace: boolean
}

/** Which entries can be chosen now, by their ids; those that are not named always can. */
export function enabledItems({ focused, hasPlace }: MenuState): Readonly<Record<string, boolean>> {
  return {
    back: focused === 'main',
    forward: focused === 'main',
    'toggle-list': focused === 'main',
    'toggle-context': focused === 'place' || (focused === 'main' && hasPlace),
    'own-window': focused === 'place' || (focused === 'main' && hasPlace),
    close: focused !== null,
    minimize: focused === 'main' || focused === 'place',
    'main-window': focused !== 'main',
  }
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

export function menuTemplate(deps: MenuDeps): Item[] {
  const { platform, translate, development, ownKeys } = deps
  const isMac = platform === 'darwin'
  const role = (name: NonNullable<Item['role']>, label: MenuText, id?: string): Item => ({
    role: name,
    label: translate.menu(label),
    ...(id === undefined ? {} : { id }),
  })
  const action = (label: MenuText, name: MenuAction): Item => {
    const keys = menuAccelerator(ownKeys[menuKeys[name].action], menuKeys[name].keys)
    return {
      id: name,
      label: translate.menu(label),
      click: () => deps.sendAction(name),
      ...(keys === undefined ? {} : { accelerator: keys }),
    }
  }
  const zoom = (label: MenuText, direction: ZoomDirection, accelerator: string): Item => ({
    id: `zoom-${direction}`,
    label: translate.menu(label),
    accelerator,
    click: () => deps.zoom(direction),
  })
  const submenu = (label: MenuText, items: Item[]): Item => ({ label: translate.menu(label), submenu: items })
  const settings = action('preferences', 'settings')

  const appMenu: Item = {
    label: 'Outpost',
    submenu: [
      role('about', 'about'),
      separator,
      settings,
      separator,
      role('services', 'services'),
      separator,
      role('hide', 'hide'),
      role('hideOthers', 'hideOthers'),
      role('unhide', 'showAll'),
      separator,
      role('quit', 'quit'),
    ],
  }
  const file = submenu('file', [
    action('newTicket', 'new-ticket'),
    { ...action('capture', 'capture'), click: () => deps.capture() },
    action('ownWindow', 'own-window'),
    separator,
    ...(isMac ? [] : [settings, separator]),
    role('close', 'closeWindow', 'close'),
    ...(isMac ? [] : [role('quit', 'quit')]),
  ])
  const edit = submenu('edit', [
    role('undo', 'undo'),
    role('redo', 'redo'),
    separator,
    role('cut', 'cut'),
    role('copy', 'copy'),
    role('paste', 'paste'),
    role('pasteAndMatchStyle', 'pastePlain'),
    role('delete', 'delete'),
    separator,
    role('selectAll', 'selectAll'),
    separator,
    action('search', 'search'),
  ])
  const view = submenu('view', [
    action('toggleList', 'toggle-list'),
    action('toggleContext', 'toggle-context'),
    separator,
    zoom('zoomReset', 'reset', 'CmdOrCtrl+0'),
    zoom('zoomIn', 'in', 'CmdOrCtrl+Plus'),
    // The same key without Shift, for keyboards where "+" is above "=".
    {
      ...zoom('zoomIn', 'in', 'CmdOrCtrl+='),
      id: 'zoom-in-plain',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    zoom('zoomOut', 'out', 'CmdOrCtrl+-'),
    separator,
    role('togglefullscreen', 'fullScreen'),
    ...(development ? [separator, role('reload', 'reload'), role('toggleDevTools', 'developerTools')] : []),
  ])
  const go = submenu('go', [
    action('back', 'back'),
    action('forward', 'forward'),
    separator,
    action('palette', 'palette'),
    separator,
    action('goInbox', 'go-inbox'),
    action('goChat', 'go-chat'),
    action('goTickets', 'go-tickets'),
    action('goKnowledge', 'go-knowledge'),
    action('goAsk', 'go-ask'),
  ])
  const windowMenu: Item = {
    // On macOS the role adds the list of the open windows.
    ...(isMac ? { role: 'windowMenu' as const } : {}),
    ...submenu('window', [
      role('minimize', 'minimize', 'minimize'),
      ...(isMac ? [role('zoom', 'maximize')] : []),
      separator,
      { id: 'main-window', label: translate.menu('mainWindow'), click: () => deps.showMain() },
      ...(isMac ? [separator, role('front', 'front')] : []),
    ]),
  }
  const help = submenu('help', [
    action('shortcuts', 'shortcuts'),
    action('diagnostics', 'diagnostics'),
    { id: 'logs', label: translate.menu('openLogs'), click: () => deps.showLogs() },
    ...(isMac ? [] : [separator, role('about', 'about')]),
  ])
  return [...(isMac ? [appMenu] : []), file, edit, view, go, windowMenu, { ...help, ...helpRole(isMac) }]
}

/** On macOS the role adds the search through all menus. */
function helpRole(isMac: boolean): Item {
  return isMac ? { role: 'help' } : {}
}
