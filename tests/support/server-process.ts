/** The sync server as people start it: a process of its own, with a folder and a port that outlive it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface ServerProcess {
  /** The one-time link that the first start printed. */
  readonly setupLink: string
  /** On the same port, with the same folder. Resolves when it listens. */
  start(): Promise<void>
  /** Asks it to end, and waits for it. */
  stop(): Promise<void>
}

const main = path.resolve(import.meta.dirname, '..', '..', 'src-server', 'main.ts')

/** @param folder for what the server keeps; the caller's to delete */
export async function startServerProcess(folder: string): Promise<ServerProcess> {
  let child: ChildProcess | null = null
  let port = '0'

  /** Resolves with what it says on stdout until a line fits. */
  const startUntil = async (wanted: RegExp): Promise<string> => {
    const started = spawn(process.execPath, [main, `--data=${folder}`, `--port=${port}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    child = started
    return new Promise((resolve, reject) => {
      let said = ''
      createInterface({ input: started.stdout }).on('line', (line) => {
        said += `${line}\n`
        if (wanted.test(line)) resolve(said)
      })
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    })
  }

  const said = await startUntil(/outpost:\/\/setup\//u)
  port = /is at http:\/\/[^:]+:(\d+)/u.exec(said)?.[1] ?? port
  return {
    setupLink: /outpost:\/\/setup\/\S+/u.exec(said)?.[0] ?? '',
    async start() {
      await startUntil(/is at http:/u)
    },
    async stop() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
