import { err, ok } from '#shared/base/result.ts'
import type { ChannelId, TicketId } from '#shared/base/ids.ts'
import { isUlid } from '#shared/base/ulid.ts'
import { maxKeywords, maxSnoozes, type attentionCommands } from '#shared/contract/attention.ts'
import { setNotifyValue, setSeenTicket, setSnooze } from '#shared/model/personal/notify.ts'
import { hasNewsOf } from '../attention/told.ts'
import { readRules } from '../attention/rules.ts'
import {
  requireMe,
  requireSpace,
  type CommandContext,
  type CommandHandlers,
  type Handled,
} from './context.ts'
import { fold } from '../search/fold.ts'
import { personalRef } from './drafts.ts'

const spaceKinds = ['channel', 'direct', 'queue'] as const
const conversationKinds = ['channel', 'direct'] as const

export const attentionHandlers: CommandHandlers<keyof typeof attentionCommands> = {
  'notify.setKind': (context, { kind, on }) => setValue(context, `kind/${kind}`, on ? null : false),
  'notify.setSpace'(context, { spaceId, level }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const space = requireSpace(context, me.value, spaceId, spaceKinds)
    return space.ok ? setValue(context, `space/${spaceId}`, level) : space
  },
  'notify.setKeyword'(context, { keyword, on }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { keywords } = readRules(context.db, me.value.id)
    // "VPN" and "vpn" are found by the same words.
    const same = keywords.find((each) => fold(each) === fold(keyword))
    if (on && same === undefined && keywords.length >= maxKeywords) {
      return err({ type: 'invalid-input', issues: [{ path: 'keyword', code: 'too_many' }] })
    }
    return setValue(context, `keyword/${same ?? keyword}`, on ? true : null)
  },
  'notify.setHidden': (context, { on }) => setValue(context, 'hideContent', on ? true : null),
  'notify.setSchedule': (context, { schedule }) => setValue(context, 'schedule', schedule),
  'notify.pause': (context, { until }) => setValue(context, 'pausedUntil', until),
  'notify.snooze'(context, { type, id, until }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, documents, now } = context
    if (until !== null) {
      if (until <= now())
        return err({ type: 'invalid-input', issues: [{ path: 'until', code: 'too_small' }] })
      if (type === 'channel') {
        const space = requireSpace(context, me.value, id as ChannelId, conversationKinds)
        if (!space.ok) return space
      } else if (db.value('SELECT 1 FROM tickets WHERE ticket_id = ?', [id]) === undefined) {
        return err({ type: 'not-found', what: 'ticket' })
      }
      const others = readRules(db, me.value.id).snoozes.filter((each) => each.id !== id && each.until > now())
      if (others.length >= maxSnoozes) {
        return err({ type: 'invalid-input', issues: [{ path: 'id', code: 'too_many' }] })
      }
    }
    documents.transact(personalRef(me.value), (doc) => setSnooze(doc, { type, id }, until, now()))
    return ok()
  },
  'attention.seen'(context, { ticketId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db } = context
    const newest = db.value<number>('SELECT max(at) FROM ticket_entries WHERE ticket_id = ?', [ticketId]) ?? 0
    const seen =
      db.value<number>('SELECT at FROM seen_tickets WHERE person_id = ? AND ticket_id = ?', [
        me.value.id,
        ticketId,
      ]) ?? 0
    // A mark travels to all of a person's devices: only where there was news is it worth that.
    if (!hasNewsOf(db, `ticket/${ticketId}`, seen)) return ok()
    // Whoever wrote the last of it may have had a clock that is ahead.
    const at = Math.max(context.now(), newest)
    context.documents.transact(personalRef(me.value), (doc) => setSeenTicket(doc, ticketId, at))
    return ok()
  },
}

/** Something that sleeps wakes before its time. @param place as in Notice */
export function endSnooze(context: CommandContext, place: string): void {
  const me = requireMe(context)
  const [type, id] = place.split('/')
  if (!me.ok || (type !== 'channel' && type !== 'ticket') || !isUlid(id)) return
  const what = { type, id: id as ChannelId | TicketId } as const
  context.documents.transact(personalRef(me.value), (doc) => setSnooze(doc, what, null, context.now()))
}

function setValue(context: CommandContext, key: string, value: unknown): Handled {
  const me = requireMe(context)
  if (!me.ok) return me
  context.documents.transact(personalRef(me.value), (doc) => setNotifyValue(doc, key, value))
  return ok()
}
