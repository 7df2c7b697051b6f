/**
 * What the main window showed at the end, kept for the next start: its first frame has rows before the engine has opened
 * the workspace (docs/decisions/0011-kept-screen.md).
 *
 * Invariants: the file is there only while the program is not, so that nothing erased meanwhile lives on in it; it is
 * read once and gone before it is shown, so that one that cannot be shown is no trouble twice.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Log } from '#shared/base/log.ts'
import { maxKeptScreenLength } from '#shared/contract/kept-screen.ts'
import { errorCode } from './json-file.ts'

export interface KeptScreen {
  /** Reads what the last session left, and deletes it. Null for nothing, or nothing readable. */
  read(): string | null
  /** What was read, for the first page that asks; null from then on. */
  take(): string | null
  /** What to leave behind. Does nothing before `quitting`. */
  keep(screen: string): void
  quitting(): void
  /** Writes what is to be left behind, where there is something. */
  flush(): void
}

interface KeptScreenDeps {
  /** In the folder of the workspace that is shown: asked each time. */
  readonly file: () => string
  readonly log: Log
}

export function createKeptScreen({ file, log }: KeptScreenDeps): KeptScreen {
  let kept: string | null = null
  let left: string | null = null
  let isQuitting = false

  return {
    read() {
      try {
        const screen = readFileSync(file(), 'utf8')
        rmSync(file())
        kept = screen.length > 0 && screen.length <= maxKeptScreenLength ? screen : null
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') log.warn('kept-screen.read-failed', { code: errorCode(error) })
      }
      return kept
    },
    take() {
      const screen = kept
      kept = null
      return screen
    },
    keep(screen) {
      if (isQuitting && screen.length <= maxKeptScreenLength) left = screen
    },
    quitting() {
      isQuitting = true
    },
    flush() {
      if (left === null) return
      try {
        writeFileSync(file(), left, { mode: 0o600 })
      } catch (error) {
        // A workspace that was never set up has no folder.
        if (errorCode(error) !== 'ENOENT') log.warn('kept-screen.write-failed', { code: errorCode(error) })
      }
      left = null
    },
  }
}
