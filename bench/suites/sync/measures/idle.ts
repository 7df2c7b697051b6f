/** The server's memory with 10,000 idle devices connected, each of which has looked at one document. */
import { maxOpenFiles, readMemory } from '../server-process.ts'
import { scaled, settle, withServer, type Measure } from './measure.ts'

/** Beyond the sockets: the database's files, pipes, what Node itself opens. */
const spareFiles = 200

export const idle: Measure = {
  name: 'idle',
  run: (subject, scale) =>
    withServer(subject, async ({ server, startClients }) => {
      const devices = scaled(10_000, scale)
      if (maxOpenFiles() < devices + spareFiles) {
        throw new Error(
          `needs ${String(devices)} sockets; the machine allows ${String(maxOpenFiles())} files`,
        )
      }
      const { residentMiB: emptyMiB } = readMemory(server.pid)
      const clients = startClients()
      await clients.call('openIdle', { address: server.address, devices })
      await settle(scale)
      const { residentMiB } = readMemory(server.pid)
      const open = await clients.call('countIdle', null)
      if (open < devices)
        throw new Error(`only ${String(open)} of ${String(devices)} devices were still connected`)
      return { idleMiB: residentMiB, emptyMiB }
    }),
}
