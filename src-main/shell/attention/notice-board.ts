/**
 * The notifications that are up. One for each thing, until several of one place come within a moment: then one for all
 * of them. Taken down when what they tell of was read.
 */
import type { Notice } from '#shared/contract/attention.ts'

export interface Shown {
  close(): void
}

/** What a notification stands for. */
export interface Posting {
  readonly workspaceId: string
  /** The newest. */
  readonly notice: Notice
  /** Where a click leads: the first of them. */
  readonly first: Notice
  readonly count: number
}

export interface NoticeBoard {
  tell(workspaceId: string, notice: Notice): void
  withdraw(workspaceId: string, keys: readonly string[]): void
  /** Takes everything down. */
  clear(): void
}

interface BoardDeps {
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => void
  /** Puts one up; `closed` is to be called when the person or the system took it down. */
  readonly show: (posting: Posting, closed: () => void) => Shown
}

const momentMs = 10_000
/** More than this of one place within a moment become one. */
const maxSingles = 3
/** A summary is put up again no more often than this. */
const summaryPauseMs = 4_000

interface Place {
  readonly notices: Map<string, { readonly notice: Notice; shown: Shown | null }>
  times: number[]
  summary: Shown | null
  summarisedAt: number
  isWaiting: boolean
}

export function createNoticeBoard({ now, after, show }: BoardDeps): NoticeBoard {
  const places = new Map<string, Place>()

  const summarise = (id: string, workspaceId: string) => {
    const place = places.get(id)
    if (!place || place.notices.size === 0) return
    const all = [...place.notices.values()].map(({ notice }) => notice)
    const [first] = all
    const latest = all.at(-1)
    if (!first || !latest) return
    for (const entry of place.notices.values()) {
      const { shown } = entry
      entry.shown = null
      shown?.close()
    }
    const before = place.summary
    place.summary = null
    before?.close()
    place.summarisedAt = now()
    const own: Shown = show({ workspaceId, notice: latest, first, count: all.length }, () => {
      if (place.summary === own) places.delete(id)
    })
    place.summary = own
  }

  return {
    tell(workspaceId, notice) {
      const id = `${workspaceId} ${notice.place}`
      const place: Place = places.get(id) ?? {
        notices: new Map(),
        times: [],
        summary: null,
        summarisedAt: 0,
        isWaiting: false,
      }
      places.set(id, place)
      place.times = [...place.times.filter((time) => time > now() - momentMs), now()]
      if (place.times.length > maxSingles || place.summary !== null) {
        place.notices.set(notice.key, { notice, shown: null })
        const due = place.summarisedAt + summaryPauseMs - now()
        if (due <= 0) summarise(id, workspaceId)
        else if (!place.isWaiting) {
          place.isWaiting = true
          after(due, () => {
            place.isWaiting = false
            if (places.get(id) === place) summarise(id, workspaceId)
          })
        }
        return
      }
      const shown: Shown = show({ workspaceId, notice, first: notice, count: 1 }, () => {
        if (place.notices.get(notice.key)?.shown === shown) place.notices.delete(notice.key)
      })
      place.notices.set(notice.key, { notice, shown })
    },
    withdraw(workspaceId, keys) {
      for (const [id, place] of places) {
        if (!id.startsWith(`${workspaceId} `)) continue
        for (const key of keys) {
          const entry = place.notices.get(key)
          place.notices.delete(key)
          entry?.shown?.close()
        }
        if (place.notices.size > 0 || place.summary === null) continue
        const { summary } = place
        place.summary = null
        summary.close()
      }
    },
    clear() {
      for (const place of places.values()) {
        for (const { shown } of place.notices.values()) shown?.close()
        place.summary?.close()
      }
      places.clear()
    },
  }
}
