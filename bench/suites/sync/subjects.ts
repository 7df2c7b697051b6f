/** The systems that are compared. Ours comes first in the table. */
import { fork } from 'node:child_process'
import { buildOutpost } from './servers/build-outpost.ts'
import { startServerProcess } from './server-process.ts'
import type { SyncSubject } from './subject.ts'

const outpost: SyncSubject = {
  name: 'outpost',
  acknowledgement:
    "the protocol's `ack`, after fsync (SQLite with `synchronous=FULL`; writes that come together share one). Its limit of frames a second is raised, nothing else",
  async startServer(folder) {
    const { prepare, serve } = await buildOutpost()
    await run(prepare, folder)
    return startServerProcess(serve, folder)
  },
}

const yWebsocket: SyncSubject = {
  name: 'y-websocket',
  // utils.js: the update handler sends to all connections at once; y-leveldb's `put` follows in a queue, without `sync: true`.
  acknowledgement:
    'the echo of the update to its sender (there is no other); not stored by then, and LevelDB is never told to fsync',
  startServer: (folder) => startServerProcess(new URL('./servers/y-websocket.mjs', import.meta.url), folder),
}

const hocuspocus: SyncSubject = {
  name: 'hocuspocus',
  // MessageReceiver.ts sends SyncStatus after applying in memory; onStoreDocument is debounced by 2 s, at most 10 s.
  acknowledgement:
    'its sync status (unsyncedChanges 0); in memory by then, stored 2 to 10 s later (that write is fsynced)',
  startServer: (folder) => startServerProcess(new URL('./servers/hocuspocus.mjs', import.meta.url), folder),
}

export const subjects: readonly SyncSubject[] = [outpost, yWebsocket, hocuspocus]

async function run(entry: URL, folder: string): Promise<void> {
  const child = fork(entry, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`the folder was not filled: ${String(code)}`)
}
