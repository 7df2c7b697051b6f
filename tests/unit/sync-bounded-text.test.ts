import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { boundedText } from '../../src-main/engine/sync/bounded-text.ts'

async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test('an answer is read as it was written, letters that came in two pieces included', async () => {
  const [first, second] = [Buffer.from('Möwe 🪁').subarray(0, 2), Buffer.from('Möwe 🪁').subarray(2)]
  const address = await serve((response) => {
    response.write(first)
    setImmediate(() => response.end(second))
  })
  expect(await boundedText(await fetch(address))).toBe('Möwe 🪁')
  expect(await boundedText(await fetch(await serve((response) => response.writeHead(204).end())))).toBe('')
})

test('a server that sends for ever is left, and its connection ends', async () => {
  let isLeft = false
  const address = await serve((response) => {
    const more = (): void => {
      if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(more)
    }
    response.on('drain', more)
    response.on('close', () => (isLeft = true))
    more()
  })
  await expect(boundedText(await fetch(address), 1_000_000)).rejects.toThrow('too long')
  await expect.poll(() => isLeft).toBe(true)
})
