/** Lines to processes that run language model files: asked of the shell, which starts them and says when one ended. */
import type { LocalModelPort } from '#shared/contract/local-model.ts'
import type { LivePort } from './host-port.ts'

export function createLocalModelLines(want: () => void) {
  const waiting: ((port: LocalModelPort | null) => void)[] = []
  const ends = new Map<number, () => void>()
  return {
    connect: (): Promise<LocalModelPort | null> =>
      new Promise((resolve) => {
        waiting.push(resolve)
        want()
      }),
    /** @param port null where no process can be started */
    arrived(process: number, port: LivePort | null): void {
      waiting.shift()?.(
        port && {
          on(event: 'message' | 'close', listener: (event: { data: unknown }) => void) {
            if (event === 'message') port.on('message', listener)
            else ends.set(process, () => listener({ data: null }))
          },
          postMessage: (message) => port.postMessage(message),
          start: () => port.start(),
          close: () => port.close(),
        },
      )
    },
    /** Says so on its line, whether it ever took it or not. */
    ended(process: number): void {
      ends.get(process)?.()
      ends.delete(process)
    },
  }
}
