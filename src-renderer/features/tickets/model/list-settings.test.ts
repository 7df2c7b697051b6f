import { describe, expect, it } from 'vitest'
import type { QueueId } from '#shared/base/ids.ts'
import { ticketFilter } from '#shared/contract/tickets.ts'
import { defaultSettings, isFiltered, toFilter, toggled, viewKey } from './list-settings.ts'

const queueId = '01J00000000000000000000000' as QueueId

describe('the settings of a list', () => {
  it('ask for what the contract knows', () => {
    expect(ticketFilter.parse(toFilter('mine', defaultSettings))).toMatchObject({
      view: 'mine',
      queueId: null,
    })
    expect(
      ticketFilter.parse(toFilter({ queueId }, { ...defaultSettings, text: ' printer ' })),
    ).toMatchObject({
      view: 'all',
      queueId,
      text: 'printer',
    })
  })

  it('know whether anything is narrowed', () => {
    expect(isFiltered(defaultSettings)).toBe(false)
    expect(isFiltered({ ...defaultSettings, text: '  ' })).toBe(false)
    expect(isFiltered({ ...defaultSettings, sort: 'title' })).toBe(false)
    expect(isFiltered({ ...defaultSettings, states: ['open'] })).toBe(true)
    expect(isFiltered({ ...defaultSettings, owner: 'none' })).toBe(true)
  })

  it('switch values on and off', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })

  it('are kept apart by view', () => {
    expect(viewKey('mine')).not.toBe(viewKey({ queueId }))
  })
})
