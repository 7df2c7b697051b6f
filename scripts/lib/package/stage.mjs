/** The tree of files that a Linux package installs. */
import fs from 'node:fs'
import path from 'node:path'

/**
 * Lays it out, with the modes that they have on every system, whatever the umask here was.
 * @param {import('./fpm-arguments.mjs').Wanted['files']} files
 * @param {string} stage an empty folder on the same disk as the files
 */
export function layOut(files, stage) {
  for (const { from, to } of files) {
    const target = path.join(stage, to)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    // A second name costs no time and no space; the helper gets a mode of its own below.
    if (fs.statSync(from).isDirectory()) linkTree(from, target)
    else fs.copyFileSync(from, target)
  }
  for (const { folder, isFolder } of walk(stage)) {
    if (isFolder) fs.chmodSync(folder, 0o755)
    else if (path.basename(folder) !== 'chrome-sandbox')
      fs.chmodSync(folder, fs.statSync(folder).mode & 0o100 ? 0o755 : 0o644)
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  fs.mkdirSync(to, { recursive: true })
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target)
    else if (entry.name === 'chrome-sandbox') fs.copyFileSync(source, target)
    else link(source, target)
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function link(source, target) {
  try {
    fs.linkSync(source, target)
  } catch {
    // Another disk, or one that knows no second names.
    fs.copyFileSync(source, target)
  }
}

/**
 * Everything below a folder, and the folder itself.
 * @param {string} folder
 * @returns {Generator<{ folder: string, isFolder: boolean }>}
 */
function* walk(folder) {
  yield { folder, isFolder: true }
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const inner = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(inner)
    else if (entry.isFile()) yield { folder: inner, isFolder: false }
  }
}

/**
 * @param {string} stage
 * @returns {string[]} the files' paths below it, sorted
 */
export const stagedFiles = (stage) =>
  [...walk(stage)]
    .filter(({ isFolder }) => !isFolder)
    .map(({ folder }) => path.relative(stage, folder))
    .sort()

/** True where little compression is wanted, for trying. */
export const isQuick = () => process.env['OUTPOST_PACKAGE_QUICK'] === '1'
