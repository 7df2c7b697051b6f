import { describe, expect, it } from 'vitest'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { flatten, neighbourOf, nextUnread, sectionsOf } from './channel-sections.ts'

function channel(key: string, change: Partial<ChannelRow> = {}): ChannelRow {
  return {
    key: key as ChannelId,
    kind: 'channel',
    name: key,
    description: '',
    archived: false,
    memberIds: null,
    unread: 0,
    mentions: 0,
    lastMessage: null,
    ...change,
  }
}

const last = (sentAt: number) => ({ id: 'M' as MessageId, authorId: null, preview: '', sentAt })
const channels = [
  channel('alpha'),
  channel('beta', { unread: 3 }),
  channel('old', { archived: true, unread: 5 }),
  channel('ann', { kind: 'direct', lastMessage: last(1) }),
  channel('bob', { kind: 'direct', lastMessage: last(2) }),
]
const closed = { showsArchived: false, openKey: null }

describe('sections', () => {
  const drawn = (options: Parameters<typeof sectionsOf>[1]) =>
    sectionsOf(channels, options).map(({ name, channels: rows }) => [name, rows.map(({ key }) => key)])

  it('hold channels by name, then direct messages with the latest first', () => {
    expect(drawn(closed)).toEqual([
      ['channels', ['alpha', 'beta']],
      ['direct', ['bob', 'ann']],
    ])
  })

  it('show the archive when asked, and an archived channel that is open', () => {
    expect(drawn({ ...closed, showsArchived: true }).at(-1)).toEqual(['archived', ['old']])
    expect(drawn({ ...closed, openKey: 'old' }).at(-1)).toEqual(['archived', ['old']])
  })
})

describe('moving', () => {
  const rows = flatten(sectionsOf(channels, closed))

  it('goes to the neighbour, across sections, and stops at the ends', () => {
    expect(neighbourOf(rows, 'beta', 1)?.key).toBe('bob')
    expect(neighbourOf(rows, 'alpha', -1)).toBeNull()
    expect(neighbourOf(rows, null, 1)?.key).toBe('alpha')
    expect(neighbourOf(rows, null, -1)?.key).toBe('ann')
  })

  it('finds what is new, mentions and direct messages first, and never the archive', () => {
    expect(nextUnread(channels, 'alpha')?.key).toBe('beta')
    expect(nextUnread([...channels, channel('cy', { mentions: 1 })], 'alpha')?.key).toBe('cy')
    expect(nextUnread(channels, 'beta')).toBeNull()
  })
})
