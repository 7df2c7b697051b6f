/**
 * The native menus. What the window does itself is sent to it as a MenuAction; a key that the page handles never
 * gets here, so a person who changed it there is not answered twice.
 */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuAction } from '#shared/contract/bridge.ts'
import type { MenuText, Translate } from './translate.ts'
import type { ZoomDirection } from './zoom.ts'

interface MenuDeps {
  readonly translate: Translate
  readonly platform: NodeJS.Platform
  /** Reload and developer tools, for those who build Outpost. */
  readonly development: boolean
  readonly sendAction: (action: MenuAction) => void
  readonly zoom: (direction: ZoomDirection) => void
  readonly showLogs: () => void
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

export function menuTemplate(deps: MenuDeps): Item[] {
  const { platform, translate, development } = deps
  const isMac = platform === 'darwin'
  const role = (name: NonNullable<Item['role']>, label: MenuText): Item => ({
    role: name,
    label: translate.menu(label),
  })
  const action = (label: MenuText, name: MenuAction, accelerator?: string): Item => ({
    id: name,
    label: translate.menu(label),
    click: () => deps.sendAction(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const zoom = (label: MenuText, direction: ZoomDirection, accelerator: string): Item => ({
    id: `zoom-${direction}`,
    label: translate.menu(label),
    accelerator,
    click: () => deps.zoom(direction),
  })
  const submenu = (label: MenuText, items: Item[]): Item => ({ label: translate.menu(label), submenu: items })
  const settings = action('preferences', 'settings', 'CmdOrCtrl+,')

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
    action('newTicket', 'new-ticket', 'CmdOrCtrl+N'),
    separator,
    ...(isMac ? [] : [settings, separator]),
    role('close', 'closeWindow'),
    ...(isMac ? [] : [role('quit', 'quit')]),
  ])
  const edit = submenu('edit', [
    role('undo', 'undo'),
    role('redo', 'redo'),
    separator,
    role('cut', 'cut'),
    role('copy', 'copy'),
    role('paste', 'paste'),
    role('delete', 'delete'),
    separator,
    role('selectAll', 'selectAll'),
  ])
  const view = submenu('view', [
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
    action('palette', 'palette', 'CmdOrCtrl+K'),
    action('search', 'search', 'CmdOrCtrl+Shift+F'),
    separator,
    action('goInbox', 'go-inbox', 'CmdOrCtrl+1'),
    action('goChat', 'go-chat', 'CmdOrCtrl+2'),
    action('goTickets', 'go-tickets', 'CmdOrCtrl+3'),
    action('goKnowledge', 'go-knowledge', 'CmdOrCtrl+4'),
    action('goAsk', 'go-ask', 'CmdOrCtrl+6'),
  ])
  const windowMenu = submenu('window', [
    role('minimize', 'minimize'),
    ...(isMac ? [separator, role('front', 'front')] : []),
  ])
  const help = submenu('help', [
    action('shortcuts', 'shortcuts', 'CmdOrCtrl+/'),
    action('diagnostics', 'diagnostics'),
    { label: translate.menu('openLogs'), click: () => deps.showLogs() },
    ...(isMac ? [] : [separator, role('about', 'about')]),
  ])
  return [...(isMac ? [appMenu] : []), file, edit, view, go, windowMenu, help]
}
