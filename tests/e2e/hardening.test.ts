/** What the window's page may not do, tried from the page itself, in the program as it is built. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { networkAttempts } from '../support/net-log.ts'
import { foreignConnections, processTree } from '../support/process-tree.ts'
import { silenceSystem } from '../support/silenced-system.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let folder: string
let outpost: OutpostApp
let window: WindowDriver
const netLog = () => path.join(folder, 'net.json')

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-hard-'))
  outpost = await launchOutpost({
    dataDir: path.join(folder, 'data'),
    args: [`--log-net-log=${netLog()}`, '--net-log-capture-mode=Everything'],
    env: { LANGUAGE: 'en' },
  })
  window = createWindowDriver(outpost.page, 'en')
  await silenceSystem(outpost)
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.openChannel('general')
  await window
    .composer('general')
    .fill('Siehe https://example.org/anleitung ![Bild](https://example.org/bild.png)')
  await window.composer('general').press('Enter')
  await window.messageLog('general').getByRole('link').first().waitFor()
  await window.createTicket({ title: 'Ein Fall' })
  await window.goTo('knowledge')
  await window.search('nichts')
})

afterAll(async () => {
  await outpost.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('downloads, workers and connections past the filter of requests are refused', async () => {
  const heard: string[] = []
  const udp = createSocket('udp4', () => void heard.push('udp'))
  const tcp = createServer((socket) => {
    heard.push('tcp')
    socket.destroy()
  })
  udp.bind(0, '127.0.0.1')
  await once(udp, 'listening')
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const [udpPort, tcpPort] = [udp.address().port, (tcp.address() as AddressInfo).port]
  const result = await outpost.page.evaluate(
    async ([udpAt, tcpAt]) => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'x.exe'
      link.click()
      const failed = (what: () => unknown): Promise<boolean> =>
        Promise.resolve()
          .then(what)
          .then(
            () => false,
            () => true,
          )
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udpAt}` },
          { urls: `turn:127.0.0.1:${tcpAt}?transport=tcp`, username: 'u', credential: 'c' },
        ],
      })
      const candidates: string[] = []
      peer.onicecandidate = ({ candidate }) => void candidates.push(candidate?.candidate ?? 'end')
      peer.createDataChannel('x')
      await peer.setLocalDescription()
      // Gathering goes on for as long as servers may still answer.
      for (let waited = 0; waited < 60 && peer.iceGatheringState !== 'complete'; waited += 1)
        await new Promise((resolve) => setTimeout(resolve, 100))
      peer.close()
      const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer }
      return {
        candidates: candidates.filter((candidate) => candidate !== 'end' && candidate !== ''),
        serviceWorker: await failed(() => {
          if (!serviceWorker) throw new Error('not there')
          return serviceWorker.register('/sw.js')
        }),
        sharedWorker: await failed(() => new SharedWorker('/x.js')),
        webTransport: await failed(
          () =>
            new (globalThis as unknown as Record<string, new (url: string) => { ready: Promise<void> }>)[
              'WebTransport'
            ]!('https://127.0.0.1:1/').ready,
        ),
        beacon: !navigator.sendBeacon('https://example.org/', 'x') || 'sent',
      }
    },
    [udpPort, tcpPort] as const,
  )
  udp.close()
  tcp.close()
  expect(heard).toEqual([])
  expect(result).toMatchObject({
    candidates: [],
    serviceWorker: true,
    sharedWorker: true,
    webTransport: true,
  })
  await expect
    .poll(() => outpost.readLog())
    .toContainEqual(expect.objectContaining({ event: 'download.refused' }))
})

test('the bridge refuses calls that are unknown, of another version, too large or malformed, and goes on', async () => {
  const { page } = outpost
  const types = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    const good = { version: 1, id: 'a', kind: 'query', name: 'chat.channels', input: {} } as const
    const ask = async (request: unknown): Promise<string> => {
      try {
        const response = await bridge.call(request as typeof good)
        return response.ok ? 'ok' : response.error.type
      } catch {
        return 'thrown'
      }
    }
    const deep: { inner?: unknown } = {}
    let at = deep
    for (let depth = 0; depth < 200; depth += 1) at = at.inner = {}
    const answers = {
      unknown: await ask({ ...good, name: 'constructor' }),
      proto: await ask({ ...good, name: '__proto__' }),
      kind: await ask({ ...good, kind: 'sql' }),
      asCommand: await ask({ ...good, kind: 'command' }),
      version: await ask({ ...good, version: 99 }),
      extra: await ask({ ...good, extra: true }),
      nothing: await ask(null),
      text: await ask('DROP TABLE messages'),
      large: await ask({ ...good, input: { text: 'x'.repeat(5_000_000) } }),
      many: await ask({ ...good, input: Array.from({ length: 100_000 }, () => 0) }),
      deep: await ask({ ...good, input: deep }),
      wrong: await ask({
        ...good,
        name: 'chat.messages',
        input: { channelId: "'; DROP TABLE messages; --" },
      }),
      good: await ask(good),
    }
    bridge.sendLive({ type: 'subscribe', subscription: 900, name: '__proto__', input: {} })
    bridge.sendLive({ type: 'burn' } as never)
    bridge.sendLive(null as never)
    bridge.cancel('../../x')
    await bridge.recover('format-disk' as never)
    for (const id of ['../../x', 'ffffffffffff', '__proto__', '', {} as never]) {
      bridge.openWorkspace(id)
      bridge.forgetWorkspace(id)
    }
    // Neither names a place: the first is refused as a whole, the second as no direction.
    const printed = await bridge.printPage({ what: 'pdf', name: 'a', path: '/etc/passwd' } as never)
    const transferred = await bridge.transferArticles('/etc' as never)
    const kept = await bridge.updatePreferences({ theme: 'pink' } as never)
    return { answers, printed, transferred, theme: kept.theme }
  })
  expect(types.answers).toEqual({
    unknown: 'unknown-call',
    proto: 'unknown-call',
    kind: 'invalid-input',
    asCommand: 'unknown-call',
    version: 'unsupported-version',
    extra: 'invalid-input',
    nothing: 'invalid-input',
    text: 'invalid-input',
    large: 'invalid-input',
    many: 'invalid-input',
    deep: 'invalid-input',
    wrong: 'invalid-input',
    good: 'ok',
  })
  expect([types.printed, types.transferred]).toEqual(['failed', { type: 'cancelled' }])
  expect(types.theme).toBe('system')
  await window.sendMessage('general', 'Geht noch')
})

test('from start to end the program makes no network connection', async () => {
  expect(foreignConnections(processTree(outpost.process.pid ?? 0))).toEqual([])
  await outpost.close()
  expect(networkAttempts(netLog())).toEqual([])
})
