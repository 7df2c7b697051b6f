import { err, ok } from '#shared/base/result.ts'
import type { libraryCommands } from '#shared/contract/library.ts'
import { findRoot, libraryChanged } from '../library/library-rows.ts'
import { requireMe, type CommandHandlers } from './context.ts'

/** These only write down what is wanted; library.ts reads it there and does it. */
export const libraryHandlers: CommandHandlers<keyof typeof libraryCommands> = {
  'library.remove'(context, { rootId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, changed } = context
    if (!findRoot(db, rootId)) return err({ type: 'not-found', what: 'file' })
    db.run('DELETE FROM library_roots WHERE root_id = ?', [rootId])
    changed.add(libraryChanged)
    return ok()
  },
  'library.rescan'(context, { rootId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, changed } = context
    if (!findRoot(db, rootId)) return err({ type: 'not-found', what: 'file' })
    db.run("UPDATE library_roots SET state = 'reading' WHERE root_id = ?", [rootId])
    // What was read of them serves until they are read again.
    db.run(
      `UPDATE library_files SET stamp = '', state = iif(state = 'skipped', 'waiting', state) WHERE root_id = ?`,
      [rootId],
    )
    changed.add(libraryChanged)
    return ok()
  },
}
