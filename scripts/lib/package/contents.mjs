/**
 * What is in a package: every file with its size and the part it belongs to, and what does not belong there at all. The
 * parts are a list of all that may be there; a file outside of them is a finding.
 */
import fs from 'node:fs'
import path from 'node:path'
import { readAsar } from '../asar.mjs'

/**
 * @typedef {{ path: string, size: number, part: string | undefined }} Packed
 * @typedef {{ part: string, bytes: number, files: number }} PartSize
 */

const archive = 'resources/app.asar'

/** The first that matches counts. Paths in the archive begin with its own. @type {[string, RegExp][]} */
const parts = [
  ['Electron and Chromium', /^(outpost|Outpost\.exe|electron)$/],
  ['Electron and Chromium', /^(chrome-sandbox|chrome_crashpad_handler|icudtl\.dat)$/],
  ['Electron and Chromium', /^(chrome_[12]00_percent|resources)\.pak$/],
  ['Electron and Chromium', /^(snapshot_blob|v8_context_snapshot)(\.[a-z0-9_]+)?\.bin$/],
  [
    'Electron and Chromium',
    /^(lib(EGL|GLESv2|ffmpeg|vk_swiftshader|vulkan)\.so(\.1)?|vk_swiftshader_icd\.json)$/,
  ],
  [
    'Electron and Chromium',
    /^(libEGL|libGLESv2|ffmpeg|d3dcompiler_47|vk_swiftshader|vulkan-1|dxil|dxcompiler)\.dll$/,
  ],
  ['Words of Chromium (German, English)', /^locales\/(de|en-US)\.pak$/],
  ['Licences', /^(LICENSE\.txt|LICENSE\.electron\.txt|LICENSES\.chromium\.html|THIRD-PARTY-LICENSES[^/]*)$/],
  ['Licences', /^resources\/(LICENSE|THIRD-PARTY)[^/]*$/],
  ['Main process', /^resources\/app\.asar\/(package\.json|out\/main\/(chunks\/)?[\w.-]+\.cjs)$/],
  ['Main process, compiled', /^resources\/app\.asar\/out\/main\/code-cache\/[\w.-]+\/[\w-]+\/[\w.-]+\.bin$/],
  ['Preload', /^resources\/app\.asar\/out\/preload\/[\w.-]+\.cjs$/],
  [
    'Window',
    /^resources\/app\.asar\/out\/renderer\/(index\.html|third-party\.json|assets\/[\w.-]+\.(js|css|woff2|svg|png|wasm))$/,
  ],
  ['SQLite', /\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/[\w-]+\.node)$/],
  [
    'onnxruntime (models on demand)',
    /\/node_modules\/onnxruntime-(common|node)\/(package\.json|dist\/[\w./-]+\.(js|json))$/,
  ],
  ['onnxruntime (models on demand)', /\/node_modules\/onnxruntime-node\/bin\/napi-v6\/\w+\/\w+\/[\w.]+$/],
  [
    'llama.cpp (model files)',
    /\/node_modules\/@node-llama-cpp\/[\w-]+\/(package\.json|LICENSE|dist\/index\.js|bins\/[\w-]+\/[\w.-]+)$/,
  ],
  ['Text recognition: program', /\/node_modules\/tesseract\.js(-core)?\/.+\.(js|json|wasm)$/],
  ['Text recognition: program', /\/node_modules\/tesseract\.js(-core)?\/LICENSE(\.md)?$/],
  [
    'Text recognition: program',
    /\/node_modules\/(bmp-js|is-url|regenerator-runtime|wasm-feature-detect)\/(LICENSE\S*|[\w/.-]+\.(js|cjs|json))$/,
  ],
  [
    'Text recognition: German, English',
    /\/node_modules\/@tesseract\.js-data\/(deu|eng)\/(package\.json|4\.0\.0_best_int\/\w+\.traineddata\.gz)$/,
  ],
  ['Search model', /^resources\/models\/static-de-en\/([\w-]+\/)*[\w.-]+$/],
  ['Spelling dictionaries', /^resources\/spelling\/[\w./-]+$/],
  ['Tray icons', /^resources\/tray\/[\w@-]+\.png$/],
  ['Electron and Chromium', /^resources\/apparmor-profile$/],
]

