import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import { builtInViews } from '#shared/contract/tickets.ts'
import { searchScopes as contractScopes } from '#shared/contract/search.ts'
import { currentRoute, goTo, startHistory, step } from './history.ts'
import {
  formatRoute,
  hasDetail,
  listRoute,
  parseRoute,
  searchScopes,
  settingsSections,
  ticketViews,
  type Route,
} from './routes.ts'

const id = <T extends Ulid>(): fc.Arbitrary<T> =>
  fc.integer({ min: 0, max: 2 ** 40 }).map(
    (time) =>
      createUlidFactory(
        () => time,
        () => time % 256,
      ).next() as T,
  )
const optional = <Name extends string, T>(name: Name, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((found) => (found === undefined ? {} : { [name]: found }))
const merged = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<Route> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Route)

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ area: 'inbox' }),
  merged(fc.constant({ area: 'chat' }), optional('channelId', id())),
  merged(fc.constant({ area: 'chat' }), fc.record({ channelId: id(), messageId: id() })),
  merged(
    fc.constant({ area: 'tickets' }),
    fc.record({ view: fc.oneof(fc.constantFrom(...ticketViews), fc.record({ queueId: id() })) }),
    fc.oneof(fc.constant({}), fc.record({ ticketId: id() }), fc.record({ ticketId: id(), entryId: id() })),
  ),
  merged(fc.constant({ area: 'knowledge' }), optional('articleId', id())),
  merged(fc.constant({ area: 'knowledge' }), fc.record({ fileId: id() })),
  fc.constant<Route>({ area: 'knowledge', files: true }),
  merged(fc.constant({ area: 'ask' }), optional('questionId', id())),
  fc.record({
    area: fc.constant('search' as const),
    text: fc.string({ unit: 'grapheme' }),
    scope: fc.constantFrom(...searchScopes),
  }),
  merged(fc.constant({ area: 'settings' }), optional('section', fc.constantFrom(...settingsSections))),
  fc.record({
    area: fc.constant('settings' as const),
    section: fc.constantFrom(...settingsSections),
    setting: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/),
  }),
)

describe('routes', () => {
  it('come back from their text as they were', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(parseRoute(formatRoute(each))).toEqual(each)
      }),
    )
  })

  it('refuse any other text, and never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseRoute(text)
        if (parsed) expect(parseRoute(formatRoute(parsed))).toEqual(parsed)
      }),
    )
    for (const text of [
      '',
      'nowhere',
      'chat/x',
      'tickets',
      'tickets/none',
      'search/all/%E0%A4%A',
      'inbox/1',
      'settings/x',
      'settings/general/No',
      'settings/general/language/more',
    ]) {
      expect(parseRoute(text)).toBeNull()
    }
  })

  it('know that their list has nothing open', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(hasDetail(listRoute(each))).toBe(false)
      }),
    )
  })

  it('name the views and scopes of the contract', () => {
    expect(ticketViews).toEqual(builtInViews)
    expect(searchScopes).toEqual(contractScopes)
  })
})

describe('the history', () => {
  const inbox: Route = { area: 'inbox' }
  const chat: Route = { area: 'chat' }
  const search: Route = { area: 'search', text: 'a', scope: 'all' }

  it('goes back and forward, and forgets what lay ahead when one goes elsewhere', () => {
    let history = goTo(goTo(startHistory(inbox), chat), search)
    history = step(history, -1)
    expect(currentRoute(history)).toEqual(chat)
    expect(currentRoute(step(history, 1))).toEqual(search)
    history = goTo(history, inbox)
    expect(step(history, 1)).toBe(history)
    expect(history.entries).toEqual([inbox, chat, inbox])
  })

  it('does not stop at places that were replaced', () => {
    const history = goTo(goTo(startHistory(inbox), chat), search, true)
    expect(history.entries).toEqual([inbox, search])
  })

  it('takes the same place for no step', () => {
    const history = startHistory(inbox)
    expect(goTo(history, { area: 'inbox' })).toBe(history)
  })

  it('remembers the last place in each area', () => {
    const history = goTo(goTo(startHistory(inbox), search), chat)
    expect(history.lastInArea.search).toEqual(search)
  })
})
