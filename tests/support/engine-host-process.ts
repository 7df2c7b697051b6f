/**
 * The engine host as a process of its own under plain Node, as the shell starts it under Electron: to be killed. A process
 * takes a while to start, so the next one is started while the present one works.
 */
import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import type { CallResponse } from '#shared/contract/bridge.ts'
import type { HostOptions, HostRequest, HostResponse } from '#shared/contract/host.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/**
 * Bundles the host's entry points as the program's build does: started 200 times, the sources would take most of the
 * time. Lies where the native module is found. Gives the host's file.
 */
export async function bundleHost(): Promise<string> {
  const outDir = path.join(root, 'node_modules', '.cache', `outpost-host-${process.pid}`)
  onTestFinished(() => fs.rmSync(outDir, { recursive: true, force: true }))
  const entry = (name: string) => path.join(root, 'src-main', 'workers', `${name}.ts`)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node22',
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: {
          'engine-host': entry('engine-host'),
          'db-reader': entry('db-reader'),
          indexer: entry('indexer'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  })
  return path.join(outDir, 'engine-host.cjs')
}

export interface HostProcess {
  /** Opens the folder; rejects where that fails, resolves to false where the process dies meanwhile. */
  open(folder: string, options?: Partial<HostOptions>): Promise<boolean>
  /** Sends a call without waiting. `answered` is told of the answer, if one comes. */
  call(
    kind: 'command' | 'query',
    name: string,
    input: unknown,
    answered: (response: CallResponse) => void,
  ): void
  /** Ends the process at once. Resolves when it is gone and everything it said has been heard. */
  kill(): Promise<void>
}

export function startHost(file: string): HostProcess {
  const child: ChildProcess = fork(file, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<string, (response: CallResponse) => void>()
  let opened: ((response: HostResponse | null) => void) | null = null
  let lastCall = 0
  const gone = Promise.all([
    new Promise((resolve) => child.once('exit', resolve)),
    new Promise((resolve) => child.once('disconnect', resolve)),
  ])
  child.on('message', (message) => {
    const response = message as HostResponse
    if (response.type === 'result') {
      waiting.get(response.id)?.(response.response)
      waiting.delete(response.id)
    } else if (response.type === 'opened' || response.type === 'open-failed') {
      opened?.(response)
    }
  })
  // What is sent to a process that has just died is lost, as it would be for the shell.
  child.on('error', () => undefined)
  const send = (request: HostRequest) => child.send(request, () => undefined)

  return {
    async open(folder, options = {}) {
      const response = await new Promise<HostResponse | null>((resolve) => {
        opened = resolve
        void gone.then(() => resolve(null))
        send({ type: 'open', options: { folder, sqliteBinding: null, demo: false, token: null, ...options } })
      })
      if (response?.type === 'open-failed')
        throw new Error(`the folder does not open: ${JSON.stringify(response.error)}`)
      return response !== null
    },
    call(kind, name, input, answered) {
      const id = String(++lastCall)
      waiting.set(id, answered)
      send({ type: 'call', request: { version: 1, id, kind, name, input } })
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
