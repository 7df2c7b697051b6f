/**
 * A message of a colleague to its notification on a real bus, with the window hidden in the tray: from the moment that
 * it is written on the colleague's device, so with its commit, the server and the way, to the call that shows it.
 */
import { randomFillSync } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createBytePool } from '#shared/base/byte-pool.ts'
import { systemClock } from '#shared/base/clock.ts'
import { asId, type ChannelId, type PersonId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import { unwrap } from '#shared/base/result.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import type { WorkspaceMeta, PersonRow } from '#shared/contract/workspace.ts'
import { createChannel } from '../../src-main/engine/commands/workspace-commands.ts'
import { createEngine, type Engine } from '../../src-main/engine/engine.ts'
import { webSocketTransport } from '../../src-main/engine/sync/ws-transport.ts'
import { startDesktopDouble } from '../../tests/support/desktop-double.ts'
import { launchOutpost } from '../../tests/support/electron-app.ts'
import { startServerProcess } from '../../tests/support/server-process.ts'
import { joinTeam, untilSynced } from '../../tests/support/server-steps.ts'
import { createWindowDriver } from '../../tests/support/window-driver.ts'
import { atMost, format, type Figure, type Suite } from '../report.ts'
import { statsOf } from '../stats.ts'

const rounds = 60
const warmUp = 8
const targetMs = 150
/** Fewer than would become one notification. */
const pauseMs = 3_500
const password = 'correct horse battery'
const ids = createUlidFactory(systemClock.now, createBytePool(randomFillSync))

export const notifySuite: Suite = {
  name: 'notify',
  title: 'Notifications, window hidden',
  async run() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-bench-'))
    try {
      return [await measure(folder)]
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function measure(folder: string): Promise<Figure> {
  const server = await startServerProcess(path.join(folder, 'server'))
  const desktop = await startDesktopDouble()
  const ada = createColleague(path.join(folder, 'ada'))
  const link = await begin(ada, server.setupLink)
  const outpost = await launchOutpost({
    dataDir: path.join(folder, 'ben'),
    env: { ...desktop.env, LANGUAGE: 'en' },
  })
  try {
    const window = createWindowDriver(outpost.page, 'en')
    await joinTeam(window, { link, person: 'Ben', email: 'ben@example.org' })
    await untilSynced(window)
    await until(() => desktop.tray() !== null)
    await outpost.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    const direct = await makeDirect(ada)
    const times: number[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      const text = `round ${String(round)}`
      const shown = desktop.whenShown((notification) => notification.body === text)
      const start = performance.now()
      unwrap(ada.execute('chat.send', { channelId: direct, messageId: ids.next(), text }))
      const ms = (await shown) - start
      if (round >= warmUp) times.push(ms)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    const { median, p95, max } = statsOf(times)
    const detail = `${String(rounds)} messages, from the colleague's key; median ${format(median)} ms, slowest ${format(max)} ms`
    return atMost('message written to notification shown, p95', p95, targetMs, 'ms', detail)
  } finally {
    await outpost.close()
    await ada.dispose()
    await desktop.stop()
    await server.stop()
  }
}

function createColleague(folder: string): Engine {
  let token: string | null = null
  return unwrap(
    createEngine({
      folder,
      sqliteBinding: process.env['OUTPOST_SQLITE_BINDING'] ?? null,
      clock: systemClock,
      ids,
      log: silentLog,
      readerEntry: null,
      sync: {
        transport: webSocketTransport,
        fetch: (url, init) => fetch(url, init),
        timers: {
          after(ms, run) {
            const timer = setTimeout(run, ms)
            timer.unref()
            return { dispose: () => clearTimeout(timer) }
          },
        },
        random: () => Math.random(),
        token: { get: () => token, set: (next) => (token = next) },
        deviceName: 'colleague',
        program: 'outpost/bench',
      },
    }),
  )
}

/** Sets the server up, and gives the link of an invite. */
async function begin(ada: Engine, setupLink: string): Promise<string> {
  // It runs on this machine, without TLS.
  const [, host = '', code = ''] = /^outpost:\/\/setup\/([^/]+)\/([\w-]+)/u.exec(setupLink) ?? []
  unwrap(
    await ada.request('server.setUp', {
      address: `http://${host}`,
      code,
      workspaceName: 'Windpark Nord',
      personName: 'Ada',
      email: 'ada@example.org',
      password,
    }),
  )
  unwrap(ada.execute('channel.create', { channelId: ids.next(), name: 'general' }))
  await ada.settled()
  const invite = unwrap(await ada.request('server.createInvite', { role: 'agent' })) as { link: string }
  return invite.link
}

async function makeDirect(ada: Engine): Promise<ChannelId> {
  const channelId = asId<ChannelId>(ids.next())
  const people = unwrap(await ada.query('workspace.get', {})) as {
    meta: WorkspaceMeta
    rows: readonly PersonRow[]
  }
  const members = people.rows.map(({ key }): PersonId => key)
  ada.transact((context) => createChannel(context, channelId, { name: '', description: '' }, members))
  return channelId
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 20))
}
