/** What a run of `npm run package` was asked for, and what electron-builder is told beyond electron-builder.yml. */
import fs from 'node:fs'
import path from 'node:path'
import { SetupError } from '../log.mjs'
import { projectRoot } from '../project.mjs'

/**
 * @typedef {object} Settings
 * @property {string[] | null} only the kinds to make; null for all of this system
 * @property {string} out where they are put
 * @property {boolean} quick little compression, for trying
 * @property {boolean} report print the size of every part
 * @property {boolean} release refuse what may not be handed out
 */

const kinds = {
  linux: ['dir', 'tar.gz', 'deb', 'rpm', 'AppImage'],
  darwin: ['dir', 'dmg', 'zip'],
  win32: ['dir', 'nsis', 'portable'],
}

export const kindsHere = () =>
  kinds[/** @type {keyof typeof kinds} */ (process.platform)] ?? /** @type {string[]} */ ([])

/**
 * @param {readonly string[]} args
 * @returns {Settings}
 */
export function parseSettings(args) {
  /** @type {Settings} */
  const settings = {
    only: null,
    out: path.join(projectRoot, 'dist'),
    quick: false,
    report: false,
    release: false,
  }
  for (let at = 0; at < args.length; at++) {
    const [option = '', value = args[at + 1] ?? ''] = (args[at] ?? '').split('=', 2)
    if (option === '--quick' || option === '--report' || option === '--release') {
      settings[/** @type {'quick' | 'report' | 'release'} */ (option.slice(2))] = true
      continue
    }
    if (option !== '--only' && option !== '--out') throw new SetupError(`"${option}" is no option.`, usage())
    if (value === '') throw new SetupError(`${option} needs a value.`, usage())
    if (!(args[at] ?? '').includes('=')) at++
    if (option === '--out') settings.out = path.resolve(value)
    else settings.only = kindsOf(value)
  }
  return settings
}

/** @param {string} value */
function kindsOf(value) {
  const wanted = value.split(',')
  const unknown = wanted.find((kind) => !kindsHere().includes(kind))
  if (unknown !== undefined) throw new SetupError(`"${unknown}" cannot be made on this system.`, usage())
  return wanted
}

const usage = () =>
  [
    'npm run package -- [--only KIND,KIND] [--out FOLDER] [--quick] [--report] [--release]',
    `kinds here: ${kindsHere().join(', ')}`,
  ].join('\n')

/**
 * Signing by Azure, where the certificate is a service; electron-builder takes the rest of it from the environment.
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function azureSigning(env) {
  const [endpoint, account, profile, publisher] = [
    env['AZURE_SIGNING_ENDPOINT'],
    env['AZURE_SIGNING_ACCOUNT'],
    env['AZURE_SIGNING_PROFILE'],
    env['AZURE_SIGNING_PUBLISHER'],
  ]
  if (!endpoint || !account || !profile || !publisher) return undefined
  return {
    endpoint,
    codeSigningAccountName: account,
    certificateProfileName: profile,
    publisherName: publisher,
  }
}

/**
 * @param {import('../electron.mjs').Electron} electron
 * @param {string | undefined} sqliteBinding for an Electron that the shipped one is too new for
 * @param {Settings} settings
 * @returns {Record<string, unknown>}
 */
export function overrides(electron, sqliteBinding, settings) {
  const azureSignOptions = azureSigning(process.env)
  return {
    directories: { output: settings.out },
    // Its own download is left to electron-builder, which also needs that of the other architecture.
    ...(electron.source === 'package'
      ? {}
      : { electronDist: electron.dist, electronVersion: electron.version }),
    ...(sqliteBinding === undefined ? {} : { files: sqliteInstead(sqliteBinding) }),
    ...(azureSignOptions === undefined ? {} : { win: { azureSignOptions } }),
    ...(process.env['OUTPOST_REQUIRE_SIGNING'] === '1' ? { forceCodeSigning: true } : {}),
    ...(settings.quick ? { compression: 'store' } : {}),
  }
}

/** @param {string} binding takes the place of the binary that better-sqlite3 ships for this system */
function sqliteInstead(binding) {
  const name = `${process.platform}-${process.arch}.node`
  const folder = path.join(path.dirname(binding), 'prebuilds')
  fs.mkdirSync(folder, { recursive: true })
  fs.copyFileSync(binding, path.join(folder, name))
  return [
    `!node_modules/better-sqlite3/prebuilds/${name}`,
    { from: folder, to: 'node_modules/better-sqlite3/prebuilds', filter: [name] },
  ]
}
