/** Where the other parts of a build are, beside the program's own. */
import path from 'node:path'

export interface ProgramFiles {
  readonly engineHost: string
  readonly checkParts: string
  readonly localModel: string
  readonly preload: string
  readonly renderer: string
  readonly trayIcons: string
  readonly spelling: string
  /** The built-in model's folder. */
  readonly model: string
}

/**
 * @param out the folder of what was built
 * @param assets the folder of what was not
 */
export function programFiles(out: string, assets: string): ProgramFiles {
  return {
    engineHost: path.join(out, 'main', 'start-engine-host.cjs'),
    localModel: path.join(out, 'main', 'local-model.cjs'),
    checkParts: path.join(out, 'main', 'check-parts.cjs'),
    preload: path.join(out, 'preload', 'preload.cjs'),
    renderer: path.join(out, 'renderer'),
    trayIcons: path.join(assets, 'tray'),
    spelling: path.join(assets, 'spelling'),
    model: path.join(assets, 'models', 'static-de-en'),
  }
}
