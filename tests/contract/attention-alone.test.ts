/** What a device tells when its server says no, or says nothing for long. */
import { expect, test } from 'vitest'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import { longOutageMs } from '../../src-main/engine/attention/outage.ts'
import { listen } from '../support/attention-world.ts'
import { createScriptedServer, spaceRecord } from '../support/scripted-server.ts'
import { createDevice, setUpServer, startServer } from '../support/sync-world.ts'

const patience = { timeout: 10_000, interval: 5 }

test('a change that the server did not take is told once, until it was seen', async () => {
  const server = await createScriptedServer(3)
  const { device } = server
  const channelId = device.nextId<ChannelId>()
  await server.welcome([{ spaceId: channelId, head: 1 }])
  await server.until('pull')
  await server.page(channelId, 0, [spaceRecord(server, channelId)])
  await server.until('push')
  await server.ackAll()
  const ear = listen(device.engine)
  await expect
    .poll(
      () => device.look((db) => db.prepare("SELECT 1 FROM meta WHERE key = 'attentionSince'").get()),
      patience,
    )
    .toBeDefined()
  device.must('chat.send', { channelId, messageId: device.nextId<MessageId>(), text: 'refused words' })
  const isMine = (item: { type: string; spaceId?: unknown }) =>
    item.type === 'update' && item.spaceId === channelId
  await expect.poll(() => server.items().filter(isMine).length, patience).toBeGreaterThanOrEqual(1)
  const item = server.items().find(isMine)
  if (!item) throw new Error('nothing was pushed')
  await server.say({ type: 'reject', itemId: item.itemId, reason: 'no-access', detail: '' })
  await expect.poll(() => ear.told.map(({ kind }) => kind), patience).toEqual(['refused'])
  const [row] = (await device.ask('sync.refused', {})).rows
  device.must('refused.dismiss', { key: row?.key ?? '' })
  await ear.untilWithdrawn(`refused/${row?.key ?? ''}`)
})

test('a lost connection is told when it lasts and work waits, and taken back when it is over', async () => {
  const server = await startServer()
  const waiting: (() => void)[] = []
  const device = createDevice({
    syncOptions: {
      timers: {
        after(ms, run) {
          if (ms === longOutageMs) {
            waiting.push(run)
            return { dispose: () => waiting.splice(0) }
          }
          const timer = setTimeout(run, ms)
          return { dispose: () => clearTimeout(timer) }
        },
      },
    },
  })
  await setUpServer(server, device)
  device.must('channel.create', { channelId: device.nextId<ChannelId>(), name: 'general' })
  await device.untilSynced()
  const [channel] = (await device.ask('chat.channels', {})).rows
  if (!channel) throw new Error('there is no channel')
  const ear = listen(device.engine)
  await server.stop()
  await device.untilStatus('offline', ({ connection }) => connection.type === 'offline')
  await expect.poll(() => waiting.length, patience).toBe(1)
  waiting[0]?.()
  expect(ear.told).toEqual([])
  device.must('chat.send', { channelId: channel.key, messageId: device.nextId<MessageId>(), text: 'later' })
  await expect.poll(() => ear.told.map(({ kind }) => kind), patience).toEqual(['offline'])
  await startServer({ folder: server.folder, port: Number(new URL(server.address).port) })
  device.engine.wake()
  await device.untilSynced()
  await ear.untilWithdrawn(...ear.told.map(({ key }) => key))
})
