import { describe, expect, it } from 'vitest'
import { matchesQuery, type PaletteGroup, type PaletteItem } from '../state/palette.ts'
import { orderItems } from './palette-order.ts'

const item = (group: PaletteGroup, label: string, detail = ''): PaletteItem => ({
  id: `${group} ${label}`,
  group,
  label,
  detail,
  run: () => undefined,
})
const labels = (items: readonly PaletteItem[]): string[] => items.map(({ label }) => label)

describe('the order of the palette', () => {
  it('puts the group with the best match first', () => {
    const items = [
      item('commands', 'Open printer help'),
      item('tickets', 'Printer jams'),
      item('channels', 'printer'),
    ]
    expect(labels(orderItems(items, 'printer'))).toEqual(['printer', 'Printer jams', 'Open printer help'])
  })

  it('finds a ticket by its number before everything else', () => {
    const items = [item('commands', 'Go to 10 things'), item('tickets', 'VPN', '#10431')]
    expect(labels(orderItems(items, '#10431'))[0]).toBe('VPN')
  })

  it('shows each thing once', () => {
    const items = [item('tickets', 'VPN'), item('tickets', 'VPN')]
    expect(orderItems(items, 'v')).toHaveLength(1)
  })

  it('puts what was found by meaning, and to ask, behind all words, but a question first', () => {
    const items = [item('meaning', 'Printer'), item('ask', 'Ask: printer'), item('tickets', 'A printer')]
    expect(labels(orderItems(items, 'printer'))).toEqual(['A printer', 'Printer', 'Ask: printer'])
    expect(labels(orderItems(items, 'printer?'))[0]).toBe('Ask: printer')
  })

  it('keeps a thing among the words where it was found by its meaning as well, whichever came first', () => {
    const ticket = item('tickets', 'VPN')
    const items = [{ ...ticket, group: 'meaning' as const }, ticket]
    expect(orderItems(items, 'v').map(({ group }) => group)).toEqual(['tickets'])
  })
})

describe('matchesQuery', () => {
  it('takes the words in any order, by their beginnings, whatever their accents', () => {
    const found = { label: 'Über Outpost', detail: '', keywords: 'licence' }
    expect(matchesQuery(found, 'out uber')).toBe(true)
    expect(matchesQuery(found, 'lic')).toBe(true)
    expect(matchesQuery(found, 'post')).toBe(false)
    expect(matchesQuery(found, '')).toBe(true)
  })
})
