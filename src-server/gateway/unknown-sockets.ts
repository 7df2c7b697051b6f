/** Sockets that have not said hello: for a while, and so many of one address [C2] [L3]. */
import type { GatewayLimits } from './gateway-limits.ts'
import type { Session } from './session.ts'

export interface UnknownSockets {
  /** False where the address has too many. */
  add(session: Session): boolean
  remove(session: Session): void
  overdue(tick: number): readonly Session[]
}

export function createUnknownSockets(limits: GatewayLimits): UnknownSockets {
  // Oldest first.
  const unknown = new Set<Session>()
  const byAddress = new Map<string, number>()
  return {
    add(session) {
      const count = (byAddress.get(session.address) ?? 0) + 1
      byAddress.set(session.address, count)
      unknown.add(session)
      return count <= limits.unknownPerAddress
    },
    remove(session) {
      if (!unknown.delete(session)) return
      const left = (byAddress.get(session.address) ?? 1) - 1
      if (left > 0) byAddress.set(session.address, left)
      else byAddress.delete(session.address)
    },
    overdue(tick) {
      const found: Session[] = []
      for (const session of unknown) {
        if (tick - session.openedAt < limits.helloSeconds) break
        found.push(session)
      }
      return found
    },
  }
}
