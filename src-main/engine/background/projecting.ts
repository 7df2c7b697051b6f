/**
 * Brings rows up to their documents in the background: many documents to a transaction, without waiting for the disk, as
 * rows that a power cut takes are projected again.
 */
import type { ProjectionRunner } from '../projections/runner.ts'
import { relaxed } from '../store/connection.ts'
import type { Store } from '../store/open-store.ts'
import type { BackgroundTask } from './background.ts'

/** How long a slice holds the store; a command waits for one at most. */
const sliceMs = 8
const busyPauseMs = 200

export interface ProjectingDeps {
  readonly store: Store
  readonly projections: ProjectionRunner
  /** Beginnings of the ids of documents on screen: they come first. */
  readonly visible: () => readonly string[]
  /** Sync is taking in so much that rows would only slow it down: they get a small share of the time. */
  readonly isBusy: () => boolean
  /** Some rows were written. */
  readonly onRows: () => void
  /** No row is behind its document. */
  readonly onDone: () => void
}

export interface Projecting {
  readonly tasks: readonly BackgroundTask[]
  /** Counts what is due, for `progress`. */
  begin(): void
  /** How many documents of those that were due are done; null where none were. */
  progress(): { readonly done: number; readonly total: number } | null
}

export function createProjecting(deps: ProjectingDeps): Projecting {
  const { projections, visible, isBusy, onRows, onDone } = deps
  const { db, connection } = deps.store
  let done = 0
  let total = 0
  let lastSliceAt = 0
  return {
    tasks: [
      {
        name: 'project',
        afterIdleMs: 0,
        step() {
          if (!projections.hasDirty()) return false
          if (isBusy() && performance.now() - lastSliceAt < busyPauseMs) return false
          lastSliceAt = performance.now()
          const end = performance.now() + sliceMs
          const first = visible()
          relaxed(connection, () =>
            db.transaction(() => {
              while (performance.now() < end && projections.projectNext(first)) done++
            }),
          )
          onRows()
          return true
        },
      },
      {
        name: 'project-done',
        afterIdleMs: 0,
        step() {
          done = 0
          total = 0
          onDone()
          return false
        },
      },
    ],
    begin() {
      done = 0
      total = projections.countDirty()
    },
    progress: () => (total > 0 ? { done, total } : null),
  }
}
