/** The index as the engine has it: behind a thread of its own, or in this one. */
import fs from 'node:fs'
import { indexedKinds, type IndexMeta, type IndexRow } from '#shared/contract/index-care.ts'
import type { BackgroundTask } from '../../background/background.ts'
import type { IndexPoke, IndexStatus } from './indexer.ts'

export interface IndexHost {
  /** What a commit may have changed. Cheap; does nothing before the index has begun, since then all is compared. */
  poke(poke: IndexPoke): void
  power(onBattery: boolean): void
  /** The files of a model came or went. */
  modelFilesChanged(): void
  status(): { readonly meta: IndexMeta; readonly rows: readonly IndexRow[] }
  /** With the serving model; null where it cannot. */
  embedQuestion(text: string): Promise<Float32Array | null>
  /** A reader found the file damaged. */
  makeAnew(): void
  /** Where it works in this thread: its part of the background. */
  readonly tasks: readonly BackgroundTask[]
  dispose(): Promise<void>
}

/** What the engine does about the index. */
export interface IndexEvents {
  /** The file can be attached: it is there for the first time, or another one than before. */
  readonly onOpened: () => void
  /** The file has to be let go of: it is to be deleted. */
  readonly onDamaged: () => void
  /** What it holds, or its state, changed. A few times a second at most. */
  readonly onChange: () => void
}

/** @param file of the index; null where there is none */
export function withBytes(status: IndexStatus | null, file: string | null): ReturnType<IndexHost['status']> {
  const { meta, rows } = status ?? nothingYet
  return { meta: { ...meta, bytes: file === null ? 0 : bytesOf(file) + bytesOf(`${file}-wal`) }, rows }
}

function bytesOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Before anything is known. */
export const nothingYet: IndexStatus = {
  meta: {
    state: 'idle',
    pausedBy: null,
    progress: null,
    chunks: 0,
    serving: null,
    next: null,
    modelError: null,
  },
  rows: indexedKinds.map((key) => ({ key, included: true, sources: 0, chunks: 0, failed: 0 })),
}

/** What is known, and that it goes no further for now. */
export function failed(status: IndexStatus | null): IndexStatus {
  const { meta, rows } = status ?? nothingYet
  return { meta: { ...meta, state: 'failed', progress: null }, rows }
}
