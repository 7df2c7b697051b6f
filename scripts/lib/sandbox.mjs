/**
 * Whether Chromium's sandbox can be used on this machine. Only for running from a checkout: packages that people install
 * set it up properly, and never go without.
 */
import fs from 'node:fs'
import path from 'node:path'

const SETUID_ROOT = 0o4000

/**
 * @param {import('./electron.mjs').Electron} electron
 * @returns {{ args: string[], why?: string }} arguments for Electron; why the sandbox is off, where it is
 */
export function sandboxArguments(electron) {
  if (process.platform !== 'linux') return { args: [] }
  if (process.getuid?.() === 0)
    return {
      args: ['--no-sandbox'],
      why: 'you are root, and Chromium refuses its sandbox to root (--no-sandbox)',
    }
  const helper = path.join(electron.dist, 'chrome-sandbox')
  if (hasUserNamespaces() || isSetUpHelper(helper)) return { args: [] }
  return {
    args: ['--no-sandbox'],
    why: `this system gives no user namespaces to programs (--no-sandbox). To have it:\n  sudo chown root ${helper} && sudo chmod 4755 ${helper}`,
  }
}

function hasUserNamespaces() {
  return (
    readNumber('/proc/sys/kernel/unprivileged_userns_clone', 1) !== 0 &&
    readNumber('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 0) === 0 &&
    readNumber('/proc/sys/user/max_user_namespaces', 1) !== 0
  )
}

/** @param {string} helper */
function isSetUpHelper(helper) {
  const stat = fs.statSync(helper, { throwIfNoEntry: false })
  return stat !== undefined && stat.uid === 0 && (stat.mode & SETUID_ROOT) !== 0
}

/**
 * @param {string} file
 * @param {number} otherwise where the kernel does not have the setting
 */
function readNumber(file, otherwise) {
  try {
    return Number(fs.readFileSync(file, 'utf8'))
  } catch {
    return otherwise
  }
}
