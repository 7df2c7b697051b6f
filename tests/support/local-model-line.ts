/** A line to the process that runs language model files, started under plain Node. */
import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { LocalModelPort } from '#shared/contract/local-model.ts'

const entry = path.resolve(import.meta.dirname, '../../src-main/workers/local-model.ts')

export function createLocalModelLines() {
  const children: ChildProcess[] = []
  const connect = (): Promise<LocalModelPort> => {
    const child = fork(entry, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    children.push(child)
    onTestFinished(() => void child.kill('SIGKILL'))
    return Promise.resolve({
      on(event: 'message' | 'close', listener: (event: { data: unknown }) => void) {
        if (event === 'message') child.on('message', (data) => listener({ data }))
        else child.on('exit', () => listener({ data: null }))
      },
      postMessage: (message) => {
        if (child.connected) child.send(message as object)
      },
      start: () => undefined,
      close: () => {
        if (child.connected) child.disconnect()
      },
    })
  }
  return { connect, children }
}
