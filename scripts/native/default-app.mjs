/**
 * What Electron's own default app does with `electron [options] path/to/app`, for the assembled runtime of
 * scripts/lib/fallback-electron.mjs: it is packed into that runtime as resources/default_app.asar.
 * After github.com/electron/electron, default_app/main.ts.
 *
 * An ES module that waits for the app: Electron holds back its `ready` event until then, and what has to be done before
 * `ready` (registering the app's protocol) is done in time.
 */
import { app as publicApp } from 'electron'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What Node does not document and Electron's default app uses as well.
 * @typedef {{ _preloadModules(names: string[]): void, _resolveFilename(name: string, parent: null, isMain: boolean): string }} Loader
 */
const loader = /** @type {Loader} */ (/** @type {unknown} */ (Module))

/**
 * The same of Electron.
 * @typedef {import('electron').App & { setAppPath(path: string): void, setVersion(version: string): void }} App
 */
const app = /** @type {App} */ (publicApp)

const { file, preloaded, rest } = readArguments(process.argv.slice(1))
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
if (preloaded.length > 0) loader._preloadModules(preloaded)
if (file === undefined) fail('usage: electron [options] path/to/app')
else await startApp(path.resolve(file), rest)

/**
 * The first argument that is no option is the app; `-r` and `--require` name modules to load before it.
 * @param {string[]} given
 * @returns {{ file: string | undefined, preloaded: string[], rest: string[] }}
 */
function readArguments(given) {
  /** @type {string[]} */
  const preloaded = []
  for (let index = 0; index < given.length; index++) {
    const argument = given[index] ?? ''
    if (argument === '-v' || argument === '--version') {
      console.log(`v${process.versions['electron']}`)
      process.exit(0)
    } else if (argument === '-r' || argument === '--require') preloaded.push(given[++index] ?? '')
    else if (argument.startsWith('--require=')) preloaded.push(argument.slice('--require='.length))
    else if (!argument.startsWith('-')) return { file: argument, preloaded, rest: given }
  }
  return { file: undefined, preloaded, rest: given }
}

/**
 * @param {string} appPath a folder with a package.json, or a file
 * @param {string[]} args what the app finds in process.argv
 */
async function startApp(appPath, args) {
  try {
    const manifest = readManifest(appPath)
    if (manifest === undefined) app.setAppPath(path.dirname(appPath))
    else {
      const name = manifest.productName ?? manifest.name
      if (manifest.version !== undefined) app.setVersion(manifest.version)
      if (manifest.desktopName !== undefined) app.setDesktopName(manifest.desktopName)
      if (name !== undefined) app.name = name
      app.setPath('userData', path.join(app.getPath('appData'), app.name))
      app.setAppPath(appPath)
    }
    const entry = loader._resolveFilename(appPath, null, true)
    process.argv.splice(1, process.argv.length - 1, ...args)
    await import(pathToFileURL(entry).href)
  } catch (error) {
    fail(`The app at ${appPath} could not be loaded`, error)
  }
}

/**
 * @param {string} appPath
 * @returns {{ name?: string, productName?: string, version?: string, desktopName?: string } | undefined} undefined where the
 * path is a file, not a folder with a package.json
 */
function readManifest(appPath) {
  try {
    return createRequire(import.meta.url)(path.join(appPath, 'package.json'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/**
 * @param {string} message
 * @param {unknown} [error]
 */
function fail(message, error) {
  console.error(message)
  if (error !== undefined) console.error(error)
  process.exit(1)
}
