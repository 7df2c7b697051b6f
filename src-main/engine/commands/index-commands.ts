/** What a person decides about the index. It is written into the store, and the index follows. */
import { ok } from '#shared/base/result.ts'
import { indexedKinds, type indexCommands } from '#shared/contract/index-care.ts'
import { readIndexSettings } from '../search/index/index-settings.ts'
import { setMeta } from '../store/meta.ts'
import { requireMe, type CommandContext, type CommandHandlers, type Handled } from './context.ts'

export const indexHandlers: CommandHandlers<keyof typeof indexCommands> = {
  'index.rebuild': (context) => decide(context, 'indexRebuild', context.nextId()),
  'index.pause': (context, { on }) => decide(context, 'indexPaused', on ? '1' : '0'),
  'index.include'(context, { kind, on }) {
    const { excluded } = readIndexSettings(context.db)
    const next = indexedKinds.filter((other) => (other === kind ? !on : excluded.has(other)))
    return decide(context, 'indexExcluded', next.join(' '))
  },
}

function decide(
  context: CommandContext,
  what: 'indexRebuild' | 'indexPaused' | 'indexExcluded',
  value: string,
): Handled {
  const me = requireMe(context)
  if (!me.ok) return me
  setMeta(context.db, what, value)
  context.changed.add('index')
  return ok()
}
