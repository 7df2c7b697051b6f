/** The npm packages: installed with `npm ci` when what is installed is not what the lock file says. */
import fs from 'node:fs'
import path from 'node:path'
import { timed } from './log.mjs'
import { npm, npmError } from './npm.mjs'
import { projectRoot } from './project.mjs'

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }> }} LockFile */

export async function ensureDependencies() {
  const lock = readLock('package-lock.json')
  const installed = readLock(path.join('node_modules', '.package-lock.json'))
  if (lock !== undefined && installed !== undefined && isInstalled(lock, installed)) return
  await timed('installing the npm packages (npm ci)', async () => {
    const result = await npm(['ci', '--no-audit', '--no-fund'])
    if (result.code !== 0) throw npmError('the npm packages could not be installed', result.stderr)
  })
}

/**
 * npm keeps a record of what it installed, written last. It is compared instead of a stamp of ours, so that a person's own
 * `npm install` is seen too. Packages for other platforms are in the lock file and not installed: they are optional.
 * @param {LockFile} lock
 * @param {LockFile} installed
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([name, wanted]) => {
    if (name === '') return true
    const found = installed.packages[name]
    if (found === undefined)
      return wanted.optional === true || wanted.devOptional === true || wanted.peer === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/**
 * @param {string} name
 * @returns {LockFile | undefined}
 */
function readLock(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(projectRoot, name), 'utf8'))
  } catch {
    return undefined
  }
}
