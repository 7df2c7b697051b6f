/** Which comparison of store and index is under way, and which is still wanted. */
import type { IndexedKind } from '#shared/contract/index-care.ts'
import type { ReadableDb } from '../../store/db.ts'
import { compareAll, compareFiles, type Differences } from './compare.ts'
import type { Due } from './due.ts'

export interface ComparingDeps {
  readonly store: ReadableDb
  readonly index: ReadableDb
  readonly due: Due
  readonly isIncluded: (kind: IndexedKind) => boolean
}

export interface Comparing {
  want(what: 'all' | 'files'): void
  isBusy(): boolean
  /** Adds the differences of one page to what is due. False where nothing is left to compare. */
  step(): boolean
}

export function createComparing(deps: ComparingDeps): Comparing {
  const { store, index, due, isIncluded } = deps
  let running: Generator<Differences> | null = null
  let wanted: 'all' | 'files' | null = null
  return {
    want(what) {
      wanted = what === 'all' ? what : (wanted ?? what)
    },
    isBusy: () => running !== null || wanted !== null,
    step() {
      // The one under way may have passed what changed; of the files alone, it waits for its end.
      if (wanted !== null && (running === null || wanted === 'all')) {
        const compare = wanted === 'all' ? compareAll : compareFiles
        running = compare(store, index, isIncluded)
        wanted = null
      }
      const turn = running?.next()
      if (!turn) return false
      if (turn.done === true) {
        running = null
        return wanted !== null
      }
      for (const { docKey, kind } of turn.value.documents) due.addDocument(docKey, kind)
      for (const fileId of turn.value.files) due.addFile(fileId)
      for (const ref of turn.value.vanished) due.addVanished(ref)
      return true
    },
  }
}
