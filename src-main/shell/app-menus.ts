/** The menus as they are now: in the person's language and with their keys, and what cannot be done is greyed. */
import { clipboard, Menu, type App, type BrowserWindow, type ContextMenuParams } from 'electron'
import type { AppWindows } from './app-windows.ts'
import { contextMenuTemplate } from './context-menu.ts'
import { enabledItems, menuTemplate } from './menu.ts'
import type { OwnWords } from './own-words.ts'
import type { PreferencesStore } from './preferences.ts'
import type { Translate } from './translate.ts'
import type { Windows } from './windows.ts'

export interface AppMenus {
  /** Makes them anew; at first, and when language or keys changed. */
  set(): void
  /** Something else is in front. */
  refresh(): void
  /** The menu of a right click, where there is something to offer. */
  popUp(window: BrowserWindow, params: ContextMenuParams): void
}

interface AppMenusDeps {
  readonly app: Pick<App, 'on'>
  readonly windows: Windows
  readonly appWindows: () => AppWindows
  /** The place that the window shows; null for none. */
  readonly placeIn: (window: BrowserWindow) => string | null
  readonly preferences: PreferencesStore
  readonly ownWords: OwnWords
  readonly translate: () => Translate
  readonly platform: NodeJS.Platform
  readonly development: boolean
  readonly capture: () => void
  readonly showLogs: () => void
}

export function createAppMenus(deps: AppMenusDeps): AppMenus {
  const { windows, appWindows } = deps
  const refresh = (): void => {
    const menu = Menu.getApplicationMenu()
    const window = windows.all().find((each) => each.isFocused())
    const view = window && windows.viewOf(window)
    const main = windows.main()
    const enabled = enabledItems({
      focused: view?.type ?? null,
      hasPlace: main !== null && deps.placeIn(main) !== null,
    })
    for (const [id, isEnabled] of Object.entries(enabled)) {
      const item = menu?.getMenuItemById(id)
      if (item) item.enabled = isEnabled
    }
  }
  deps.app.on('browser-window-focus', refresh)
  deps.app.on('browser-window-blur', refresh)
  return {
    refresh,
    set() {
      const template = menuTemplate({
        translate: deps.translate(),
        platform: deps.platform,
        development: deps.development,
        ownKeys: deps.preferences.get().shortcuts,
        capture: deps.capture,
        sendAction: (action) => appWindows().sendAction(action),
        showMain: () => void appWindows().showMain(),
        zoom: (direction) => appWindows().zoom(direction),
        showLogs: deps.showLogs,
      })
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
      refresh()
    },
    popUp(window, params) {
      const items = contextMenuTemplate(params, deps.translate(), {
        copy: (text) => void clipboard.writeText(text),
        replace: (word) => window.webContents.replaceMisspelling(word),
        learn: (word) => void deps.ownWords.learn(word, window),
      })
      if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
    },
  }
}
