import { err, ok } from '#shared/base/result.ts'
import { builtInModelId, type modelCommands } from '#shared/contract/models.ts'
import { modelAddressOf } from '../search/models/address.ts'
import { deleteMeta, getMeta, setMeta } from '../store/meta.ts'
import { requireMe, type CommandContext, type CommandHandlers, type Handled } from './context.ts'

/** What searches use is the workspace's; the files are the device's, and are looked after by search/models. */
export const modelHandlers: CommandHandlers<keyof typeof modelCommands> = {
  'model.fetch'(context, { modelId }) {
    const known = requireKnown(context, modelId)
    if (!known.ok) return known
    context.models.fetch(modelId, modelAddressOf(context.db))
    return changed(context)
  },
  'model.cancelFetch'(context, { modelId }) {
    const known = requireKnown(context, modelId)
    if (!known.ok) return known
    context.models.cancel(modelId)
    return changed(context)
  },
  'model.discard': remove,
  'model.choose'(context, { modelId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    if (!context.models.isReady(modelId)) return err({ type: 'not-found', what: 'model' })
    choose(context, modelId)
    return changed(context)
  },
  'model.remove': remove,
  'model.setAddress'(context, { address }) {
    const me = requireMe(context)
    if (!me.ok) return me
    if (address === null) deleteMeta(context.db, 'modelAddress')
    else setMeta(context.db, 'modelAddress', address)
    return changed(context)
  },
}

function remove(context: CommandContext, { modelId }: { readonly modelId: string }): Handled {
  const known = requireKnown(context, modelId)
  if (!known.ok) return known
  // Never without a model: the one that comes with the program takes its place.
  if (getMeta(context.db, 'searchModel') === modelId) choose(context, builtInModelId)
  context.models.remove(modelId)
  return changed(context)
}

function choose({ db, changed }: CommandContext, modelId: string): void {
  setMeta(db, 'searchModel', modelId)
  changed.add('index')
}

function requireKnown(context: CommandContext, modelId: string): Handled {
  const me = requireMe(context)
  if (!me.ok) return me
  return context.models.isKnown(modelId) ? ok() : err({ type: 'not-found', what: 'model' })
}

function changed(context: CommandContext): Handled {
  context.changed.add('models')
  return ok()
}
