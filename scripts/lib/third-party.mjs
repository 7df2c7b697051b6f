/**
 * The licences of everything that people get and that is not ours: of the packages that the bundler really took code
 * from, of those that are packed as they are, and of data. Made with each build: `third-party.json` for the window, and
 * THIRD-PARTY-LICENSES.txt beside the program. Electron's and Chromium's own lie beside the executable.
 */
import fs from 'node:fs'
import path from 'node:path'
import { DATA } from './licences.mjs'
import { projectRoot } from './project.mjs'

/**
 * @typedef {{ name: string, version: string, licence: string, text: string }} Notice
 */

/** What the parts that were built so far took. They are built one after the other in one process, the window last. */
const bundled = new Set()

/**
 * A plugin for each of the three builds.
 * @param {{ isLast?: boolean }} [options] the last one writes what all of them took
 * @returns {import('vite').Plugin}
 */
export function thirdParty({ isLast = false } = {}) {
  return {
    name: 'outpost-third-party',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const id of chunk.moduleIds) {
          const folder = packageFolder(id)
          if (folder !== null) bundled.add(folder)
        }
      }
      if (!isLast) return
      const notices = collectNotices([...bundled, ...packedFolders()])
      this.emitFile({ type: 'asset', fileName: 'third-party.json', source: JSON.stringify(notices) })
      const out = path.join(projectRoot, 'out')
      fs.mkdirSync(out, { recursive: true })
      fs.writeFileSync(path.join(out, 'THIRD-PARTY-LICENSES.txt'), noticesText(notices))
    },
  }
}

/**
 * @param {string} id a module's, as the bundler has it
 * @returns {string | null} the folder of the package that it is from; null for our own
 */
export function packageFolder(id) {
  const clean = id.replace(/^\0/u, '').replace(/\?.*$/u, '').replaceAll('\\', '/')
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(clean)?.[1] ?? null
}

/** The packages that electron-builder.yml names: they are not bundled. */
function packedFolders() {
  const text = fs.readFileSync(path.join(projectRoot, 'electron-builder.yml'), 'utf8')
  const names = [...text.matchAll(/^ +- node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gmu)].map(
    ([, name = '']) => name,
  )
  return [...new Set(names.flatMap(expandBraces))].map((name) =>
    path.join(projectRoot, 'node_modules', forThisMachine(name)),
  )
}

/** As electron-builder names systems. */
const SYSTEMS = new Map([
  ['win32', 'win'],
  ['darwin', 'mac'],
])

/** @param {string} name such as "@node-llama-cpp/${os}-${arch}" */
function forThisMachine(name) {
  return name
    .replace('${os}', SYSTEMS.get(process.platform) ?? process.platform)
    .replace('${arch}', process.arch)
}

/** @param {string} name such as "@data/{deu,eng}" */
function expandBraces(name) {
  const [, before, choices, after] = /^(.*)\{(.*)\}(.*)$/u.exec(name) ?? []
  return choices === undefined ? [name] : choices.split(',').map((choice) => `${before}${choice}${after}`)
}

/**
 * @param {readonly string[]} folders of packages
 * @returns {Notice[]} by name; the same package in the same version once
 */
export function collectNotices(folders) {
  const all = new Map(
    folders
      .filter((folder) => fs.existsSync(path.join(folder, 'package.json')))
      .map((folder) => {
        const { name, version, license, author } = JSON.parse(
          fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
        )
        const licence = typeof license === 'string' ? license : String(license?.type ?? '')
        const by = typeof author === 'string' ? author : author?.name
        const text = licenceTexts(folder) || usualText(licence, by ?? name)
        return [`${name}@${version}`, { name, version, licence, text }]
      }),
  )
  const data = DATA.map(({ folder, licence }) => ({
    ...{ name: path.basename(folder), version: '', licence },
    text: licenceTexts(path.join(projectRoot, folder)),
  }))
  return [...all.values(), ...data, ...INSIDE].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  )
}

/**
 * For a package that names its licence and brings no text.
 * @param {string} licence
 * @param {string} by
 */
function usualText(licence, by) {
  const text = USUAL_TEXTS[licence]
  if (text === undefined) throw new Error(`${by}: no text of the licence ${licence}`)
  return `Copyright (c) ${by}\n\n${text}`
}

const WITHOUT_WARRANTY = `THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** @type {Readonly<Record<string, string>>} */
const USUAL_TEXTS = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

${WITHOUT_WARRANTY}`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
}

/** @param {string} folder */
function licenceTexts(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice|third.?party)/iu.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => fs.statSync(file).isFile())
    .sort()
    .map((file) => fs.readFileSync(file, 'utf8').trim())
    .join('\n\n')
}

/** @param {readonly Notice[]} notices */
export function noticesText(notices) {
  const line = '-'.repeat(78)
  const parts = notices.map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version}\n${licence}\n\n${text}\n`,
  )
  return `Outpost contains work of others. Their licences:\n\n${parts.join('\n')}`
}

/** Compiled into what a package brings, which has its own licence only. @type {readonly Notice[]} */
const INSIDE = [
  { name: 'llama.cpp', version: '', licence: 'MIT', text: usualText('MIT', '2023-2026 The ggml authors') },
]
