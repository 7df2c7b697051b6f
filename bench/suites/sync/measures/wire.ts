/** Bytes over the wire for one chat message and one change of a ticket's field, with one device looking on. */
import type { WireSample } from '../operations.ts'
import { withServer, type Measure, type Sample } from './measure.ts'

export const wire: Measure = {
  name: 'wire',
  run: (subject) =>
    withServer(subject, async ({ server, startClients }) => {
      const { address } = server
      const message = await startClients().call('measureWire', { address, change: 'message' })
      const field = await startClients().call('measureWire', { address, change: 'field' })
      return { ...figuresOf('message', message), ...figuresOf('field', field) }
    }),
}

/** In multiples of the update: up, from the devices to the server; down, from the server to them; and each leg in bytes. */
function figuresOf(name: string, sample: WireSample): Sample {
  const { updateBytes, writerSentBytes, writerReceivedBytes, readerSentBytes, readerReceivedBytes } = sample
  return {
    [`${name}Up`]: (writerSentBytes + readerSentBytes) / updateBytes,
    [`${name}Down`]: (writerReceivedBytes + readerReceivedBytes) / updateBytes,
    [`${name}UpdateBytes`]: updateBytes,
    [`${name}WriterSent`]: writerSentBytes,
    [`${name}WriterReceived`]: writerReceivedBytes,
    [`${name}ReaderSent`]: readerSentBytes,
    [`${name}ReaderReceived`]: readerReceivedBytes,
  }
}
