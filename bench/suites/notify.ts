/**
 * A message of a colleague to its notification on a real bus, with the window hidden in the tray: from the moment that
 * it is written on the colleague's device, so with its commit, the server and the way, to the call that shows it.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { asId, type ChannelId, type PersonId } from '#shared/base/ids.ts'
import { unwrap } from '#shared/base/result.ts'
import type { WorkspaceMeta, PersonRow } from '#shared/contract/workspace.ts'
import { createChannel } from '../../src-main/engine/commands/workspace-commands.ts'
import type { Engine } from '../../src-main/engine/engine.ts'
import { startDesktopDouble } from '../../tests/support/desktop-double.ts'
import { launchOutpost } from '../../tests/support/electron-app.ts'
import { startServerProcess } from '../../tests/support/server-process.ts'
import { joinTeam, untilSynced } from '../../tests/support/server-steps.ts'
import { createWindowDriver } from '../../tests/support/window-driver.ts'
import { atMost, format, type Figure, type Suite } from '../report.ts'
import { statsOf } from '../stats.ts'
import { beginServer, createColleague, ids } from './colleague.ts'

const rounds = 60
const warmUp = 8
const targetMs = 150
/** By turns in so many conversations: never more of one within ten seconds than would become one notification. */
const conversations = 12
const pauseMs = 300

export const notifySuite: Suite = {
  name: 'notify',
  title: 'Notifications, window hidden',
  async run() {
    return [await measureNotify()]
  },
}

export async function measureNotify(): Promise<Figure> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-bench-'))
  try {
    return await measure(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string): Promise<Figure> {
  const server = await startServerProcess(path.join(folder, 'server'))
  const desktop = await startDesktopDouble()
  const ada = createColleague(path.join(folder, 'ada'))
  const link = await beginServer(ada, server.setupLink)
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
    const directs: ChannelId[] = []
    for (let i = 0; i < conversations; i++) directs.push(await makeDirect(ada))
    const times: number[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      const text = `round ${String(round)}`
      const shown = desktop.whenShown((notification) => notification.body === text)
      const start = performance.now()
      const channelId = directs[round % conversations]
      unwrap(ada.execute('chat.send', { channelId, messageId: ids.next(), text }))
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

async function makeDirect(ada: Engine): Promise<ChannelId> {
  const channelId = asId<ChannelId>(ids.next())
  const people = unwrap(await ada.query('workspace.get', {})) as {
    meta: WorkspaceMeta
    rows: readonly PersonRow[]
  }
  const members = people.rows.map(({ key }): PersonId => key)
  ada.transact((context) => createChannel(context, channelId, { name: '', description: '' }, members))
  await ada.settled()
  return channelId
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 20))
}
