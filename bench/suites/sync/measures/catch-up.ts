/** A device that has the state from before and missed 30,000 updates in 10,000 documents: time until it has them all. */
import { untilQuiet } from '../server-process.ts'
import { scaled, withServer, type Measure } from './measure.ts'

export const catchUp: Measure = {
  name: 'catch-up',
  run: (subject, scale) =>
    withServer(subject, async ({ server, startClients }) => {
      const { address } = server
      const documents = scaled(10_000, scale)
      const writer = startClients()
      await writer.call('seed', { address, documents, devices: 1 })
      const device = startClients()
      await device.call('readBefore', { address, documents })
      await writer.call('writeMissed', null)
      await writer.kill()
      await device.call('prepareDevice', { address, documents })
      // What the server has yet to store or unload is not counted against it.
      await untilQuiet(server.pid)
      const { tookMs, more } = await device.call('catchUp', null)
      return { catchUpSeconds: tookMs / 1000, ...more }
    }),
}
