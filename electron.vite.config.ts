/**
 * Builds the three parts of the program: main process entries, preload, window.
 *
 * Everything is built for the oldest runtime that we run on, Electron 33 (Node 20.18, Chrome 130), also when a newer
 * Electron is installed: the same files run on both, so what the tests saw is what people get.
 * Why, and what is only checked on the newer one: docs/decisions/0001-electron-runtime-and-toolchain.md
 */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { bundledPackages } from './scripts/lib/bundled-packages.mjs'
import { thirdParty } from './scripts/lib/third-party.mjs'
import { windowCode } from './scripts/lib/window-code.mjs'

const OLDEST_NODE = 'node20.18'
const OLDEST_CHROME = 'chrome130'

export default defineConfig({
  main: {
    plugins: [thirdParty(), bundledPackages()],
    resolve: {
      // transformers.js is bundled, and asks for its own native runtime when it is loaded; pictures it never gets.
      alias: { sharp: path.resolve(import.meta.dirname, 'src-main/engine/search/embedding/no-pictures.ts') },
    },
    build: {
      outDir: 'out/main',
      target: OLDEST_NODE,
      sourcemap: true,
      // Bundled: fewer files to open at start. Only native modules have to stay packages of their own, and what finds
      // its own parts by path.
      externalizeDeps: false,
      rolldownOptions: {
        external: [
          'better-sqlite3',
          'onnxruntime-node',
          'tesseract.js',
          'electron',
          /^@node-llama-cpp\//,
          /^@reflink\//,
        ],
        input: {
          'start-shell': 'src-main/shell/start-shell.ts',
          shell: 'src-main/shell/main.ts',
          'start-engine-host': 'src-main/workers/start-engine-host.ts',
          'engine-host': 'src-main/workers/engine-host.ts',
          indexer: 'src-main/workers/indexer.ts',
          'db-reader': 'src-main/workers/db-reader.ts',
          'file-parser': 'src-main/workers/file-parser.ts',
          'markdown-parser': 'src-main/workers/markdown-parser.ts',
          'local-model': 'src-main/workers/local-model.ts',
          'check-parts': 'src-main/workers/check-parts.ts',
        },
        output: {
          // A script's code can be cached, a module's cannot in the oldest Electron (src-main/process/code-cache.ts).
          ...{
            format: 'cjs',
            entryFileNames: '[name].cjs',
            chunkFileNames: 'chunks/[name]-[hash].cjs',
            strict: true,
          },
          // Each start reads and compiles this three times over. Names stay: a fault report is read by people.
          minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    plugins: [thirdParty()],
    build: {
      outDir: 'out/preload',
      target: OLDEST_NODE,
      sourcemap: true,
      // A sandboxed preload script can require nothing but `electron`, and cannot be an ES module.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src-main/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), windowCode(), thirdParty({ isLast: true })],
    build: {
      outDir: 'out/renderer',
      target: OLDEST_CHROME,
      minify: true,
      rolldownOptions: {
        input: path.resolve(import.meta.dirname, 'src-renderer/index.html'),
        output: {
          // Each file is a way through the shell: what every window needs is one, what several areas share another.
          codeSplitting: {
            groups: [
              { name: 'window', tags: ['$initial'], priority: 2 },
              { name: 'shared', minShareCount: 2, priority: 1 },
            ],
          },
        },
      },
    },
  },
})
