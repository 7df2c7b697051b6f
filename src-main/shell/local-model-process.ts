/** Starts the process that runs a language model's file, and makes the line between it and an engine. */
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'

/** Shown by the system's and Electron's own lists of processes. */
const serviceName = 'Outpost language model'

/**
 * @param onExit the process ended: one that dies before it takes its end of the line leaves the other one open
 * @returns the engine's end; the process lives as long as the line
 */
export type StartLocalModel = (onExit: () => void) => MessagePortMain

export function createLocalModelStarter(modulePath: string): StartLocalModel {
  return (onExit) => {
    const { port1, port2 } = new MessageChannelMain()
    const child = utilityProcess.fork(modulePath, [], {
      serviceName,
      // llama.cpp prints what it thinks of a file, which nobody needs.
      stdio: 'ignore',
      env: { ...process.env, NODE_LLAMA_CPP_SKIP_DOWNLOAD: 'true' },
    })
    child.once('exit', onExit)
    child.postMessage(null, [port2])
    return port1
  }
}
