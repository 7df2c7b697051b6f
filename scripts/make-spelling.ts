/**
 * node scripts/make-spelling.ts: makes the dictionaries of the spell checker out of the Hunspell dictionaries of the npm
 * packages, into assets/spelling, with their licences beside them. Run again when a package is renewed; the files are kept
 * in the repository, and a test says when they are not what this makes.
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { projectRoot } from './lib/project.mjs'
import { readHunspell } from './spelling/read-hunspell.ts'
import { writeBdic } from './spelling/write-bdic.ts'

/** Language as Chromium names its file -> package. */
export const dictionaries = {
  'de-DE': 'dictionary-de',
  'en-GB': 'dictionary-en-gb',
  'en-US': 'dictionary-en',
} as const

export const spellingFolder = path.join(projectRoot, 'assets', 'spelling')

/** A package's dictionary as Chromium reads it, and its licence. */
export function makeDictionary(packageName: string): { readonly bdic: Buffer; readonly licence: string } {
  const folder = path.dirname(createRequire(import.meta.url).resolve(packageName))
  const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8')
  return { bdic: writeBdic(readHunspell(read('index.aff'), read('index.dic'))), licence: read('license') }
}

if (import.meta.main) {
  fs.mkdirSync(spellingFolder, { recursive: true })
  for (const [language, packageName] of Object.entries(dictionaries)) {
    const { bdic, licence } = makeDictionary(packageName)
    fs.writeFileSync(path.join(spellingFolder, `${language}.bdic`), bdic)
    fs.writeFileSync(path.join(spellingFolder, `${language}.LICENSE.txt`), licence)
  }
}
