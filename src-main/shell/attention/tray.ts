/** The icon in the tray: what state everything is in, and a menu. */
import path from 'node:path'
import { Menu, nativeImage, nativeTheme, Tray, type NativeImage } from 'electron'
import { trayMenu, trayTooltip, type TrayActions } from './tray-menu.ts'
import type { Summary, TrayState } from './summary.ts'
import type { Words } from './words.ts'

export interface TrayIcon {
  update(summary: Summary, words: Words): void
  dispose(): void
}

interface TrayDeps {
  /** The folder with the icons. */
  readonly icons: string
  readonly platform: NodeJS.Platform
  readonly actions: TrayActions
}

export function createTrayIcon({ icons, platform, actions }: TrayDeps): TrayIcon {
  const images = new Map<string, NativeImage>()
  const image = (state: TrayState): NativeImage => {
    const name = `${state}${look(platform)}`
    const known = images.get(name)
    if (known) return known
    const made = nativeImage.createFromPath(path.join(icons, `${name}.png`))
    images.set(name, made)
    return made
  }
  const tray = new Tray(image('synced'))
  let shown: { readonly summary: Summary; readonly words: Words } | null = null
  let said = ''
  const draw = (): void => {
    if (!shown) return
    const { summary, words } = shown
    tray.setImage(image(summary.state))
    const text = JSON.stringify([summary, words.language])
    // A menu that is open must not be taken away for nothing.
    if (text === said) return
    said = text
    tray.setToolTip(trayTooltip(summary, words))
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(summary, words, actions)))
  }
  nativeTheme.on('updated', draw)
  tray.on('click', () => actions.open())
  return {
    update(summary, words) {
      shown = { summary, words }
      draw()
    },
    dispose() {
      nativeTheme.off('updated', draw)
      tray.destroy()
    },
  }
}

/** Which drawing is seen on the system's panel. */
function look(platform: NodeJS.Platform): string {
  // macOS colours a template itself.
  if (platform === 'darwin') return 'Template'
  // Nobody says how a panel on Linux is: it may be light under a dark theme and dark under a light one.
  if (platform === 'linux') return '-tile'
  // Windows says how its task bar is, which is not as our own windows are.
  const theme = nativeTheme as { shouldUseDarkColorsForSystemIntegratedUI?: boolean }
  return (theme.shouldUseDarkColorsForSystemIntegratedUI ?? true) ? '-dark' : '-light'
}
