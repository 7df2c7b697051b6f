/** One message to 1,000 connected devices: from the writing to the last device's document, p95 of 20 messages. */
import { statsOf } from '../../../stats.ts'
import { scaled, withServer, type Measure } from './measure.ts'

const messages = 20
const warmUp = 3
/** Two, so that what the devices cost is spread over the cores as evenly as it can be. */
const processes = 2

export const broadcast: Measure = {
  name: 'broadcast',
  run: (subject, scale) =>
    withServer(subject, async ({ server, startClients }) => {
      const { address } = server
      const devices = Math.ceil(scaled(1_000, scale) / processes)
      const receivers = Array.from({ length: processes }, startClients)
      for (const [i, receiver] of receivers.entries()) {
        await receiver.call('receive', { address, firstNumber: i * devices, devices })
      }
      const sender = startClients()
      await sender.call('openSender', { address, number: processes * devices })
      const samples: number[] = []
      for (let message = 1; message <= warmUp + messages; message++) {
        const received = receivers.map((receiver) => receiver.call('untilReceived', { messages: message }))
        const sentAtMs = await sender.call('send', null)
        const lastAtMs = Math.max(...(await Promise.all(received)))
        if (message > warmUp) samples.push(lastAtMs - sentAtMs)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      const { p95, median } = statsOf(samples)
      return { broadcastP95Ms: p95, broadcastMedianMs: median }
    }),
}
