/** The size of every part of a package, as the table in docs/release.md, and what leaving things out saved. */
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../project.mjs'
import { sizeByPart } from './contents.mjs'

const megabytes = (/** @type {number} */ bytes) => (bytes / 1024 / 1024).toFixed(1)

/**
 * @param {import('./contents.mjs').Packed[]} contents
 * @param {readonly string[]} files the packages
 * @param {import('../electron.mjs').Electron} electron
 * @returns {string} Markdown
 */
export function sizeReport(contents, files, electron) {
  const rows = sizeByPart(contents)
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0)
  const table = [
    '| part | MB | files |',
    '|---|--:|--:|',
    ...rows.map(({ part, bytes, files: count }) => `| ${part} | ${megabytes(bytes)} | ${String(count)} |`),
    `| **all, unpacked** | **${megabytes(total)}** | ${String(contents.length)} |`,
  ]
  const packages = files.map((file) => `| ${path.basename(file)} | ${megabytes(fs.statSync(file).size)} |`)
  const saved = leftOut(contents, electron).map(([what, bytes]) => `| ${what} | ${megabytes(bytes)} |`)
  return [
    `Electron ${electron.version}, ${process.platform} ${process.arch}.\n`,
    ...table,
    ...(packages.length === 0 ? [] : ['', '| package | MB |', '|---|--:|', ...packages]),
    '',
    '| left out | MB |',
    '|---|--:|',
    ...saved,
    '',
  ].join('\n')
}

/**
 * @param {readonly import('./contents.mjs').Packed[]} contents
 * @param {import('../electron.mjs').Electron} electron
 * @returns {[string, number][]} what would be there without the choices in electron-builder.yml
 */
function leftOut(contents, electron) {
  const kept = (/** @type {RegExp} */ pattern) =>
    contents.filter(({ path: name }) => pattern.test(name)).reduce((sum, { size }) => sum + size, 0)
  const modules = path.join(projectRoot, 'node_modules')
  const without = (/** @type {string} */ folder, /** @type {RegExp} */ pattern) =>
    Math.max(0, bytesBelow(folder) - kept(pattern))
  return [
    ["Chromium's other languages", without(path.join(electron.dist, 'locales'), /^locales\//)],
    [
      'onnxruntime for other systems and graphics cards',
      without(path.join(modules, 'onnxruntime-node'), /onnxruntime-node\//),
    ],
    [
      'llama.cpp for other systems, its sources and tools',
      without(path.join(modules, '@node-llama-cpp'), /@node-llama-cpp\//) +
        bytesBelow(path.join(modules, 'node-llama-cpp')),
    ],
    [
      'text recognition: other cores and larger language data',
      without(path.join(modules, 'tesseract.js-core'), /tesseract\.js-core\//) +
        without(path.join(modules, '@tesseract.js-data'), /@tesseract\.js-data\//),
    ],
    [
      'SQLite: sources and binaries for other systems',
      without(path.join(modules, 'better-sqlite3'), /better-sqlite3\//),
    ],
    ['maps of the built program', bytesBelow(path.join(projectRoot, 'out'), /\.map$/)],
  ]
}

/**
 * @param {string} folder
 * @param {RegExp} [pattern] of the names that count
 * @returns {number}
 */
function bytesBelow(folder, pattern = /./) {
  if (!fs.existsSync(folder)) return 0
  return fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) return sum + bytesBelow(place, pattern)
    return entry.isFile() && pattern.test(entry.name) ? sum + fs.statSync(place).size : sum
  }, 0)
}
