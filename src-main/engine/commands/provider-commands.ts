import { settingsDocId, type SpaceId } from '#shared/base/ids.ts'
import { withoutUndefined } from '#shared/base/object.ts'
import { err, ok } from '#shared/base/result.ts'
import type { providerCommands } from '#shared/contract/providers.ts'
import { setSpaceSettings } from '#shared/model/settings/space-settings.ts'
import { deleteProvider, findProvider, putProvider, putWithheldKinds } from '../ask/provider-rows.ts'
import { parseProviderAddress } from '../ask/providers/address.ts'
import { requireMe, requireSpace, type CommandHandlers } from './context.ts'

const routedKinds = ['queue', 'channel', 'direct', 'knowledge'] as const

export const providerHandlers: CommandHandlers<keyof typeof providerCommands> = {
  'provider.add'(context, { providerId: id, key, ...input }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, ask, changed } = context
    if (findProvider(db, id)) return err({ type: 'already-exists', what: 'provider' })
    const address = parseProviderAddress(input.address, input.type, input.allowInsecure)
    if (!address.ok) return address
    const provider = { ...input, id, address: address.value, hasKey: key !== null, approved: null }
    putProvider(db, { ...provider, addedAt: context.now() })
    ask.setKey(id, key)
    changed.add('providers')
    return ok()
  },
  'provider.update'(context, { providerId: id, key, ...changes }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, ask, changed } = context
    const before = findProvider(db, id)
    if (!before) return err({ type: 'not-found', what: 'provider' })
    const next = { ...before, ...withoutUndefined(changes) }
    if (before.type === 'file') {
      // A model's file stays the one that the person chose in the system's dialog.
      const { address, model, allowInsecure, hasKey } = before
      putProvider(db, { ...next, address, model, allowInsecure, hasKey })
      changed.add('providers')
      return ok()
    }
    const address = parseProviderAddress(next.address, before.type, next.allowInsecure)
    if (!address.ok) return address
    // A key was given to one host, and belongs to nobody else.
    const hasMoved = new URL(address.value).origin !== new URL(before.address).origin
    const nextKey = key === undefined && hasMoved ? null : key
    const hasKey = nextKey === undefined ? before.hasKey : nextKey !== null
    putProvider(db, { ...next, address: address.value, hasKey })
    if (nextKey !== undefined) ask.setKey(id, nextKey)
    changed.add('providers')
    return ok()
  },
  'provider.remove'(context, { providerId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, ask, changed } = context
    if (!deleteProvider(db, providerId)) return err({ type: 'not-found', what: 'provider' })
    ask.setKey(providerId, null)
    changed.add('providers')
    return ok()
  },
  'provider.disapprove'(context, { providerId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, changed } = context
    const provider = findProvider(db, providerId)
    if (!provider) return err({ type: 'not-found', what: 'provider' })
    putProvider(db, { ...provider, approved: null })
    changed.add('providers')
    return ok()
  },
  'routing.withhold'(context, { kinds }) {
    const me = requireMe(context)
    if (!me.ok) return me
    putWithheldKinds(context.db, kinds)
    context.changed.add('routing')
    return ok()
  },
  'space.setDeviceOnly'(context, { spaceId, on }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const space = requireSpace(context, me.value, spaceId, routedKinds)
    if (!space.ok) return space
    const ref = { docId: settingsDocId(spaceId), spaceId: spaceId satisfies SpaceId }
    context.documents.transact(ref, (doc) => setSpaceSettings(doc, { deviceOnly: on }))
    return ok()
  },
}
