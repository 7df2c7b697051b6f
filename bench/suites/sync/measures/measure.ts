/** What a measure is, and the surroundings that each run of one gets: a fresh server, client processes, a folder. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startClientProcess, type ClientProcess } from '../client-process.ts'
import type { RunningServer, SyncSubject } from '../subject.ts'

/** Figures by name: the rows of `rows.ts` pick theirs. */
export type Sample = Readonly<Record<string, number>>

export interface Measure {
  readonly name: string
  /** @param scale 1 for the full size; 0.01 for a trial */
  run(subject: SyncSubject, scale: number): Promise<Sample>
}

export interface Surroundings {
  readonly server: RunningServer
  startClients(): ClientProcess
}

/** Ends all processes and removes the data when `work` is done, however it ends. */
export async function withServer(
  subject: SyncSubject,
  work: (surroundings: Surroundings) => Promise<Sample>,
): Promise<Sample> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-bench-sync-'))
  const clients: ClientProcess[] = []
  let server: RunningServer | null = null
  try {
    server = await subject.startServer(folder)
    return await work({
      server,
      startClients() {
        const client = startClientProcess(subject.name)
        clients.push(client)
        return client
      },
    })
  } finally {
    for (const client of clients) await client.kill()
    await server?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

export function scaled(count: number, scale: number): number {
  return Math.max(1, Math.round(count * scale))
}

/** Longer than Hocuspocus's longest delay before it stores (10 s): memory is looked at when that is over. */
export async function settle(scale: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, scale >= 0.1 ? 15_000 : 3_000))
}
