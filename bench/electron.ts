/** Starts a program in the Electron that the set-up found, and reads the one line of JSON that it prints when it is up. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

export const projectRoot = path.resolve(import.meta.dirname, '..')

/** A start that takes longer has failed. */
const timeoutMs = 60_000

export interface Started {
  readonly process: ChildProcess
  /** In ms since the epoch. */
  readonly startedAt: number
  readonly report: Readonly<Record<string, unknown>>
  readonly ended: Promise<void>
}

/** Starts it and waits for nothing. */
export function spawnElectron(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { readonly process: ChildProcess; readonly ended: Promise<void> } {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electronExecutable(), [...args, ...asRoot], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  })
  return { process: child, ended: new Promise((resolve) => child.once('exit', () => resolve())) }
}

export async function startElectron(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const startedAt = Date.now()
  const child = spawn(electronExecutable(), [...args, ...asRoot], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let text = ''
  const report = await new Promise<Record<string, unknown>>((resolve, reject) => {
    child.once('error', reject)
    setTimeout(() => {
      child.kill('SIGKILL')
    }, timeoutMs).unref()
    child.once('exit', (code) =>
      reject(new Error(`Electron ended with ${String(code)} before it was up: ${text}`)),
    )
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const line = text.split('\n').find((part) => part.startsWith('{') && part.endsWith('}'))
      if (line !== undefined) resolve(JSON.parse(line) as Record<string, unknown>)
    })
  })
  return { process: child, startedAt, report, ended }
}

export function electronExecutable(): string {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist !== undefined) return path.join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron')
  return createRequire(import.meta.url)('electron') as string
}
