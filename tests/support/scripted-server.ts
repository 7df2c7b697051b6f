/** A server that a test plays itself, frame by frame: for what a real one never does, or does too fast to be seen. */
import { expect } from 'vitest'
import type { PersonId, SpaceId, UpdateId, WorkspaceId } from '#shared/base/ids.ts'
import type { DeviceId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import { decodeClientFrame, encode } from '#shared/protocol/codec.ts'
import type { ClientFrame, FeedEntry, PushItem, ServerFrame, SpaceHead } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { SocketEvents } from '../../src-main/engine/sync/transport.ts'
import { createDevice, password, type Device } from './sync-world.ts'

type FrameOf<T extends ClientFrame['type']> = Extract<ClientFrame, { type: T }>

export interface ScriptedServer {
  readonly device: Device
  readonly epoch: Ulid
  readonly me: PersonId
  readonly directoryId: SpaceId
  readonly personalId: SpaceId
  /** Every frame of the present connection. */
  readonly heard: ClientFrame[]
  framesOf<T extends ClientFrame['type']>(type: T): FrameOf<T>[]
  /** Waits for the device to say this so often on the present connection. */
  until<T extends ClientFrame['type']>(type: T, count?: number): Promise<FrameOf<T>[]>
  items(): PushItem[]
  say(frame: ServerFrame): Promise<void>
  welcome(
    spaces: readonly SpaceHead[],
    change?: Partial<Extract<ServerFrame, { type: 'welcome' }>>,
  ): Promise<void>
  /** Acknowledges everything pushed so far, each in its space from the given number on. */
  ackAll(from?: number): Promise<void>
  page(
    spaceId: SpaceId,
    after: number,
    entries: readonly FeedEntry[],
    change?: Partial<Extract<ServerFrame, { type: 'page' }>>,
  ): Promise<void>
  /** Ends the connection; the device comes back by itself. */
  close(code: number, reason?: string): Promise<void>
  connections(): number
}

/** A device that has joined, and waits for its `welcome`. */
export async function createScriptedServer(seed = 1): Promise<ScriptedServer> {
  let socket: SocketEvents | null = null
  let connections = 0
  let heard: ClientFrame[] = []
  const device = createDevice({
    seed,
    syncOptions: {
      random: () => 0,
      transport: {
        open(_address, events) {
          socket = events
          connections++
          heard = []
          queueMicrotask(() => events.onOpen())
          return {
            send(bytes) {
              const frame = decodeClientFrame(bytes)
              if (frame.ok) heard.push(frame.value)
            },
            close: () => undefined,
          }
        },
      },
      fetch: (url) => Promise.resolve({ status: 200, text: () => Promise.resolve(answer(url)) }),
    },
  })
  const ids = {
    epoch: device.nextId(),
    workspaceId: device.nextId<WorkspaceId>(),
    directoryId: device.nextId<SpaceId>(),
    personId: device.nextId<PersonId>(),
    deviceId: device.nextId<DeviceId>(),
  }
  function answer(url: string): string {
    if (url.endsWith('/api/about')) {
      const protocol = { min: 1, max: 1 }
      return JSON.stringify({ product: 'outpost-server', version: '1', protocol, needsSetup: false })
    }
    const token = 'a token of a scripted server'
    return JSON.stringify({ ...ids, token, workspaceName: 'Scripted', role: 'agent' })
  }
  const say = async (frame: ServerFrame) => {
    socket?.onMessage(encode(frame))
    await device.engine.settled()
  }
  const until: ScriptedServer['until'] = async (type, count = 1) => {
    const frames = () => heard.filter((frame) => frame.type === type)
    await expect.poll(() => frames().length, { interval: 2, timeout: 10_000 }).toBeGreaterThanOrEqual(count)
    return frames() as never
  }
  await device.request('server.join', {
    address: 'localhost',
    code: 'code',
    personName: 'Ada',
    email: 'ada@example.org',
    password,
  })
  await until('hello')
  const server: ScriptedServer = {
    device,
    epoch: ids.epoch,
    me: ids.personId,
    directoryId: ids.directoryId,
    personalId: ids.personId as never,
    get heard() {
      return heard
    },
    framesOf: (type) => heard.filter((frame) => frame.type === type) as never,
    until,
    items: () => heard.flatMap((frame) => (frame.type === 'push' ? frame.items : [])),
    say,
    welcome: (spaces, change) =>
      say({
        type: 'welcome',
        version: 1,
        server: 'scripted',
        ...ids,
        role: 'agent',
        serverTime: Date.now(),
        spaces,
        ...change,
      }),
    async ackAll(from = 1) {
      const next = new Map<SpaceId, number>()
      const items = server.items().map(({ itemId, spaceId }) => {
        const seq = next.get(spaceId) ?? from
        next.set(spaceId, seq + 1)
        return { itemId, spaceId, seq }
      })
      for (let at = 0; at < items.length; at += protocolLimits.pushItems) {
        await say({ type: 'ack', items: items.slice(at, at + protocolLimits.pushItems) })
      }
    },
    page: (spaceId, after, entries, change) => {
      const upTo = entries.at(-1)?.seq ?? after
      return say({
        type: 'page',
        spaceId,
        epoch: ids.epoch,
        after,
        upTo,
        head: upTo,
        entries,
        sample: null,
        ...change,
      })
    },
    async close(code, reason = '') {
      const before = connections
      socket?.onClose(code, reason)
      await expect.poll(() => connections, { interval: 2, timeout: 10_000 }).toBe(before + 1)
      await until('hello')
    },
    connections: () => connections,
  }
  return server
}

/** The first entry of a space: its own record. */
export const spaceRecord = (server: ScriptedServer, spaceId: SpaceId, kind = 'channel'): FeedEntry => ({
  type: 'record',
  seq: 1,
  entryId: server.device.nextId<UpdateId>(),
  recordType: 'space',
  recordId: spaceId,
  body: JSON.stringify({ kind, parentId: null, members: [] }),
})
