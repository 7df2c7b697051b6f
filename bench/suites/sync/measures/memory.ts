/**
 * The server's memory with 10,000 documents touched and 100 connected devices, in two readings: every document is
 * kept open by one of the devices, 100 each; and all were let go again, each device keeping one.
 */
import { readMemory, untilQuiet } from '../server-process.ts'
import { scaled, settle, withServer, type Measure } from './measure.ts'

export const memory: Measure = {
  name: 'memory',
  run: (subject, scale) =>
    withServer(subject, async ({ server, startClients }) => {
      const { address } = server
      const documents = scaled(10_000, scale)
      const devices = Math.min(100, documents)
      const authors = startClients()
      await authors.call('seed', { address, documents, devices })
      await settle(scale)
      const held = readMemory(server.pid)
      await authors.kill()
      await untilQuiet(server.pid)
      await startClients().call('connectDevices', { address, devices })
      await settle(scale)
      const released = readMemory(server.pid)
      return {
        heldMiB: held.residentMiB,
        releasedMiB: released.residentMiB,
        peakMiB: released.peakMiB,
      }
    }),
}
