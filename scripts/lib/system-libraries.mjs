/**
 * The shared libraries and programs that Electron needs on Linux, and how to get the missing ones.
 *
 * Two kinds: what the executable is linked with (`ldd` tells), and what it loads at run time and silently does without,
 * for notifications, the keychain and the tray menu (the linker's cache tells).
 */
import fs from 'node:fs'
import { SetupError, say, timed } from './log.mjs'
import { capture } from './processes.mjs'
import { compilerCommand } from './sqlite.mjs'

/** Linked: the start of a library's name -> the Debian package that brings it. The rest comes along as dependencies. */
const LINKED = [
  ['libgtk-3', 'libgtk-3-0'],
  ['libgdk-3', 'libgtk-3-0'],
  ['libnss3', 'libnss3'],
  ['libnssutil3', 'libnss3'],
  ['libsmime3', 'libnss3'],
  ['libnspr4', 'libnspr4'],
  ['libasound', 'libasound2'],
  ['libgbm', 'libgbm1'],
  ['libdrm', 'libdrm2'],
  ['libcups', 'libcups2'],
  ['libatk-bridge', 'libatk-bridge2.0-0'],
  ['libatk-1', 'libatk1.0-0'],
  ['libatspi', 'libatspi2.0-0'],
  ['libxkbcommon', 'libxkbcommon0'],
  ['libudev', 'libudev1'],
  ['libdbus-1', 'libdbus-1-3'],
]
/** A whole desktop's worth, for a library that is not in the list above. */
const LINKED_BY_ANY = 'libgtk-3-0'

/** Loaded at run time. */
const LOADED = [
  ['libnotify.so.4', 'libnotify4'],
  ['libsecret-1.so.0', 'libsecret-1-0'],
  ['libdbusmenu-glib.so.4', 'libdbusmenu-glib4'],
]

/** What every desktop has and a bare machine with a virtual display lacks: fonts to draw with, and the message bus. */
const DESKTOP = [
  ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', 'fonts-dejavu-core'],
  ['/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf', 'fonts-noto-color-emoji'],
  ['/usr/bin/dbus-daemon', 'dbus'],
]

/** Packages that got a suffix when Debian 13 and Ubuntu 24.04 moved to 64-bit time. */
const RENAMED = new Set([
  'libgtk-3-0',
  'libasound2',
  'libcups2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
])

/**
 * Makes sure that Electron can start. Missing packages are installed where that is wished and possible: as root, with
 * apt-get, and on CI or with `--install-system`. Else a person is told the line to run.
 * @param {import('./electron.mjs').Electron} electron
 * @param {{ install: boolean, needsVirtualDisplay: boolean, needsCompiler: boolean }} options
 */
export async function ensureSystemLibraries(electron, { install, ...needs }) {
  if (process.platform !== 'linux') return
  const missing = await missingPackages(electron, needs)
  if (missing.required.length === 0 && (missing.optional.length === 0 || !install)) {
    if (missing.optional.length > 0)
      say(`some features will not work. To have them: ${aptLine(missing.optional, osRelease())}`)
    return
  }
  const wanted = [...missing.required, ...missing.optional]
  const isRoot = process.getuid?.() === 0
  if (install && isRoot && fs.existsSync('/usr/bin/apt-get')) return aptInstall(wanted)
  throw new SetupError(
    `Electron needs packages of the system that are not there: ${wanted.join(', ')}.`,
    `On Debian or Ubuntu:\n  ${isRoot ? '' : 'sudo '}${aptLine(wanted, osRelease())}\nOn another system install what it calls these, and start again.`,
  )
}

/**
 * @param {import('./electron.mjs').Electron} electron
 * @param {{ needsVirtualDisplay: boolean, needsCompiler: boolean }} needs
 * @returns {Promise<{ required: string[], optional: string[] }>}
 */
async function missingPackages(electron, { needsVirtualDisplay, needsCompiler }) {
  const linked = await capture('ldd', [electron.executable])
  const cache = await capture(fs.existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'])
  const required = packagesFor(parseMissing(linked.stdout))
  if (needsVirtualDisplay && (await capture('Xvfb', ['-help'])).code === 127) required.push('xvfb')
  if (needsCompiler && (await capture(compilerCommand(), ['--version'])).code === 127) required.push('g++')
  const optional = [
    ...LOADED.filter(([library]) => cache.code === 0 && !cache.stdout.includes(`${library} `)),
    ...DESKTOP.filter(([file]) => needsVirtualDisplay && !fs.existsSync(file ?? '')),
  ]
  return { required, optional: optional.map(([, name]) => name ?? '') }
}

/**
 * @param {string} text what `ldd` printed
 * @returns {string[]} names of the libraries that it did not find
 */
export function parseMissing(text) {
  return [...text.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
}

/**
 * @param {string[]} libraries such as `libnss3.so`
 * @returns {string[]} Debian packages, each once
 */
export function packagesFor(libraries) {
  const found = libraries.map((library) => LINKED.find(([start]) => library.startsWith(start ?? ''))?.[1])
  return [...new Set(found.map((name) => name ?? LINKED_BY_ANY))]
}

/**
 * @param {string[]} packages by their Debian 12 names
 * @param {{ id: string, version: number }} system
 */
export function aptLine(packages, system) {
  return `apt-get install -y --no-install-recommends ${aptNames(packages, system).join(' ')}`
}

/**
 * @param {string[]} packages
 * @param {{ id: string, version: number }} system
 */
function aptNames(packages, { id, version }) {
  const renamed = (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24.04)
  return packages.map((name) => (renamed && RENAMED.has(name) ? `${name}t64` : name))
}

/** @param {string[]} packages */
async function aptInstall(packages) {
  const names = aptNames(packages, osRelease())
  await timed(`installing system packages: ${names.join(' ')}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await capture('apt-get', ['update'], { env })
    const result = await capture('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env })
    if (result.code === 0) return
    throw new SetupError(
      'apt-get could not install them:',
      `${result.stderr.trim().split('\n').slice(-8).join('\n')}\nPut that right and run: ${aptLine(packages, osRelease())}`,
    )
  })
}

/** @returns {{ id: string, version: number }} */
function osRelease() {
  try {
    return parseOsRelease(fs.readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return { id: 'unknown', version: 0 }
  }
}

/** @param {string} text the content of /etc/os-release */
export function parseOsRelease(text) {
  /** @param {string} key */
  const value = (key) => new RegExp(`^${key}="?([^"\\n]*)`, 'm').exec(text)?.[1] ?? ''
  return { id: value('ID'), version: Number.parseFloat(value('VERSION_ID')) || 0 }
}
