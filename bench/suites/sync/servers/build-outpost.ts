/**
 * Outpost's server as plain JavaScript, once for each run of the benchmark; its packages stay where they are. In
 * node_modules, since that is where they are looked for.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../../../..')
const folder = path.join(root, 'node_modules/.cache/bench-server')

export interface BuiltServer {
  /** Fills a folder and ends. */
  readonly prepare: URL
  readonly serve: URL
}

let building: Promise<BuiltServer> | null = null

export function buildOutpost(): Promise<BuiltServer> {
  return (building ??= buildOnce())
}

async function buildOnce(): Promise<BuiltServer> {
  const outDir = path.join(folder, 'src-server')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input: {
          serve: fileURLToPath(new URL('./outpost.ts', import.meta.url)),
          prepare: fileURLToPath(new URL('./outpost-prepare.ts', import.meta.url)),
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  // The server reads its version from the folder above its own.
  fs.copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'))
  const url = (name: string) => pathToFileURL(path.join(outDir, `${name}.mjs`))
  return { prepare: url('prepare'), serve: url('serve') }
}
