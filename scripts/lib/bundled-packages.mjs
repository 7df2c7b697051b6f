/**
 * What packages need that were not written to be bundled. node-llama-cpp reads two versions out of files beside its code, its
 * own and llama.cpp's: the bundle gets them as they are when it is made. And names that a module and the bundler both declare
 * are renamed: tests/e2e/build.test.ts finds where they meet.
 */
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project.mjs'

const folder = path.join(projectRoot, 'node_modules', 'node-llama-cpp')
/** @param {string[]} names @returns {Record<string, string>} */
const readJson = (...names) => JSON.parse(fs.readFileSync(path.join(folder, ...names), 'utf8'))

/** By the end of a module's path. @type {Record<string, () => string>} */
const modules = {
  '/node-llama-cpp/dist/utils/getModuleVersion.js': () =>
    `export const getModuleVersion = async () => ${JSON.stringify(readJson('package.json')['version'])}`,
  '/node-llama-cpp/dist/bindings/utils/binariesGithubRelease.js': () =>
    `export const builtinLlamaCppRelease = ${JSON.stringify(readJson('llama', 'binariesGithubRelease.json')['release'])}
export const defaultLlamaCppRelease = builtinLlamaCppRelease
export const getBinariesGithubRelease = async () => builtinLlamaCppRelease
export const setBinariesGithubRelease = async () => undefined`,
}

/** @returns {import('vite').Plugin} */
export function bundledPackages() {
  return {
    name: 'outpost-bundled-packages',
    apply: 'build',
    load(id) {
      const clean = id.replaceAll('\\', '/')
      return Object.entries(modules).find(([end]) => clean.endsWith(end))?.[1]() ?? null
    },
    transform(code, id) {
      if (!/\/node_modules\/(node-llama-cpp\/dist|fflate)\//u.test(id.replaceAll('\\', '/'))) return null
      // electron-vite declares these names for a chunk in which they are read; these modules do that themselves.
      const renamed = code
        .replaceAll(/\b__(dirname|filename)\b/gu, 'own_$1')
        .replaceAll(
          /(?<![.\w$'"])require\b(?!['"])/gu,
          /\brequire = createRequire\(/u.test(code) ? 'own_require' : 'require',
        )
      return { code: renamed, map: null }
    },
  }
}
