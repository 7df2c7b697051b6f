/** Notices that the connection is lost for long while work waits; once an outage, and not after it. */
import type { Disposable } from '#shared/base/disposable.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { Connection } from '#shared/contract/sync.ts'

/** Shorter ones are everyday life where the network does not reach. */
export const longOutageMs = 10 * 60_000

export interface Outage {
  /** The connection may have changed, or what waits. */
  look(): void
  dispose(): void
}

interface OutageDeps {
  readonly timers: Timers
  readonly now: () => number
  readonly connection: () => Connection['type']
  readonly hasWaiting: () => boolean
  /** @param since when the connection was lost */
  readonly tell: (since: number) => void
  readonly over: (since: number) => void
}

export function createOutage({ timers, now, connection, hasWaiting, tell, over }: OutageDeps): Outage {
  let since: number | null = null
  let timer: Disposable | null = null
  let isDue = false
  let isTold = false

  const end = () => {
    timer?.dispose()
    timer = null
    if (since !== null && isTold) over(since)
    since = null
    isDue = false
    isTold = false
  }
  const tellIfWaiting = () => {
    if (since === null || !isDue || isTold || !hasWaiting()) return
    isTold = true
    tell(since)
  }
  return {
    look() {
      const type = connection()
      if (type === 'online' || type === 'none') {
        end()
        return
      }
      if (since === null) {
        since = now()
        timer = timers.after(longOutageMs, () => {
          isDue = true
          tellIfWaiting()
        })
      }
      tellIfWaiting()
    },
    dispose() {
      timer?.dispose()
    },
  }
}
