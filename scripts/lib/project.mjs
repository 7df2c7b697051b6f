/** Where things are: the checkout, its cache folder, and the versions that package.json pins. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** What is fetched or compiled once and can be shared by several checkouts. `OUTPOST_CACHE_DIR` moves it. */
export const cacheDir = path.resolve(projectRoot, process.env['OUTPOST_CACHE_DIR'] ?? '.cache')

/**
 * What belongs to this checkout's node_modules and goes with it: which Electron is used.
 * @param {string} name
 */
export const stampFile = (name) => path.join(projectRoot, 'node_modules', '.outpost', `${name}.json`)

/** @returns {{ engines: { node: string }, devDependencies: Record<string, string>, dependencies: Record<string, string> }} */
export function readManifest() {
  return JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
}

/**
 * The file behind an installed package, for example `toolPath('vitest/vitest.mjs')`.
 * @param {string} file
 */
export const toolPath = (file) => path.join(projectRoot, 'node_modules', file)
