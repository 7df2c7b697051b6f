/**
 * Runs a built file of ours, and what it requires of ours, with what V8 compiled of it when the package was made: most of
 * the time that a process takes to begin goes into compiling (docs/decisions/0018-code-cache.md).
 *
 *   runCached(path.join(import.meta.dirname, 'shell.cjs'))
 *
 * V8 refuses a cache of another version, other flags or a source of another length, and compiles; for another processor
 * there is none. Nothing is ever read from a place that the package does not cover, and a package writes nothing.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { constants, Script } from 'node:vm'

export type CodeCacheState = 'used' | 'refused' | 'none'

type Run = (
  exports: unknown,
  require: (name: string) => unknown,
  module: { exports: unknown },
  file: string,
  folder: string,
) => void

interface Loaded {
  readonly module: { exports: unknown }
  readonly script: Script
}

/** Set by scripts/lib/code-cache.mjs. */
const writeVariable = 'OUTPOST_WRITE_CODE_CACHE'
const writeEachMs = 250
const head = '(function (exports, require, module, __filename, __dirname) { '
const key = Symbol.for('outpost.code-cache')
const known = globalThis as { [key]?: CodeCacheState }

/** How it went with the file that this process began with. */
export function codeCacheState(): CodeCacheState {
  return known[key] ?? 'none'
}

export function runCached(entry: string): void {
  const folder = path.join(path.dirname(entry), 'code-cache', madeFor(), path.basename(entry, '.cjs'))
  const isPackaged = entry.includes(`.asar${path.sep}`)
  const loaded = new Map<string, Loaded>()

  const load = (file: string): unknown => {
    const there = loaded.get(file)
    if (there) return there.module.exports
    const module: { exports: unknown } = { exports: {} }
    const cachedData = readCache(path.join(folder, cacheName(file)), isPackaged ? null : file)
    const script = new Script(`${head}${readFileSync(file, 'utf8')}\n})`, {
      filename: file,
      columnOffset: -head.length,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData ? { cachedData } : {}),
    })
    if (file === entry) known[key] = !cachedData ? 'none' : script.cachedDataRejected ? 'refused' : 'used'
    loaded.set(file, { module, script })
    const own = path.dirname(file)
    const others = createRequire(file)
    const require = (name: string): unknown =>
      name.startsWith('.') ? load(path.resolve(own, name)) : (others(name) as unknown)
    const run = script.runInThisContext() as Run
    run(module.exports, require, module, file, own)
    return module.exports
  }

  if (!isPackaged && process.env[writeVariable] !== undefined)
    setInterval(() => writeCaches(folder, loaded), writeEachMs).unref()
  load(entry)
}

/** With all that was compiled so far: of a file that only was read it would hold next to nothing. */
function writeCaches(folder: string, loaded: ReadonlyMap<string, Loaded>): void {
  mkdirSync(folder, { recursive: true })
  for (const [file, { script }] of loaded) {
    const target = path.join(folder, cacheName(file))
    writeFileSync(`${target}.new`, script.createCachedData())
    renameSync(`${target}.new`, target)
  }
}

function madeFor(): string {
  const { platform, arch, versions } = process
  return `${platform}-${arch}-${versions.electron}`
}

const cacheName = (file: string): string => `${path.basename(file, '.cjs')}.bin`

/**
 * Undefined where there is none.
 * @param source where sources change: V8 tells one only by its length, so that the cache has to be the newer one
 */
function readCache(file: string, source: string | null): Buffer | undefined {
  try {
    if (source !== null && statSync(file).mtimeMs < statSync(source).mtimeMs) return undefined
    return readFileSync(file)
  } catch {
    return undefined
  }
}
