/** Remembering that a step was done, and for what: the step is skipped while what it was done for is the same. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * A hash over the content of files and folders: their names and bytes, not their times, so that a fresh checkout of the
 * same sources has the same hash.
 * @param {string} root
 * @param {string[]} names relative to root; what does not exist is left out
 */
export function hashFiles(root, names) {
  const hash = createHash('sha256')
  for (const name of names.flatMap((entry) => listFiles(root, entry)).sort()) {
    const content = fs.readFileSync(path.join(root, name))
    hash.update(`${name}:${content.length}:`).update(content)
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string[]} paths relative to root, with forward slashes
 */
function listFiles(root, name) {
  const stat = fs.statSync(path.join(root, name), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [name]
  return fs.readdirSync(path.join(root, name)).flatMap((entry) => listFiles(root, `${name}/${entry}`))
}

/**
 * @param {string} file
 * @returns {Record<string, string> | undefined} undefined where there is none, or one that was cut off in writing
 */
export function readStamp(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} file
 * @param {Record<string, string>} content
 */
export function writeStamp(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.tmp`
  fs.writeFileSync(temporary, JSON.stringify(content, null, 2))
  fs.renameSync(temporary, file)
}
