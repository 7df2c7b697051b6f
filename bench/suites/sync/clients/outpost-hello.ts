/** What a device of the protocol says first: that it has read all there was when its process began. */
import { WebSocket } from 'ws'
import type { SpaceId } from '#shared/base/ids.ts'
import { asId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import { decodeServerFrame, encode } from '#shared/protocol/codec.ts'
import type { ClientFrame } from '#shared/protocol/frames.ts'
import { protocolVersions } from '#shared/protocol/versions.ts'
import { devices, personalSpaceOf, personOf, tokenOf } from '../outpost-workspace.ts'
import type { ServerAddress } from '../subject.ts'

export type Heads = ReadonlyMap<SpaceId, number>

export const syncUrl = ({ port }: ServerAddress) => `ws://127.0.0.1:${String(port)}/sync`
export const epochOf = ({ extra }: ServerAddress) => asId<Ulid>(extra['epoch'] as Ulid)

export function helloOf(
  address: ServerAddress,
  number: number,
  heads: Heads,
): Extract<ClientFrame, { type: 'hello' }> {
  const epoch = epochOf(address)
  // The record of the space itself is all that is in it.
  const all = new Map([...heads, [personalSpaceOf(personOf(number)), 1]])
  const cursors = [...all].map(([spaceId, seq]) => ({ spaceId, epoch, seq }))
  return { type: 'hello', versions: protocolVersions, token: tokenOf(number), program: 'bench/1', cursors }
}

const known = new Map<number, Promise<Heads>>()

/** How far the spaces that everybody reads go; asked once a process, by the last device, which no measure uses. */
export function askHeads(address: ServerAddress): Promise<Heads> {
  const asked = known.get(address.port) ?? ask(address)
  known.set(address.port, asked)
  return asked
}

function ask(address: ServerAddress): Promise<Heads> {
  const number = devices - 1
  const socket = new WebSocket(syncUrl(address), { perMessageDeflate: false })
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send(encode(helloOf(address, number, new Map()))))
    socket.on('message', (data) => {
      const frame = decodeServerFrame(new Uint8Array(data as Buffer))
      if (!frame.ok || frame.value.type !== 'welcome') return
      socket.close()
      const own = personalSpaceOf(personOf(number))
      resolve(
        new Map(
          frame.value.spaces
            .filter(({ spaceId }) => spaceId !== own)
            .map(({ spaceId, head }) => [spaceId, head]),
        ),
      )
    })
    socket.on('close', (code) => reject(new Error(`closed with ${String(code)} instead of a welcome`)))
  })
}
