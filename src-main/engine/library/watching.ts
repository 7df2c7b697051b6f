/**
 * Tells when something changes in a root. Folders are watched, not files: what happens in a folder makes the system say so,
 * and the root is then looked through again, which takes less than holding a watch on each of its files. Where watching
 * fails (a network drive, a system that is out of watches), or a root is missing, it is looked through now and then.
 */
import type { Stats } from 'node:fs'
import path from 'node:path'
import type { FSWatcher } from 'chokidar'
import type { Disposable } from '#shared/base/disposable.ts'
import type { LibraryRootId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import { errorCode } from '../store/errors.ts'
import type { RootRow } from './library-rows.ts'
import { isLeftOut } from './scan-folder.ts'

export interface Watching extends Disposable {
  /** Watches it from now on, or goes on with it. */
  watch(root: RootRow, how: Manner): void
  forget(rootId: LibraryRootId): void
  ids(): readonly LibraryRootId[]
}

/** `listen`: told by the system. `look`: now and then. `await`: often, as it is missing and one look is cheap. */
export type Manner = 'listen' | 'look' | 'await'

export interface WatchingDeps {
  /** After the last of several changes that follow each other. */
  readonly quietMs: number
  readonly lookMs: number
  readonly awaitMs: number
  readonly log: Log
  readonly onChange: (rootId: LibraryRootId) => void
}

/** Something that never stops changing is looked at all the same. */
const longestQuiet = 10

interface Watched {
  readonly manner: Manner
  readonly close: () => void
}

export function createWatching({ quietMs, lookMs, awaitMs, log, onChange }: WatchingDeps): Watching {
  const watched = new Map<LibraryRootId, Watched>()
  /** Not tried again before the next start. */
  const unwatchable = new Set<LibraryRootId>()

  const poll = (rootId: LibraryRootId, manner: 'look' | 'await'): Watched => {
    const timer = setInterval(() => onChange(rootId), manner === 'look' ? lookMs : awaitMs)
    timer.unref()
    return { manner, close: () => clearInterval(timer) }
  }
  const listen = (root: RootRow): Watched => {
    let watcher: FSWatcher | null = null
    let timer: NodeJS.Timeout | null = null
    let since = 0
    let isClosed = false
    const tell = (): void => {
      timer = null
      onChange(root.rootId)
    }
    const heard = (): void => {
      if (isClosed) return
      if (timer) {
        if (performance.now() - since > quietMs * longestQuiet) return
        clearTimeout(timer)
      } else {
        since = performance.now()
      }
      timer = setTimeout(tell, quietMs)
      timer.unref()
    }
    const close = (): void => {
      isClosed = true
      if (timer) clearTimeout(timer)
      watcher?.close().catch(() => undefined)
    }
    const failed = (error: unknown): void => {
      if (isClosed) return
      log.warn('library-watch-failed', { code: errorCode(error) })
      close()
      unwatchable.add(root.rootId)
      watched.set(root.rootId, poll(root.rootId, 'look'))
    }
    const start = async (): Promise<void> => {
      const { watch } = await import('chokidar')
      if (isClosed) return
      watcher = watch(root.path, {
        ignoreInitial: true,
        followSymlinks: false,
        ignorePermissionErrors: true,
        ignored: (place, stats) => isIgnored(root, place, stats),
      })
      watcher.on('raw', heard)
      watcher.on('all', heard)
      watcher.on('error', failed)
    }
    start().catch(failed)
    return { manner: 'listen', close }
  }

  return {
    watch(root, wanted) {
      const manner = wanted === 'listen' && unwatchable.has(root.rootId) ? 'look' : wanted
      const before = watched.get(root.rootId)
      if (before?.manner === manner) return
      before?.close()
      watched.set(root.rootId, manner === 'listen' ? listen(root) : poll(root.rootId, manner))
    },
    forget(rootId) {
      watched.get(rootId)?.close()
      watched.delete(rootId)
    },
    ids: () => [...watched.keys()],
    dispose() {
      for (const { close } of watched.values()) close()
      watched.clear()
    },
  }
}

function isIgnored(root: RootRow, place: string, stats: Stats | undefined): boolean {
  if (root.kind === 'file' || place === root.path) return false
  if (isLeftOut(path.basename(place))) return true
  return stats !== undefined && !stats.isDirectory()
}
