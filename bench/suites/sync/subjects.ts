/**
 * The systems that are compared. Ours comes first in the table.
 *
 * To plug Outpost in, add here what `subject.ts` describes, and nowhere else but in `clients/load.ts`:
 *
 * 1. `servers/outpost.mjs`, the entry of the server's process, as `servers/hocuspocus.mjs`: takes the data folder from
 *    `dataFolder()`, starts the real server with its real settings (`synchronous=FULL`) on 127.0.0.1 and port 0, and calls
 *    `reportListening(port, extra)`. It makes the accounts, the workspace and the spaces that clients need and
 *    puts their tokens and ids into `extra`. Limits that a load test would meet (sockets an address, frames a second) are
 *    raised there, and `acknowledgement` says so. The server as built JavaScript: as TypeScript it is 14 MiB larger.
 * 2. `clients/outpost.ts`, `createOutpostClient(): SubjectClient`. `documents` of a device are tickets (`ticket/ULID`) and chat
 *    segments (`chat/ULID/DAY`), see `workload.ts`; the server must let every device write them all.
 *    - `openDevice` with thousands of documents is catch-up and memory: the real engine's sync with its store on disk,
 *      `untilHolds` resolving when all rows are committed. Documents with a `state` were synchronised before: cursor included.
 *    - `openDevice` with one document is the 50 writers and the 1,000 receivers: the real codec and protocol is enough.
 *    - `write` resolves at `ack`; `openIdle` does hello, welcome, and what follows on a device that is up to date.
 * 3. Its line in `loaders` of `clients/load.ts` and its entry below.
 */
import type { SyncSubject } from './subject.ts'
import { startServerProcess } from './server-process.ts'

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

export const subjects: readonly SyncSubject[] = [yWebsocket, hocuspocus]