/** Never, wherever it lies: sources, maps, what compilers and tests read, what belongs to another system. */
const never = [
  /\.(map|ts|tsx|mts|cts|cc|cpp|c|h|hpp|gyp|gypi|o|a|lib|pdb)$/i,
  /(^|\/)(tests?|__tests__|spec|fixtures|examples?|benchmarks?|coverage|src-[a-z]+|\.github|\.cache)\//,
  /(^|\/)(\.npmrc|\.env[^/]*|\.editorconfig|tsconfig[^/]*\.json|package-lock\.json|CHANGELOG[^/]*|README[^/]*|\.outpost\.json|default_app\.asar)$/i,
]
/** The model's card is a part of its licence. */
const neverBut = /^resources\/models\/static-de-en\/(README|SOURCES|LICENSE)\.md$/
const systems = ['linux', 'linuxmusl', 'win32', 'darwin']
const architectures = ['x64', 'arm64', 'ia32']

/**
 * @param {string} folder the unpacked program
 * @returns {Packed[]}
 */
export function listContents(folder) {
  /** @type {Packed[]} */
  const found = []
  /** @param {string} name @param {number} size */
  const add = (name, size) => {
    found.push({ path: name, size, part: parts.find(([, pattern]) => pattern.test(name))?.[0] })
  }
  for (const name of filesBelow(folder)) {
    if (name === archive) continue
    add(name, fs.statSync(path.join(folder, name)).size)
  }
  const { root, headBytes } = readAsar(path.join(folder, archive))
  found.push({ path: archive, size: headBytes, part: 'Main process' })
  for (const { name, size } of archived(root, archive)) add(name, size)
  return found
}

/**
 * @param {import('../asar.mjs').AsarEntry} entry
 * @param {string} below
 * @returns {Generator<{ name: string, size: number }>} what lies in the archive itself
 */
function* archived(entry, below) {
  for (const [name, inner] of Object.entries(entry.files ?? {})) {
    const place = `${below}/${name}`
    if (inner.files !== undefined) yield* archived(inner, place)
    // What is unpacked lies beside the archive, where it was found already.
    else if (inner.unpacked !== true) yield { name: place, size: inner.size ?? 0 }
  }
}

/**
 * @param {string} folder
 * @param {string} [below]
 * @returns {Generator<string>} with forward slashes
 */
function* filesBelow(folder, below = '') {
  for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* filesBelow(folder, name)
    else yield name
  }
}

/**
 * @param {readonly Packed[]} contents
 * @param {{ platform: string, arch: string }} here
 * @returns {string[]} what should not be there, a sentence each
 */
export function findForeign(contents, { platform, arch }) {
  const others = [
    ...systems.filter((system) => system !== platform),
    ...architectures.filter((each) => each !== arch),
  ]
  const foreign = new RegExp(`(^|[/_-])(${others.join('|')})([/._-]|$)`)
  return contents.flatMap(({ path: name, part }) => {
    if (!neverBut.test(name) && never.some((pattern) => pattern.test(name)))
      return [`${name} is of no use to people`]
    // Of the native parts; a source file may speak of other systems by its name.
    if (/\.(node|so|dll|dylib)(\.\d+)*$|\/(bin|prebuilds)\//.test(name) && foreign.test(name))
      return [`${name} is for another system`]
    return part === undefined ? [`${name} belongs to no part that is known`] : []
  })
}

/**
 * @param {readonly Packed[]} contents
 * @returns {PartSize[]} the largest first
 */
export function sizeByPart(contents) {
  /** @type {Map<string, PartSize>} */
  const sums = new Map()
  for (const { part = 'Unknown', size } of contents) {
    const sum = sums.get(part) ?? { part, bytes: 0, files: 0 }
    sums.set(part, { part, bytes: sum.bytes + size, files: sum.files + 1 })
  }
  return [...sums.values()].sort((a, b) => b.bytes - a.bytes)
}
