/** A process that holds the devices of one subject, as the benchmark sees it. */
import { fork } from 'node:child_process'
import type { Operations } from './operations.ts'
import type { SubjectName } from './subject.ts'

type Input<K extends keyof Operations> = Parameters<Operations[K]>[0]
type Output<K extends keyof Operations> = Awaited<ReturnType<Operations[K]>>

export interface ClientRequest {
  readonly id: number
  readonly operation: keyof Operations
  readonly input: unknown
}

export type ClientResponse =
  { readonly id: number; readonly output: unknown } | { readonly id: number; readonly error: string }

export interface ClientProcess {
  call<K extends keyof Operations>(operation: K, input: Input<K>): Promise<Output<K>>
  /** All its devices go out of reach at once. */
  kill(): Promise<void>
}

/** No operation takes this long on a machine that gets anywhere. */
const timeoutMs = 10 * 60_000

export function startClientProcess(subject: SubjectName): ClientProcess {
  const child = fork(new URL('./client-host.ts', import.meta.url), [subject], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const pending = new Map<number, { resolve: (output: unknown) => void; reject: (error: Error) => void }>()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const failAll = (message: string) => {
    for (const { reject } of pending.values()) reject(new Error(message))
    pending.clear()
  }
  child.on('error', (error) => failAll(error.message))
  child.on('exit', (code, signal) => failAll(`the client process ended: ${String(code ?? signal)}`))
  child.on('message', (response: ClientResponse) => {
    const call = pending.get(response.id)
    pending.delete(response.id)
    if ('error' in response) call?.reject(new Error(response.error))
    else call?.resolve(response.output)
  })

  let lastId = 0
  return {
    call<K extends keyof Operations>(operation: K, input: Input<K>): Promise<Output<K>> {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          pending.delete(id)
          reject(new Error(`${operation} took longer than ${String(timeoutMs / 1000)} s`))
        }, timeoutMs)
        const finish =
          <T>(then: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer)
            then(value)
          }
        pending.set(id, { resolve: finish((output) => resolve(output as Output<K>)), reject: finish(reject) })
        child.send({ id, operation, input } satisfies ClientRequest)
      })
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
