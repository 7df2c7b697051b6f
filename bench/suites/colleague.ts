/** Somebody else at a server of this machine: an engine under plain Node, who writes what the program is told of. */
import { randomFillSync } from 'node:crypto'
import { createBytePool } from '#shared/base/byte-pool.ts'
import { systemClock } from '#shared/base/clock.ts'
import { silentLog } from '#shared/base/log.ts'
import { unwrap } from '#shared/base/result.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import { createEngine, type Engine } from '../../src-main/engine/engine.ts'
import { webSocketTransport } from '../../src-main/engine/sync/ws-transport.ts'

const password = 'correct horse battery'
export const ids = createUlidFactory(systemClock.now, createBytePool(randomFillSync))

export function createColleague(folder: string): Engine {
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
export async function beginServer(ada: Engine, setupLink: string): Promise<string> {
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
