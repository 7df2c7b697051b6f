/** Makes the packages of this system in a folder, and says which could not be made and why. */
import fs from 'node:fs'
import path from 'node:path'
import { say, timed } from '../log.mjs'
import { capture } from '../processes.mjs'
import { projectRoot } from '../project.mjs'
import { kindsHere, overrides } from './settings.mjs'

/**
 * @typedef {object} Made
 * @property {string} unpacked the folder (on macOS: of the last architecture) that the packages hold
 * @property {string[]} files
 * @property {{ kind: string, why: string }[]} skipped
 */

/**
 * @param {import('../electron.mjs').Electron} electron
 * @param {string | undefined} sqliteBinding
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<Made>}
 */
export async function makePackages(electron, sqliteBinding, settings) {
  const wanted = settings.only ?? kindsHere()
  const skipped = await missingTools(wanted, electron)
  const kinds = wanted.filter((kind) => !skipped.some((each) => each.kind === kind))
  // Packed by the system's own tar, and only after the rest.
  const byBuilder = kinds.filter((kind) => kind !== 'tar.gz')
  if (byBuilder.length === 0) byBuilder.push('dir')
  if (process.platform === 'linux')
    process.env['CUSTOM_FPM_PATH'] = path.join(projectRoot, 'scripts/native/fpm.mjs')
  if (settings.quick) process.env['OUTPOST_PACKAGE_QUICK'] = '1'
  const files = await timed(`packing ${byBuilder.join(', ')}`, () =>
    runBuilder(byBuilder, settings.only !== null, overrides(electron, sqliteBinding, settings)),
  )
  const unpacked = unpackedFolder(settings.out)
  if (kinds.includes('tar.gz'))
    files.push(await timed('packing tar.gz', () => makeTarball(unpacked, settings)))
  return { unpacked, files: files.filter((file) => !file.endsWith('.blockmap')).sort(), skipped }
}

/**
 * @param {string[]} kinds
 * @param {boolean} isChosen else each kind's architectures are those of electron-builder.yml
 * @param {Record<string, unknown>} config
 * @returns {Promise<string[]>} the files made
 */
async function runBuilder(kinds, isChosen, config) {
  // Not at the top: this file is loaded before the packages are there.
  const { build, Platform, archFromString } = await import('electron-builder')
  const platform = Platform.current()
  const everything = process.platform !== 'linux' && !isChosen
  const targets = everything
    ? platform.createTarget()
    : platform.createTarget(kinds, archFromString(process.arch))
  return build({
    projectDir: projectRoot,
    targets,
    publish: 'never',
    config: {
      ...config,
      /** @param {{ appOutDir: string }} context */
      afterPack: ({ appOutDir }) => removeForeign(appOutDir),
    },
  })
}

/**
 * What the set-up put beside Electron for itself.
 * @param {string} folder
 */
function removeForeign(folder) {
  for (const name of ['.outpost.json', 'version', 'resources/default_app.asar'])
    fs.rmSync(path.join(folder, name), { force: true })
}

/** @param {string} out */
export function unpackedFolder(out) {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`
  const names = { linux: `linux${arch}-unpacked`, win32: `win${arch}-unpacked`, darwin: `mac${arch}` }
  return path.join(out, names[/** @type {keyof typeof names} */ (process.platform)] ?? '')
}

/**
 * @param {string[]} wanted
 * @param {import('../electron.mjs').Electron} electron
 * @returns {Promise<Made['skipped']>}
 */
async function missingTools(wanted, electron) {
  const skipped = []
  for (const [kind, tool, from] of [
    ['deb', 'dpkg-deb', 'dpkg'],
    ['rpm', 'rpmbuild', 'rpm'],
  ]) {
    if (kind === undefined || tool === undefined || !wanted.includes(kind)) continue
    if ((await capture(tool, ['--version'])).code !== 0)
      skipped.push({ kind, why: `there is no ${tool}; the package "${from}" has it` })
  }
  if (wanted.includes('AppImage') && electron.source === 'fallback')
    skipped.push({
      kind: 'AppImage',
      why: 'its runtime is fetched from where Electron is, and that could not be reached',
    })
  for (const { kind, why } of skipped) say(`${kind} is left out: ${why}`)
  return skipped
}

/**
 * @param {string} unpacked
 * @param {import('./settings.mjs').Settings} settings
 */
async function makeTarball(unpacked, { out, quick }) {
  const { version } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  const name = `outpost-${version}-linux-${process.arch}`
  const file = path.join(out, `${name}.tar.gz`)
  const result = await capture('tar', [
    ...['--create', '--file', file, `--use-compress-program=gzip -${quick ? 1 : 9} --no-name`],
    // The same files give the same archive, whoever packs them.
    ...[
      '--sort=name',
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      `--mtime=${mtime()}`,
      '--mode=u=rwX,go=rX',
    ],
    ...['--directory', unpacked, `--transform=s,^\\.,${name},`, '.'],
  ])
  if (result.code !== 0) throw new Error(`tar failed: ${result.stderr}`)
  return file
}

/** The usual variable for a time that does not change from one making to the next. */
const mtime = () => `@${process.env['SOURCE_DATE_EPOCH'] ?? Math.floor(Date.now() / 1000)}`
