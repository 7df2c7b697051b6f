/** What the shell makes of what it is told: the board of notifications, the tray, the words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, type ChannelId, type MessageId } from '#shared/base/ids.ts'
import { lowestUlid } from '#shared/base/ulid.ts'
import { noticeKinds } from '#shared/model/personal/notice-words.ts'
import type { AttentionCounts, Notice } from '#shared/contract/attention.ts'
import { createNoticeBoard, type Posting } from '../../src-main/shell/attention/notice-board.ts'
import { noticeText, summaryText } from '../../src-main/shell/attention/notice-text.ts'
import { noticeAbilities, offerActions } from '../../src-main/shell/attention/notice-actions.ts'
import { summarise } from '../../src-main/shell/attention/summary.ts'
import { restUntil, trayMenu, trayTooltip } from '../../src-main/shell/attention/tray-menu.ts'
import { createWords } from '../../src-main/shell/attention/words.ts'

const channelId = asId<ChannelId>(lowestUlid(1))
let made = 0
const notice = (change: Partial<Notice> = {}): Notice => ({
  key: `message/${++made}`,
  kind: 'message',
  place: `channel/${channelId}`,
  link: { type: 'message', id: lowestUlid(made) },
  who: 'Ada',
  where: '',
  text: `text ${made}`,
  isHidden: false,
  actions: [],
  ...change,
})

/** A board whose time the test holds; `up` is what a person would see. */
function createTestBoard() {
  let time = 1_000_000
  const timers: { at: number; run: () => void }[] = []
  const up = new Map<number, Posting>()
  const closers = new Map<number, () => void>()
  let posted = 0
  const board = createNoticeBoard({
    now: () => time,
    after: (ms, run) => timers.push({ at: time + ms, run }),
    show(posting, closed) {
      const id = ++posted
      up.set(id, posting)
      closers.set(id, closed)
      return { close: () => up.delete(id) }
    },
  })
  return {
    board,
    up: () => [...up.values()],
    posted: () => posted,
    /** The person takes all of them away. */
    dismissAll() {
      for (const id of [...up.keys()]) {
        up.delete(id)
        closers.get(id)?.()
      }
    },
    advance(ms: number) {
      time += ms
      for (const timer of timers.splice(0)) {
        if (timer.at <= time) timer.run()
        else timers.push(timer)
      }
    },
  }
}

