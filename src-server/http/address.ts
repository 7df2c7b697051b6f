/** Whose requests come from where. */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Takes names too: `localhost` is loopback, any other name may be anything. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  const version = isIP(host)
  return version !== 0 && loopback.check(host, version === 6 ? 'ipv6' : 'ipv4')
}

/** From this machine, and not passed on by a proxy that runs here. */
export function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const wasPassedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !wasPassedOn && isLoopback(socket.remoteAddress ?? '')
}

/** A host as it stands in links and addresses. */
export const hostInUrl = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host)
