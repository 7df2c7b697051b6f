/** The product's own sources, for tests that look at how something is written everywhere. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..', '..')

/** Without tests; by name. */
export function sourceFiles(
  folder: string,
  ending: RegExp,
): { readonly name: string; readonly text: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/\.test\.tsx?$/u.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(root, folder, name), 'utf8') }))
}
