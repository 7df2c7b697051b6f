/**
 * The native SQLite module. better-sqlite3 comes with binaries for Node-API 10, which Node >= 22.14 and Electron >= 35
 * have, and which crash in an older Electron. For that one it is compiled, from the same unpatched sources, for Node-API 9
 * into the cache; node_modules stays untouched, and the program is told the path (better-sqlite3's own `nativeBinding`).
 *
 * Compiled with the two compiler calls that it takes, not through node-gyp: no python, no make, half the time.
 */
import fs from 'node:fs'
import path from 'node:path'
import { SetupError, timed } from './log.mjs'
import { ensureOwnNode, nodeHeaders } from './node.mjs'
import { capture } from './processes.mjs'
import { cacheDir, projectRoot, toolPath } from './project.mjs'
import { hashFiles } from './stamp.mjs'

const PREBUILT_NODE_API = 10
const SHIM = 'scripts/native/napi9-shim.h'

/**
 * @param {import('./electron.mjs').Electron} electron
 * @returns {Promise<string | undefined>} the binding for this Electron; undefined: the one in node_modules is right
 */
export async function ensureSqliteBinding(electron) {
  if (electron.nodeApi >= PREBUILT_NODE_API) return undefined
  const binding = compiledBinding()
  if (fs.existsSync(binding)) return binding
  await timed(`compiling better-sqlite3 for Electron ${electron.version}`, async () => {
    fs.mkdirSync(cacheDir, { recursive: true })
    const temporary = fs.mkdtempSync(path.join(cacheDir, 'tmp-sqlite-'))
    try {
      const compiled = path.join(temporary, path.basename(binding))
      await compile(temporary)
      await checkItLoads(electron, compiled)
      fs.mkdirSync(path.dirname(binding), { recursive: true })
      fs.renameSync(compiled, binding)
    } finally {
      fs.rmSync(temporary, { recursive: true, force: true })
    }
  })
  return binding
}

/**
 * Whether a compiler will be needed, so that it can be asked for together with everything else.
 * @param {import('./electron.mjs').Electron} electron
 */
export const hasToCompileSqlite = (electron) =>
  electron.nodeApi < PREBUILT_NODE_API && !fs.existsSync(compiledBinding())

/** Where it is in the cache: a folder for each version of the sources and of what is done here. */
function compiledBinding() {
  const { version } = JSON.parse(fs.readFileSync(toolPath('better-sqlite3/package.json'), 'utf8'))
  const recipe = hashFiles(projectRoot, [SHIM, 'scripts/lib/sqlite.mjs']).slice(0, 8)
  const folder = `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}-${recipe}`
  return path.join(cacheDir, folder, 'better_sqlite3.node')
}

export const compilerCommand = () => process.env['CXX'] ?? 'g++'

/** @param {string} folder where the objects and the module are put */
async function compile(folder) {
  const source = toolPath('better-sqlite3')
  const headers =
    nodeHeaders(process.execPath) ??
    path.join(
      path.dirname(path.dirname(await ensureOwnNode('compiling needs the headers of Node'))),
      'include',
      'node',
    )
  const sqlite = path.join(source, 'deps', 'sqlite3')
  const common = ['-c', '-O2', '-fPIC', '-DNDEBUG', '-fvisibility=hidden', '-w', `-I${sqlite}`]
  await Promise.all([
    compiler(
      [
        '-x',
        'c',
        '-std=gnu99',
        ...common,
        ...sqliteDefines(fs.readFileSync(path.join(source, 'deps', 'defines.gypi'), 'utf8')),
      ],
      [path.join(sqlite, 'sqlite3.c'), '-o', path.join(folder, 'sqlite3.o')],
    ),
    compiler(
      [
        '-std=c++20',
        '-fvisibility-inlines-hidden',
        ...common,
        `-I${headers}`,
        `-I${toolPath('node-addon-api')}`,
      ],
      [
        ...['-DNAPI_VERSION=9', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
        ...['-DBUILDING_NODE_EXTENSION', '-DNODE_GYP_MODULE_NAME=better_sqlite3'],
        ...['-include', path.join(projectRoot, SHIM), path.join(source, 'src', 'better_sqlite3.cpp')],
        ...['-o', path.join(folder, 'better_sqlite3.o')],
      ],
    ),
  ])
  await compiler(
    ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'],
    [
      ...['better_sqlite3.o', 'sqlite3.o'].map((name) => path.join(folder, name)),
      ...['-o', path.join(folder, 'better_sqlite3.node'), '-ldl', '-lpthread', '-lm'],
    ],
  )
}

/**
 * The options that better-sqlite3 compiles SQLite with, read from its own build file.
 * @param {string} gypi
 * @returns {string[]} compiler flags
 */
export function sqliteDefines(gypi) {
  return [...gypi.matchAll(/^\s*'([A-Z0-9_]+(?:=[^']*)?)',$/gm)].map((match) => `-D${match[1]}`)
}

/**
 * @param {string[]} options
 * @param {string[]} rest
 */
async function compiler(options, rest) {
  const command = compilerCommand()
  const result = await capture(command, [...options, ...rest])
  if (result.code === 0) return
  if (result.code === 127)
    throw new SetupError(
      `there is no C++ compiler (${command}), and SQLite has to be compiled for this Electron.`,
      'Install one, for example `apt-get install -y g++`, and start again.',
    )
  throw new SetupError(
    'better-sqlite3 could not be compiled.',
    result.stderr.split('\n').slice(0, 20).join('\n'),
  )
}

/**
 * A module that compiled may still crash; better to see it here than in the window.
 * @param {import('./electron.mjs').Electron} electron
 * @param {string} binding
 */
async function checkItLoads(electron, binding) {
  const program = `
    const Database = require(${JSON.stringify(toolPath('better-sqlite3'))})
    const database = new Database(':memory:', { nativeBinding: ${JSON.stringify(binding)} })
    database.function('twice', (text) => text + text)
    database.exec("create virtual table f using fts5(a); insert into f values ('ready')")
    console.log(database.prepare("select twice(a) from f where f match 'ready'").pluck().get())`
  const result = await capture(electron.executable, ['-e', program], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  if (result.stdout.trim() === 'readyready') return
  throw new SetupError(
    `better-sqlite3 was compiled, but does not work in Electron ${electron.version} (exit code ${result.code}).`,
    result.stderr.trim().split('\n').slice(-12).join('\n'),
  )
}
