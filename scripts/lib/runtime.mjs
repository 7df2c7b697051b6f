/**
 * All that has to be there before the program can run: npm packages, Electron, the system's libraries, the native module,
 * the built program, a screen. Every step looks first whether it is done, so that the second time takes a moment.
 */
import { ensureBuilt } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay, startVirtualDisplay } from './display.mjs'
import { ensureElectron } from './electron.mjs'
import { say, secondsSince } from './log.mjs'
import { ensureSqliteBinding, hasToCompileSqlite } from './sqlite.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

/**
 * @typedef {object} Runtime
 * @property {import('./electron.mjs').Electron} electron
 * @property {Record<string, string | undefined>} env the environment that the program and its tests are started with
 * @property {boolean} isVirtualDisplay nobody will see the window
 * @property {() => void} dispose stops what was started for it
 *
 * @typedef {object} RuntimeOptions
 * @property {boolean} [build] build the program (default), or leave that to the caller
 * @property {boolean} [installSystem] install missing system packages as root; default: on CI
 * @property {boolean} [retryElectron] try Electron's own download again
 */

/**
 * @param {RuntimeOptions} [options]
 * @returns {Promise<Runtime>}
 */
export async function prepareRuntime({ build = true, installSystem = isCi(), retryElectron = false } = {}) {
  const start = performance.now()
  const isVirtualDisplay = !hasDisplay()
  await ensureDependencies()
  const electron = await ensureElectron({ retry: retryElectron })
  await ensureSystemLibraries(electron, {
    install: installSystem,
    needsVirtualDisplay: isVirtualDisplay,
    needsCompiler: hasToCompileSqlite(electron),
  })
  const binding = await ensureSqliteBinding(electron)
  if (build) await ensureBuilt()
  const display = isVirtualDisplay ? await startVirtualDisplay() : undefined
  say(`ready in ${secondsSince(start)}: Electron ${electron.version}${sourceNote(electron)}`)
  return {
    electron,
    env: { ...process.env, ...display?.env, ...electronEnvironment(electron, binding) },
    isVirtualDisplay,
    dispose: () => display?.dispose(),
  }
}

/**
 * ELECTRON_OVERRIDE_DIST_PATH is what the electron package and Playwright go by, ELECTRON_EXEC_PATH electron-vite.
 * @param {import('./electron.mjs').Electron} electron
 * @param {string | undefined} binding
 */
function electronEnvironment(electron, binding) {
  return {
    ELECTRON_EXEC_PATH: electron.executable,
    ...(electron.source === 'package' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: electron.dist }),
    OUTPOST_SQLITE_BINDING: binding,
    // Set where a person develops inside an Electron program; it would turn ours into plain Node.
    ELECTRON_RUN_AS_NODE: undefined,
  }
}

/** @param {import('./electron.mjs').Electron} electron */
function sourceNote({ source }) {
  if (source === 'fallback') return ' (from an npm package, because its own download could not be reached)'
  return source === 'override' ? ' (from ELECTRON_OVERRIDE_DIST_PATH)' : ''
}

export const isCi = () => process.env['CI'] !== undefined && !['', '0', 'false'].includes(process.env['CI'])