describe('the board', () => {
  test('shows each thing by itself, and many of one place as one that leads to the first of them', () => {
    const { board, up, posted, advance } = createTestBoard()
    const all = Array.from({ length: 40 }, () => notice())
    for (const each of all.slice(0, 3)) board.tell('w', each)
    expect(up().map(({ count }) => count)).toEqual([1, 1, 1])
    for (const each of all.slice(3)) board.tell('w', each)
    expect(up().map(({ count }) => count)).toEqual([4])
    advance(60_000)
    expect(up()).toHaveLength(1)
    expect(up()[0]).toMatchObject({ count: 40, first: all[0], notice: all[39] })
    // Not one for each of forty.
    expect(posted()).toBe(5)
  })

  test('keeps places and workspaces apart, and begins anew after a moment', () => {
    const { board, up, advance } = createTestBoard()
    for (let i = 0; i < 3; i++) board.tell('w', notice())
    board.tell('v', notice())
    board.tell('w', notice({ place: 'refused' }))
    expect(up()).toHaveLength(5)
    advance(11_000)
    board.tell('w', notice())
    expect(up().every(({ count }) => count === 1)).toBe(true)
  })

  test('takes down what was read, and a summary when all of it was', () => {
    const { board, up } = createTestBoard()
    const all = Array.from({ length: 5 }, () => notice())
    for (const each of all) board.tell('w', each)
    board.withdraw(
      'w',
      all.slice(0, 4).map(({ key }) => key),
    )
    expect(up()).toHaveLength(1)
    board.withdraw(
      'v',
      all.map(({ key }) => key),
    )
    expect(up()).toHaveLength(1)
    board.withdraw(
      'w',
      all.map(({ key }) => key),
    )
    expect(up()).toEqual([])
  })

  test('leaves nothing up that was read, whatever comes and goes', () => {
    const step = fc.record({
      act: fc.constantFrom('tell', 'read', 'dismiss', 'wait'),
      place: fc.integer({ min: 0, max: 2 }),
      ms: fc.integer({ min: 0, max: 20_000 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { board, up, dismissAll, advance } = createTestBoard()
        const told: Notice[] = []
        for (const { act, place, ms } of steps) {
          if (act === 'tell') {
            told.push(notice({ place: `channel/${place}` }))
            board.tell('w', told.at(-1) ?? notice())
          } else if (act === 'dismiss') dismissAll()
          else if (act === 'wait') advance(ms)
          else {
            const read = told.filter((each) => each.place === `channel/${place}`)
            board.withdraw(
              'w',
              read.map(({ key }) => key),
            )
            expect(up().filter((posting) => posting.notice.place === `channel/${place}`)).toEqual([])
          }
        }
        advance(60_000)
        board.withdraw(
          'w',
          told.map(({ key }) => key),
        )
        expect(up()).toEqual([])
      }),
    )
  })
})

describe('the texts', () => {
  test.each(['en', 'de'] as const)('say what happened, and nothing of it when hidden (%s)', (language) => {
    const words = createWords(language)
    for (const kind of noticeKinds) {
      const shown = noticeText(notice({ kind, where: 'Leitstand', text: 'the text' }), words, null)
      expect(shown.title).not.toBe('')
      expect(shown.body).not.toBe('')
      expect(`${shown.title} ${shown.body}`).not.toMatch(/\{\{|undefined/u)
      const hidden = noticeText(notice({ kind, isHidden: true, who: '', where: '', text: '' }), words, 'Nord')
      expect(hidden.title).toContain('Nord')
      expect(hidden.body).not.toBe('')
    }
    expect(summaryText(notice(), 7, words, null).title).toMatch(/^Ada: 7 /u)
    // What was refused is no message, and what has no title is not quoted.
    const refused = { kind: 'refused', who: '', where: '', text: '' } as const
    expect(noticeText(notice(refused), words, null).body).not.toMatch(/["“„”]/u)
    expect(summaryText(notice(refused), 7, words, 'Nord')).toEqual({
      title: `${words.notice('refusedSummary', { count: 7 })} · Nord`,
      body: words.notice('refusedOpen'),
    })
  })
})

const counts = (change: Partial<AttentionCounts> = {}): AttentionCounts => ({
  unread: 0,
  mentions: 0,
  waiting: 0,
  refused: 0,
  hasServer: true,
  pausedUntil: null,
  conversations: [],
  ...change,
})
const conversation = {
  channelId,
  kind: 'channel' as const,
  name: 'Bohr & Co',
  unread: 100,
  mentions: 1,
  lastMessageId: lowestUlid(5) as MessageId,
}

describe('the tray', () => {
  const of = (change: Partial<AttentionCounts>, isOffline = false) =>
    summarise([{ id: 'w', name: 'Nord', counts: counts(change), isOffline }], 0)

  test('shows what matters most', () => {
    expect(of({}).state).toBe('synced')
    expect(of({ waiting: 3 }).state).toBe('synced')
    expect(of({ waiting: 3 }, true).state).toBe('offline')
    expect(of({}, true).state).toBe('synced')
    expect(of({ unread: 1, waiting: 3 }, true).state).toBe('unread')
    expect(of({ unread: 1, mentions: 1 }).state).toBe('mention')
    expect(of({ hasServer: false, waiting: 3 }, true).state).toBe('synced')
  })

  test('has the unread conversations, a rest, and the ways out', () => {
    const words = createWords('en')
    const done: string[] = []
    const actions = {
      openConversation: ({ name }: { name: string }) => done.push(name),
      rest: (rest: string) => done.push(rest),
      open: () => done.push('open'),
      newTicket: () => done.push('new'),
      capture: () => done.push('capture'),
      quit: () => done.push('quit'),
    }
    const menu = trayMenu(of({ unread: 1, mentions: 1, conversations: [conversation] }), words, actions)
    expect(menu[0]?.label).toBe('@ #Bohr && Co (99+)')
    const items = menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? item.submenu : [])])
    for (const { click } of items) (click as (() => void) | undefined)?.()
    expect(done).toEqual(['Bohr & Co', 'open', 'capture', 'new', 'half-hour', 'hour', 'tomorrow', 'quit'])
    const until = new Date(2026, 10, 23, 8, 0).getTime()
    const paused = trayMenu(of({ pausedUntil: until }), words, actions).map(({ label }) => label)
    expect(paused.join('; ').replaceAll('\u202f', ' ')).toContain(
      'Notifications paused until Mon 8:00 AM; Resume notifications',
    )
  })

  test('says it in a tooltip', () => {
    const words = createWords('de')
    expect(trayTooltip(of({}), words)).toBe('Outpost · alles synchronisiert')
    expect(trayTooltip(of({ unread: 2, waiting: 1 }, true), words)).toBe(
      'Outpost · 2 ungelesene Unterhaltungen · offline, 1 Änderung wartet',
    )
  })

  test('rests until tomorrow at eight', () => {
    const until = restUntil('tomorrow', new Date(2026, 9, 24, 22, 0).getTime())
    expect(until).toBe(new Date(2026, 9, 25, 8, 0).getTime())
    expect(restUntil('end', 5)).toBeNull()
  })
})

describe('what a notification offers in place', () => {
  const words = createWords('de')
  const handlers = () => {
    const done: unknown[] = []
    return {
      done,
      reply: (...what: unknown[]) => done.push(['reply', ...what]),
      claim: (...what: unknown[]) => done.push(['claim', ...what]),
      snooze: (...what: unknown[]) => done.push(['snooze', ...what]),
    }
  }

  test('a message is answered and put to sleep', () => {
    const hands = handlers()
    const { reply, buttons } = offerActions(notice({ actions: ['reply', 'snooze'] }), 1, words, hands)
    reply?.send('Bin unterwegs')
    for (const button of buttons) button.run()
    expect(buttons.map(({ label }) => label)).toEqual(['1 Stunde zurückstellen', 'Bis morgen zurückstellen'])
    expect(hands.done).toEqual([
      ['reply', channelId, 'Bin unterwegs'],
      ['snooze', `channel/${channelId}`, 'hour'],
      ['snooze', `channel/${channelId}`, 'tomorrow'],
    ])
  })

  test("a ticket that is nobody's is taken on, but not one of several", () => {
    const place = `ticket/${channelId}`
    const found = notice({ kind: 'queue', place, actions: ['claim', 'snooze'] })
    const hands = handlers()
    offerActions(found, 1, words, hands).buttons[0]?.run()
    expect(hands.done).toEqual([['claim', channelId]])
    expect(offerActions(found, 2, words, hands).buttons.map(({ label }) => label)).not.toContain('Übernehmen')
  })

  test('nothing is answered that is hidden, and nothing is offered for what was refused', () => {
    const hidden = notice({ isHidden: true, actions: ['reply', 'snooze'] })
    expect(offerActions(hidden, 1, words, handlers()).reply).toBeNull()
    const refused = notice({ kind: 'refused', place: 'refused', link: null })
    expect(offerActions(refused, 1, words, handlers())).toEqual({ reply: null, buttons: [] })
  })

  test.each([
    ['darwin', '33.2.1', true],
    ['win32', '33.2.1', false],
    ['win32', '45.4.1', true],
    ['linux', '45.4.1', false],
  ] as const)('on %s with Electron %s the system shows it: %s', (platform, electron, expected) => {
    expect(noticeAbilities(platform, electron)).toEqual({ canReply: expected, hasButtons: expected })
  })
})
