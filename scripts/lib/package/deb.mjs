/** Packs for Debian and Ubuntu, with dpkg-deb. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { capture } from '../processes.mjs'
import { isQuick, layOut, stagedFiles } from './stage.mjs'

/** @param {import('./fpm-arguments.mjs').Wanted} wanted */
export async function makeDeb(wanted) {
  fs.mkdirSync(path.dirname(wanted.file), { recursive: true })
  const stage = fs.mkdtempSync(path.join(path.dirname(wanted.file), '.deb-'))
  try {
    layOut(wanted.files, stage)
    const files = stagedFiles(stage)
    const bytes = files.reduce((sum, file) => sum + fs.statSync(path.join(stage, file)).size, 0)
    const control = path.join(stage, 'DEBIAN')
    fs.mkdirSync(control, { mode: 0o755 })
    fs.writeFileSync(path.join(control, 'control'), controlFile(wanted, Math.ceil(bytes / 1024)))
    fs.writeFileSync(path.join(control, 'md5sums'), files.map((file) => sumLine(stage, file)).join(''))
    install(wanted.afterInstall, path.join(control, 'postinst'))
    install(wanted.afterRemove, path.join(control, 'postrm'))
    const compression = isQuick() ? ['-Zgzip', '-z1'] : ['-Zxz']
    const result = await capture('dpkg-deb', [
      ...['--root-owner-group', ...compression, '--build', stage, wanted.file],
    ])
    if (result.code !== 0) throw new Error(`dpkg-deb failed: ${result.stderr}`)
  } finally {
    fs.rmSync(stage, { recursive: true, force: true })
  }
}

/**
 * @param {import('./fpm-arguments.mjs').Wanted} wanted
 * @param {number} kilobytes when installed
 */
export function controlFile(wanted, kilobytes) {
  /** @type {[string, string][]} */
  const fields = [
    ['Package', wanted.name],
    ['Version', wanted.version],
    ['Architecture', wanted.architecture],
    ['Maintainer', wanted.maintainer],
    ['Installed-Size', String(kilobytes)],
    ['Depends', wanted.depends.join(', ')],
    ['Recommends', wanted.recommends.join(', ')],
    ['Section', wanted.section],
    ['Priority', wanted.priority],
    ['Homepage', wanted.homepage],
    ['Description', `${wanted.summary}\n ${wanted.description}`],
  ]
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

/**
 * @param {string} script
 * @param {string} place
 */
function install(script, place) {
  fs.copyFileSync(script, place)
  fs.chmodSync(place, 0o755)
}

/**
 * As `debsums` reads it, to find files that were changed after installing.
 * @param {string} stage
 * @param {string} file
 */
function sumLine(stage, file) {
  const sum = createHash('md5')
    .update(fs.readFileSync(path.join(stage, file)))
    .digest('hex')
  return `${sum}  ${file}\n`
}
