/**
 * What the main window showed at the end, kept for the next start: its first frame has rows before the engine has opened
 * the workspace (docs/decisions/0017-kept-screen.md).
 *
 * Invariants: the file is there only while the program is not, so that nothing erased meanwhile lives on in it; it is
 * read once and gone before it is shown, so that one that cannot be shown is no trouble twice.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Log } from '#shared/base/log.ts'
import { maxKeptScreenLength } from '#shared/contract/kept-screen.ts'
import { errorCode } from './json-file.ts'

export interface KeptScreen {
  /** What the last session left, for the first page that asks; deleted by then. Null for nothing, or nothing readable. */
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
  let isTaken = false
  let left: string | null = null
  let isQuitting = false

  return {
    take() {
      if (isTaken) return null
      isTaken = true
      try {
        const screen = readFileSync(file(), 'utf8')
        rmSync(file())
        return screen.length > 0 && screen.length <= maxKeptScreenLength ? screen : null
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') log.warn('kept-screen.read-failed', { code: errorCode(error) })
        return null
      }
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
