/** What Chromium wrote down of the network (`--log-net-log=FILE`), once the program has ended. */
import { readFileSync } from 'node:fs'

/**
 * Attempts to reach anything, each as the log has it. Not UDP_CONNECT: Chromium asks the system so whether it has an
 * IPv6 route, which sends nothing.
 */
const attempts =
  /^(TCP_CONNECT|TCP_CONNECT_ATTEMPT|UDP_BYTES_SENT|SSL_CONNECT|HOST_RESOLVER_MANAGER_JOB|QUIC_SESSION)$/

export function networkAttempts(file: string): readonly string[] {
  const { events, constants } = JSON.parse(readFileSync(file, 'utf8')) as {
    events: { type: number; params?: Record<string, unknown> }[]
    constants: { logEventTypes: Record<string, number> }
  }
  if (events.length === 0) throw new Error('the log of the network holds nothing')
  const types = new Set(
    Object.entries(constants.logEventTypes).flatMap(([name, type]) => (attempts.test(name) ? [type] : [])),
  )
  return events.filter(({ type }) => types.has(type)).map(({ params }) => JSON.stringify(params ?? {}))
}
