/** What a person decides about the index. It is written into the store, and the index follows. */
import { ok } from '#shared/base/result.ts'
import { indexedKinds, type indexCommands } from '#shared/contract/index-care.ts'
import { readIndexSettings } from '../search/index/index-settings.ts'
import { setMeta } from '../store/meta.ts'
import type { CommandHandlers } from './context.ts'

export const indexHandlers: CommandHandlers<keyof typeof indexCommands> = {
  'index.rebuild'({ db, changed, nextId }) {
    setMeta(db, 'indexRebuild', nextId())
    changed.add('index')
    return ok()
  },
  'index.pause'({ db, changed }, { on }) {
    setMeta(db, 'indexPaused', on ? '1' : '0')
    changed.add('index')
    return ok()
  },
  'index.include'({ db, changed }, { kind, on }) {
    const { excluded } = readIndexSettings(db)
    const next = indexedKinds.filter((other) => (other === kind ? !on : excluded.has(other)))
    setMeta(db, 'indexExcluded', next.join(' '))
    changed.add('index')
    return ok()
  },
}
