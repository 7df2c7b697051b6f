import { ticketDocId } from '#shared/base/ids.ts'
import { ok } from '#shared/base/result.ts'
import type { syncCommands } from '#shared/contract/sync.ts'
import { settleClash } from '#shared/model/ticket/edit-ticket.ts'
import type { CommandHandlers } from './context.ts'
import { edit, requireOwner, requireTicket } from './ticket-commands.ts'

export const syncHandlers: CommandHandlers<keyof typeof syncCommands> = {
  'sync.now'({ sync }) {
    sync.wake()
    return ok()
  },
  'presence.type'({ sync }, { topic, on }) {
    sync.typing(topic, on)
    return ok()
  },
  'presence.point'({ sync }, { topic, point }) {
    sync.point(topic, Buffer.from(point, 'base64'))
    return ok()
  },
  'refused.dismiss'({ db, changed }, { key }) {
    db.run('DELETE FROM refused WHERE refused_key = ?', [key])
    changed.add('sync')
    return ok()
  },
  'ticket.settleClash'(context, { ticketId, ownerId }) {
    const place = requireTicket(context, ticketId)
    if (!place.ok) return place
    const owner = requireOwner(context, ownerId)
    if (!owner.ok) return owner
    const { queueId, me } = place.value
    context.documents.transact({ docId: ticketDocId(ticketId), spaceId: queueId }, (doc) =>
      settleClash(doc, ownerId, edit(context, me)),
    )
    return ok()
  },
}
