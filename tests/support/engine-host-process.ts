/**
 * The engine host as a process of its own under plain Node, as the shell starts it under Electron: to be killed. A process
 * takes a while to start, so the next one is started while the present one works.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CallResponse } from '#shared/contract/bridge.ts'
import type { HostRequest, HostResponse } from '#shared/contract/host.ts'

const entry = fileURLToPath(new URL('../../src-main/workers/engine-host.ts', import.meta.url))

export interface HostProcess {
  /** Opens the folder; rejects where that fails, resolves to false where the process dies meanwhile. */
  open(folder: string): Promise<boolean>
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

export function startHost(cacheFolder: string): HostProcess {
  const child: ChildProcess = fork(entry, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_COMPILE_CACHE: cacheFolder },
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
    async open(folder) {
      const response = await new Promise<HostResponse | null>((resolve) => {
        opened = resolve
        void gone.then(() => resolve(null))
        send({ type: 'open', options: { folder, sqliteBinding: null, demo: false } })
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
