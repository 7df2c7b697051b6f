import { describe, expect, it } from 'vitest'
import type { TicketId } from '#shared/base/ids.ts'
import { changeGroups, undoGroups, type TicketBefore } from './undo-groups.ts'

const ticket = (id: string, fields: TicketBefore['fields']): TicketBefore => ({ id: id as TicketId, fields })

describe('a change of many tickets', () => {
  const before = [
    ticket('A', { state: 'open' }),
    ticket('B', { state: 'new' }),
    ticket('C', { state: 'open' }),
    ticket('D', { state: 'solved' }),
  ]

  it('leaves out those that have the value already', () => {
    expect(changeGroups(before, { state: 'solved' })).toEqual([
      { ticketIds: ['A', 'B', 'C'], fields: { state: 'solved' } },
    ])
  })

  it('is taken back in one command for each old value', () => {
    expect(undoGroups(before, { state: 'solved' })).toEqual([
      { ticketIds: ['A', 'C'], fields: { state: 'open' } },
      { ticketIds: ['B'], fields: { state: 'new' } },
    ])
  })

  it('restores several fields together, also to nothing', () => {
    const mixed = [
      ticket('A', { ownerId: null, state: 'new' }),
      ticket('B', { ownerId: null, state: 'open' }),
    ]
    expect(undoGroups(mixed, { ownerId: 'P' as never, state: 'open' })).toEqual([
      { ticketIds: ['A'], fields: { ownerId: null, state: 'new' } },
      { ticketIds: ['B'], fields: { ownerId: null, state: 'open' } },
    ])
  })

  it('never puts more than 500 tickets into one command', () => {
    const many = Array.from({ length: 1_201 }, (_, index) => ticket(String(index), { priority: 2 }))
    expect(changeGroups(many, { priority: 4 }).map((group) => group.ticketIds.length)).toEqual([
      500, 500, 201,
    ])
    expect(undoGroups(many, { priority: 4 }).map((group) => group.ticketIds.length)).toEqual([500, 500, 201])
  })

  it('does nothing where nothing differs', () => {
    expect(changeGroups(before, {})).toEqual([])
    expect(undoGroups([ticket('A', { state: 'open' })], { state: 'open' })).toEqual([])
  })
})
