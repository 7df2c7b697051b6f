/** The packaged program: made once for a test file, unpacked away from the sources, started with nothing of ours around it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '..', '..')

export interface Packages {
  /** The folder that electron-builder filled. */
  readonly unpacked: string
  readonly tarball: string
  readonly deb: string
}

/** With little compression: what is tested is the content. */
export async function makePackages(out: string): Promise<Packages> {
  await run(
    process.execPath,
    [path.join(root, 'scripts/package.mjs'), '--only', 'dir,tar.gz,deb', '--quick', '--out', out],
    { cwd: root, maxBuffer: 50_000_000 },
  )
  const named = (ending: string): string => {
    const name = fs.readdirSync(out).find((each) => each.endsWith(ending))
    if (name === undefined) throw new Error(`no ${ending} was made`)
    return path.join(out, name)
  }
  return { unpacked: path.join(out, 'linux-unpacked'), tarball: named('.tar.gz'), deb: named('.deb') }
}

/** @returns the program's folder */
export async function unpack(tarball: string, folder: string): Promise<string> {
  await run('tar', ['--extract', '--file', tarball, '--directory', folder])
  return path.join(folder, path.basename(tarball, '.tar.gz'))
}

export interface Packaged {
  readonly process: ChildProcess
  /** Its exit code. */
  readonly ended: Promise<number | null>
  /** What it printed so far. */
  stdout(): string
}

const running = new Set<ChildProcess>()

/** On the test's screen, with a home of its own and no variable of the project. */
export function startPackaged(folder: string, home: string, args: readonly string[] = []): Packaged {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(path.join(folder, 'outpost'), [...sandbox, ...args], {
    cwd: folder,
    env: {
      HOME: home,
      PATH: '/usr/bin:/bin',
      LANG: 'C.UTF-8',
      LANGUAGE: 'en',
      DISPLAY: process.env['DISPLAY'],
      XAUTHORITY: process.env['XAUTHORITY'],
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  running.add(child)
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  return { process: child, ended, stdout: () => stdout }
}

/** What a failed test left running. */
export async function endPackaged(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    }),
  )
}

/** Every file and folder below, relative and sorted. */
export const everythingBelow = (folder: string): string[] =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
