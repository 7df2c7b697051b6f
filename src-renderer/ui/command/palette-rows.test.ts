import { expect, it } from 'vitest'
import { paletteRows } from './palette-rows.ts'

it('puts items under their headings and numbers only the items', () => {
  const rows = paletteRows([
    { id: '1', group: 'Commands', title: 'New ticket' },
    { id: '2', group: 'Tickets', title: 'Pump' },
    { id: '3', group: 'Commands', title: 'Settings' },
  ])
  expect(
    rows.map((row) => (row.kind === 'heading' ? row.group : `${row.itemIndex} ${row.item.title}`)),
  ).toEqual(['Commands', '0 New ticket', '1 Settings', 'Tickets', '2 Pump'])
})
