/** Tickets by title, in the order in which people look for them. */
import { expect, test } from 'vitest'
import type { TicketId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import type { QueryInput } from '#shared/contract/contract.ts'
import { pageByTitle } from '../../src-main/engine/queries/ticket-title-order.ts'
import { createDb } from '../../src-main/engine/store/db.ts'
import { createFilledWorld } from '../support/engine-world.ts'

/** Made in no order, and with one title twice. */
const titles = [
  'Zange',
  'ärger',
  'Rack 10',
  'Öl',
  'apfel',
  'Strasse',
  'Ofen',
  'Rack 2',
  'Übung',
  'Ärger',
  'Straße',
  'ofen',
]
const inOrder = [
  'apfel',
  'ärger',
  'Ärger',
  'Ofen',
  'ofen',
  'Öl',
  'Rack 2',
  'Rack 10',
  'Strasse',
  'Straße',
  'Übung',
  'Zange',
]

async function createTitled() {
  const { world, queueId } = await createFilledWorld()
  // Out of the way of what the world begins with.
  const tag = 'titled'
  for (const title of titles) {
    const ticketId = world.nextId<TicketId>()
    world.must('ticket.create', { ticketId, queueId, title, description: '' })
    world.must('ticket.tag', { ticketId, tag, on: true })
  }
  const list = async (more: Partial<QueryInput<'ticket.list'>> = {}) => {
    const { meta, rows } = await world.ask('ticket.list', {
      ...{ filter: { view: 'all', tag }, sort: 'title', direction: 'asc', limit: 100 },
      ...more,
    })
    return { total: meta.total, titles: rows.map(({ title }) => title) }
  }
  return { world, list }
}

test('umlauts beside their letters, capitals beside small ones, numbers by their value', async () => {
  const { list } = await createTitled()
  expect(await list()).toEqual({ total: titles.length, titles: inOrder })
  expect((await list({ direction: 'desc' })).titles).toEqual(inOrder.toReversed())
})

test('page by page each ticket once, with the whole count', async () => {
  const { list } = await createTitled()
  const pages = await Promise.all([0, 5, 10, 15].map((offset) => list({ offset, limit: 5 })))
  expect(pages.flatMap((page) => page.titles)).toEqual(inOrder)
  expect(pages.map(({ total }) => total)).toEqual(Array(4).fill(titles.length))
})

test('more tickets than are sorted here are left to the index', async () => {
  const { world } = await createTitled()
  const all = { where: 'title <> ?', params: [''] }
  world.look((connection) => {
    const db = createDb(connection, { log: silentLog, slowMs: 1_000 })
    const count = db.value<number>('SELECT count(*) FROM tickets') ?? 0
    const page = { direction: 'asc', offset: 0, limit: 100, total: count } as const
    expect(pageByTitle(db, all, page, count)).toHaveLength(count)
    expect(pageByTitle(db, all, page, count - 1)).toBeNull()
  })
})
