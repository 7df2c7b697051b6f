import { asId, type ChannelId, type PersonId } from '#shared/base/ids.ts'
import type { PlaceLink } from '#shared/base/place-link.ts'
import type { AttentionCounts, attentionQueries, NotifyRules } from '#shared/contract/attention.ts'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { readRules } from '../attention/rules.ts'
import { sleepingPlaces } from '../attention/snoozes.ts'
import type { ReadableDb } from '../store/db.ts'
import { getMeta } from '../store/meta.ts'
import { countWaiting } from '../sync/outbox.ts'
import { listChannels } from './chat-queries.ts'
import { findMe, type QueryHandlers } from './query.ts'

/** As many as a menu can show. */
const maxConversations = 8

export const attentionQueryHandlers: QueryHandlers<keyof typeof attentionQueries> = {
  'attention.counts': {
    dependsOn: () => ['channels', 'inbox', 'people', 'sync', 'notify'],
    run: (db) => ({ meta: countAttention(db, findMe(db)), rows: [] }),
  },
  'notify.rules': {
    dependsOn: () => ['notify'],
    run: (db) => ({ meta: readRules(db, findMe(db)), rows: [] }),
  },
  'place.find': {
    // Asked when a link is opened: it does not change under anybody's eyes.
    dependsOn: () => [],
    run: (db, link) => ({ meta: { link, ...findPlace(db, findMe(db), link) }, rows: [] }),
  },
}

function countAttention(db: ReadableDb, me: PersonId | null): AttentionCounts {
  const rules = readRules(db, me)
  const sleeping = sleepingPlaces(db, me)
  const unread = listChannels(db, me, ['channel', 'direct']).filter(
    (channel) => counts(channel, rules) && !sleeping.has(`channel/${channel.key}`),
  )
  const hasServer = getMeta(db, 'serverAddress') !== null
  return {
    unread: unread.length,
    mentions: unread.reduce((sum, { mentions }) => sum + mentions, 0),
    waiting: hasServer ? countWaiting(db) : 0,
    refused: db.value<number>('SELECT count(*) FROM refused') ?? 0,
    hasServer,
    pausedUntil: rules.pausedUntil,
    conversations: unread
      .sort((a, b) => newest(b).localeCompare(newest(a)))
      .slice(0, maxConversations)
      .map(({ key, kind, name, unread: count, mentions, lastMessage }) => ({
        channelId: key,
        kind,
        name,
        unread: count,
        mentions,
        lastMessageId: lastMessage?.id ?? null,
      })),
  }
}

const newest = ({ lastMessage }: ChannelRow): string => lastMessage?.id ?? ''

function counts({ key, archived, unread, mentions }: ChannelRow, { spaces }: NotifyRules): boolean {
  if (archived) return false
  return mentions > 0 || (unread > 0 && spaces[key] !== 'none')
}

function findPlace(db: ReadableDb, me: PersonId | null, { type, id }: PlaceLink) {
  switch (type) {
    case 'ticket':
      return { channelId: null, isHere: isThere(db, 'SELECT 1 FROM tickets WHERE ticket_id = ?', id) }
    case 'article':
      return { channelId: null, isHere: isThere(db, 'SELECT 1 FROM articles WHERE article_id = ?', id) }
    case 'channel': {
      const found = db.get<{ members: string }>(
        `SELECT members FROM spaces WHERE space_id = ? AND kind IN ('channel', 'direct')`,
        [id],
      )
      return found && isMember(found.members, me)
        ? { channelId: asId<ChannelId>(id), isHere: true }
        : { channelId: null, isHere: false }
    }
    case 'message': {
      const found = db.get<{ channelId: ChannelId; members: string }>(
        `SELECT space_id AS channelId, members FROM messages JOIN spaces ON space_key = channel_key WHERE message_id = ?`,
        [id],
      )
      return found && isMember(found.members, me)
        ? { channelId: found.channelId, isHere: true }
        : { channelId: null, isHere: false }
    }
  }
}

function isMember(membersJson: string, me: PersonId | null): boolean {
  const members = JSON.parse(membersJson) as PersonId[]
  return members.length === 0 || (me !== null && members.includes(me))
}

const isThere = (db: ReadableDb, sql: string, id: string): boolean => db.value(sql, [id]) !== undefined
