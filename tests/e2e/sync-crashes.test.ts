/** The program is ended without a word while it catches up, and while it sends: nothing is lost, nothing is there twice. */
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import type { Bridge } from '#shared/contract/bridge.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { lookAt } from '../support/engine-world.ts'
import { createHeldLine, type HeldLine } from '../support/held-line.ts'
import { badge, joinTeam, networkIsBack, untilSynced, untilWaiting } from '../support/server-steps.ts'
import { createDevice, setUpServer, startServer, type Device } from '../support/sync-world.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { createWindowDriver, escape, type WindowDriver } from '../support/window-driver.ts'

const channel = 'Leitstand'
const longPatience = { timeout: 60_000 }

interface Team {
  /** Ada's, an engine in this process. */
  readonly host: Device
  readonly channelId: ChannelId
  readonly line: HeldLine
  readonly dataDir: string
}

/** A server, Ada in this process, and Bob's profile, which has joined over the line and is closed again. */
async function startTeam(): Promise<Team> {
  // Small pages, so that there are many.
  const server = await startServer({ limits: { pageEntries: 200 } })
  const host = createDevice()
  await setUpServer(server, host)
  const channelId = host.nextId<ChannelId>()
  host.must('channel.create', { channelId, name: channel, description: '' })
  await host.untilSynced()
  const line = await createHeldLine(server.address)
  const { link } = await host.request('server.createInvite', { role: 'agent' })
  const dataDir = temporaryFolder()
  const { outpost, window } = await start(dataDir)
  await joinTeam(window, {
    link: link.replace(/127\.0\.0\.1:\d+/u, line.host),
    person: 'Bob Brandt',
    email: 'bob@example.org',
  })
  await untilSynced(window)
  await window.openChannel(channel)
  await outpost.close()
  return { host, channelId, line, dataDir }
}

async function start(dataDir: string): Promise<{ outpost: OutpostApp; window: WindowDriver }> {
  const outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  onTestFinished(() => outpost.close())
  return { outpost, window: createWindowDriver(outpost.page, 'en') }
}

interface Written {
  readonly id: MessageId
  readonly text: string
}

const write = (host: Device, count: number): readonly Written[] =>
  Array.from({ length: count }, (_, index) => ({
    id: host.nextId<MessageId>(),
    text: `Meldung ${index + 1}`,
  }))

const readMessages = (folder: string): readonly Written[] =>
  lookAt(folder, (db) =>
    db.prepare<[], Written>('SELECT message_id AS id, text FROM messages ORDER BY message_id').all(),
  )
const countUnsent = (folder: string): number =>
  lookAt(folder, (db) =>
    db
      .prepare<[], number>("SELECT count(*) FROM updates WHERE server_seq IS NULL AND origin = 'local'")
      .pluck()
      .get(),
  ) ?? 0

test('killed while it catches up, it goes on from there', async () => {
  const { host, channelId, line, dataDir } = await startTeam()
  const written = write(host, 3_000)
  for (const { id, text } of written) host.must('chat.send', { channelId, messageId: id, text })
  await expect.poll(async () => (await host.status()).waiting, longPatience).toBe(0)

  const held = line.holdAfter(200_000)
  const first = await start(dataDir)
  await held
  const [before = '', after = ''] = first.window
    .say('server:sync.catchingUp', { done: '\0', total: '\0' })
    .split('\0')
  const catchingUp = new RegExp(`${escape(before)}[1-9][\\d,]*${escape(after)}[\\d,]+`, 'u')
  await badge(first.window, catchingUp).waitFor()
  await first.outpost.killAll()
  const folder = path.join(dataDir, 'workspace')
  const kept = readMessages(folder).length
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(written.length)

  line.open()
  const { outpost, window } = await start(dataDir)
  await untilSynced(window)
  await window.openChannel(channel)
  // It opens where the person left off; the newest are below.
  await window.messageLog(channel).getByRole('article').first().waitFor()
  await window.leaveField()
  await window.page.keyboard.press('End')
  await window.message(written.at(-1)?.text ?? '').waitFor()
  await outpost.close()
  expect(readMessages(folder)).toEqual(written)
})

test('killed while it sends, it sends the rest, and once', async () => {
  const { host, channelId, line, dataDir } = await startTeam()
  line.cut()
  const first = await start(dataDir)
  await first.window.untilReady()
  const written = write(host, 1_200)
  await sendMany(first.window, channelId, written)
  await untilWaiting(first.window, written.length)
  await first.window.openChannel(channel)
  await first.window.message(written.at(-1)?.text ?? '').waitFor()

  const held = line.holdAfter(20_000)
  await networkIsBack(first.window)
  await held
  const folder = path.join(dataDir, 'workspace')
  await first.outpost.killAll()
  const unsent = countUnsent(folder)
  expect(unsent).toBeGreaterThan(0)
  // The server has more than this device was told of.
  await expect
    .poll(() => readMessages(host.folder).length, longPatience)
    .toBeGreaterThan(written.length - unsent)
  expect(readMessages(folder)).toEqual(written)

  line.open()
  const { outpost, window } = await start(dataDir)
  await untilSynced(window)
  await window.openChannel(channel)
  await window.message(written.at(-1)?.text ?? '').waitFor()
  await outpost.close()
  expect(countUnsent(folder)).toBe(0)
  expect(readMessages(folder)).toEqual(written)
  await expect.poll(() => readMessages(host.folder).length, longPatience).toBe(written.length)
  expect(readMessages(host.folder)).toEqual(written)
})

/** Faster than a person types, by the same way as what is typed. */
async function sendMany(
  { page }: WindowDriver,
  channelId: ChannelId,
  messages: readonly Written[],
): Promise<void> {
  const refused = await page.evaluate(
    async ([id, all]) => {
      const { bridge } = window as unknown as { bridge: Bridge }
      const call = { version: 1, kind: 'command', name: 'chat.send' } as const
      let failures = 0
      for (const message of all) {
        const input = { channelId: id, messageId: message.id, text: message.text }
        const response = await bridge.call({ ...call, id: `many ${message.id}`, input })
        if (!response.ok) failures++
      }
      return failures
    },
    [channelId, messages] as const,
  )
  expect(refused).toBe(0)
}
