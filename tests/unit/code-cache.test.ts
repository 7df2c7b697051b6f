import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/temp-folder.ts'

const module = path.resolve(import.meta.dirname, '../../src-main/process/code-cache.ts')

/** A built program of two files: what it prints is its sum and how it went with the cache. */
function setUp(folder = temporaryFolder()) {
  const entry = path.join(folder, 'shell.cjs')
  mkdirSync(path.join(folder, 'chunks'), { recursive: true })
  writeFileSync(path.join(folder, 'chunks', 'sum.cjs'), '"use strict"; exports.sum = (a, b) => a + b')
  // Alive long enough to be written.
  const write = (first: number) =>
    writeFileSync(
      entry,
      `"use strict"; const { sum } = require('./chunks/sum.cjs'); const path = require('node:path');
process.stdout.write(path.basename(__filename) + ' ' + sum(${String(first)}, 2) + ' ');
if (process.env.OUTPOST_WRITE_CODE_CACHE) setTimeout(() => undefined, 700)`,
    )
  write(1)
  const code = `import(${JSON.stringify(module)}).then(({ runCached, codeCacheState }) => {
    runCached(${JSON.stringify(entry)})
    process.stdout.write(codeCacheState())
  })`
  return {
    folder,
    entry,
    write,
    run: (env: NodeJS.ProcessEnv = {}) =>
      execFileSync(process.execPath, ['--no-warnings', '-e', code], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      }),
    caches: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin')),
  }
}

const writing = { OUTPOST_WRITE_CODE_CACHE: '1' }

describe('the code cache', () => {
  it('is used by the start after the one that wrote it, for the file and for what it requires', () => {
    const { run, caches } = setUp()
    expect(run()).toBe('shell.cjs 3 none')
    expect(caches()).toEqual([])
    run(writing)
    expect(
      caches()
        .map((name) => path.basename(name))
        .sort(),
    ).toEqual(['shell.bin', 'sum.bin'])
    expect(run()).toBe('shell.cjs 3 used')
  })

  it('is refused for another source, which then runs as it is', () => {
    const { run, write, caches, folder } = setUp()
    run(writing)
    write(1_000)
    const later = Date.now() / 1_000 + 60
    for (const name of caches()) utimesSync(path.join(folder, name), later, later)
    expect(run()).toBe('shell.cjs 1002 refused')
  })

  it('is not asked where the source is newer: one of the same length would run as the old one', () => {
    const { run, write, entry } = setUp()
    run(writing)
    write(5)
    const later = Date.now() / 1_000 + 60
    utimesSync(entry, later, later)
    expect(run()).toBe('shell.cjs 7 none')
  })

  it('is no trouble where it is damaged', () => {
    const { run, caches, folder } = setUp()
    run(writing)
    for (const name of caches()) {
      const file = path.join(folder, name)
      writeFileSync(file, Buffer.alloc(readFileSync(file).length, 7))
    }
    expect(run()).toBe('shell.cjs 3 refused')
  })

  it('is never written beside the files of a package', () => {
    const { run, caches } = setUp(path.join(temporaryFolder(), 'app.asar', 'out'))
    run(writing)
    expect(caches()).toEqual([])
  })
})
