/** Calling npm, and saying in plain words why it failed. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { SetupError } from './log.mjs'
import { capture } from './processes.mjs'
import { projectRoot } from './project.mjs'

/**
 * Runs npm with this very Node. Under `npm run` the npm that was called is used again.
 * @param {string[]} args
 * @param {{ cwd?: string, timeoutMs?: number }} [options]
 */
export function npm(args, options = {}) {
  const [command = '', ...own] = npmCommand()
  // Windows starts npm's .cmd file only through a shell.
  const shell = process.platform === 'win32' && command === 'npm'
  return capture(command, [...own, ...args, '--loglevel=error'], { cwd: projectRoot, shell, ...options })
}

/** @returns {string[]} a command and its first arguments */
export function npmCommand() {
  const own = process.env['npm_execpath']
  const isNpm = own !== undefined && path.basename(own).startsWith('npm') && fs.existsSync(own)
  return isNpm ? [process.execPath, own] : ['npm']
}

/**
 * Fetches one file of the registry: a package's tarball, checked against the pinned integrity.
 * @param {{ spec: string, integrity: string }} wanted spec is `name@version`
 * @param {string} folder an existing folder, where the tarball is put
 * @returns {Promise<string>} its path
 */
export async function fetchTarball({ spec, integrity }, folder) {
  const result = await npm(['pack', spec, '--pack-destination', folder, '--json'])
  if (result.code !== 0) throw npmError(`${spec} could not be fetched`, result.stderr)
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new SetupError(`npm said it fetched ${spec}, but left no file.`)
  const file = path.join(folder, name)
  verifyIntegrity(file, integrity)
  return file
}

/**
 * @param {string} file
 * @param {string} integrity `sha512-<base64>`
 */
export function verifyIntegrity(file, integrity) {
  const hash = createHash('sha512')
  const descriptor = fs.openSync(file, 'r')
  const buffer = Buffer.alloc(4 * 1024 * 1024)
  for (let length; (length = fs.readSync(descriptor, buffer)) > 0;) hash.update(buffer.subarray(0, length))
  fs.closeSync(descriptor)
  const found = `sha512-${hash.digest('base64')}`
  if (found === integrity) return
  throw new SetupError(
    `${path.basename(file)} is not the file that was expected: its integrity is ${found}.`,
    'Do not use it. Run `npm cache verify` and start again; if it stays so, the registry serves another file.',
  )
}

/**
 * @param {string} what a clause, for example "the dependencies could not be installed"
 * @param {string} stderr what npm printed
 */
export function npmError(what, stderr) {
  return new SetupError(`${what}: ${explainNpm(stderr)}`, firstLines(stderr))
}

/**
 * The usual causes, in a sentence that says what to do.
 * @param {string} stderr
 */
export function explainNpm(stderr) {
  if (/ENOSPC|no space left/i.test(stderr)) return 'the disk is full. Free about 2 GB and start again.'
  if (/EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(stderr))
    return 'the npm registry cannot be reached. Connect to the network (or set npm\'s "proxy" or "registry") and start again.'
  if (/EACCES|EPERM/.test(stderr))
    return "a folder may not be written. Check who owns this folder and npm's cache."
  if (/EUSAGE|in sync/.test(stderr)) return 'package.json and package-lock.json differ. Run `npm install`.'
  return 'npm failed. It says:'
}

/**
 * npm says first what is wrong, and then at length how it is used.
 * @param {string} text
 */
const firstLines = (text) =>
  text
    .split('\n')
    .map((line) => line.replace(/^npm error ?/, ''))
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('at '))
    .slice(0, 8)
    .join('\n')
