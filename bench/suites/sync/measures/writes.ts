/**
 * Acknowledged writes a second of 50 writers, each waiting for its acknowledgement before the next; and how long the
 * server still stores what it has acknowledged.
 */
import { untilQuiet } from '../server-process.ts'
import { withServer, type Measure } from './measure.ts'

export const writes: Measure = {
  name: 'writes',
  run: (subject, scale) =>
    withServer(subject, async ({ server, startClients }) => {
      const writesPerSecond = await startClients().call('writeFor', {
        address: server.address,
        writers: 50,
        warmUpMs: 1_000,
        durationMs: scale >= 0.1 ? 5_000 : 1_000,
      })
      const backlogMs = await untilQuiet(server.pid)
      return { writesPerSecond, backlogSeconds: backlogMs / 1000 }
    }),
}
