/** Starts the engine host as an Electron utility process. */
import { utilityProcess } from 'electron'
import type { HostResponse } from '#shared/contract/host.ts'
import type { ForkHost } from './engine-process.ts'

/** Shown by the system's and Electron's own lists of processes. */
const serviceName = 'Outpost engine'

interface HostProcessDeps {
  /** The built engine host. */
  readonly modulePath: string
  /** Show what it prints, which only ever is for developers. */
  readonly showOutput: boolean
}

export function createHostForker({ modulePath, showOutput }: HostProcessDeps): ForkHost {
  return ({ onMessage, onExit }) => {
    const child = utilityProcess.fork(modulePath, [], {
      serviceName,
      stdio: showOutput ? 'inherit' : 'ignore',
    })
    // Both ends are ours and start together: typed, not parsed (see contract/host.ts).
    child.on('message', (message: HostResponse) => onMessage(message))
    child.on('exit', onExit)
    return {
      post: (message, ports) => child.postMessage(message, ports),
      kill: () => {
        child.kill()
      },
    }
  }
}
