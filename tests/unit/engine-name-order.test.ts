import { expect, it } from 'vitest'
import { inNameOrder } from '../../src-main/engine/queries/name-order.ts'
import { createFormats } from '../../src-renderer/i18n/formats.ts'

const names = ['Zoe', 'Öztürk', 'anna', 'Ärzte', 'Otto', 'Halle 10', 'Halle 2', 'Éric', 'Eva', 'ßtraße']
const ordered = ['anna', 'Ärzte', 'Éric', 'Eva', 'Halle 2', 'Halle 10', 'Otto', 'Öztürk', 'ßtraße', 'Zoe']

it('puts umlauts and accents beside their letters, and numbers by what they are worth', () => {
  expect(inNameOrder(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual(ordered)
})

it('is the same order in the engine and in the window, in either language', () => {
  for (const locale of ['de', 'de-AT', 'en', 'en-GB'])
    expect(names.toSorted(createFormats(locale).compare)).toEqual(ordered)
})

it('keeps groups apart, and the order of equal names', () => {
  const rows = [
    { name: 'b', group: '2', id: 1 },
    { name: 'B', group: '1', id: 2 },
    { name: 'b', group: '1', id: 3 },
    { name: 'a', group: '1', id: 4 },
  ]
  expect(inNameOrder(rows, ({ group }) => group).map(({ id }) => id)).toEqual([4, 2, 3, 1])
})
