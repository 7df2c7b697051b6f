/** Which HTTP upgrades become which sockets. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { disposable, type Disposable } from '#shared/base/disposable.ts'
import { asId, type DocId, type SpaceId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import { isUlid } from '#shared/base/ulid.ts'
import { docIdPattern } from '#shared/protocol/wire.ts'
import type { AccessPolicy, Identity } from '../access/access-policy.ts'
import type { GatewayLimits } from './gateway-limits.ts'
import type { GatewaySocket } from './gateway-socket.ts'
import { gatewaySocketOf, ProtocolWebSocket } from './ws-socket.ts'

export interface RoomVisit {
  readonly identity: Identity
  readonly token: string
  readonly spaceId: SpaceId
  readonly docId: DocId
}

export interface UpgradeDeps {
  readonly policy: AccessPolicy
  readonly limits: GatewayLimits
  readonly log: Log
  accept(socket: GatewaySocket, remoteAddress: string): void
  openRoom(socket: GatewaySocket, visit: RoomVisit): void
  isDraining(): boolean
}

type RefusalStatus = '401 Unauthorized' | '404 Not Found' | '503 Service Unavailable'

export function attachUpgrades(server: Server, deps: UpgradeDeps): Disposable {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Each deflate context takes more than an idle device is worth; updates are small and dense.
    perMessageDeflate: false,
    maxPayload: deps.limits.frameBytes,
    WebSocket: ProtocolWebSocket,
  })

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const address = request.socket.remoteAddress ?? 'unknown'
    if (pathname === '/sync') {
      sockets.handleUpgrade(request, stream, head, (ws) => deps.accept(gatewaySocketOf(ws, stream), address))
      return
    }
    const visit = readVisit(deps, pathname, searchParams.get('token') ?? '')
    if (typeof visit === 'string') {
      refuse(stream, visit)
      return
    }
    sockets.handleUpgrade(request, stream, head, (ws) => deps.openRoom(gatewaySocketOf(ws, stream), visit))
  }

  const safeUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    try {
      upgrade(request, stream, head)
    } catch {
      // A path that is no address. It may hold a token, so it is not logged.
      deps.log.warn('bad-upgrade')
      refuse(stream, '404 Not Found')
    }
  }
  server.on('upgrade', safeUpgrade)
  return disposable(() => server.off('upgrade', safeUpgrade))
}

/** `/y/{space}/{doc}`, where the document's id holds slashes as they are or percent-encoded. */
function readVisit(deps: UpgradeDeps, pathname: string, token: string): RoomVisit | RefusalStatus {
  const [, space, doc] = /^\/y\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  if (space === undefined || doc === undefined) return '404 Not Found'
  if (deps.isDraining()) return '503 Service Unavailable'
  const identity = deps.policy.identify(token)
  if (!identity) return '401 Unauthorized'
  const docId = decodeURIComponent(doc)
  if (!isUlid(space) || !docIdPattern.test(docId)) return '404 Not Found'
  const spaceId = asId<SpaceId>(space)
  if (!deps.policy.canRead(identity, spaceId)) return '404 Not Found'
  return { identity, token, spaceId, docId: docId as DocId }
}

function refuse(stream: Duplex, status: RefusalStatus): void {
  stream.on('error', () => undefined)
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
