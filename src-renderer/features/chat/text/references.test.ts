import { describe, expect, it } from 'vitest'
import { asId, type PersonId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import { findReferences } from './references.ts'

const person = (letter: string, name: string) => ({ id: asId<PersonId>(letter.repeat(26) as Ulid), name })
const ann = person('A', 'Ann')
const annBaker = person('B', 'Ann Baker')
const joerg = person('C', 'Jörg Müller-Lüdenscheidt')

const namesIn = (text: string, people = [ann, annBaker, joerg]) =>
  findReferences(text, people).map(({ start, end }) => text.slice(start, end))
const ticketsIn = (text: string) =>
  findReferences(text, []).flatMap((reference) => (reference.kind === 'ticket' ? [reference.words] : []))

describe('people in a message', () => {
  it('are found by their whole name', () => {
    expect(namesIn('@Ann and @Jörg Müller-Lüdenscheidt, please')).toEqual([
      '@Ann',
      '@Jörg Müller-Lüdenscheidt',
    ])
  })

  it('are the longest name that fits', () => {
    const [only, ...others] = findReferences('ask @Ann Baker', [ann, annBaker])
    expect(only).toMatchObject({ kind: 'person', personId: annBaker.id })
    expect(others).toEqual([])
  })

  it('are not found inside words and addresses', () => {
    expect(namesIn('@Anna joe@Ann @Ann_2 @ann')).toEqual([])
  })

  it('are only those who were meant', () => {
    expect(namesIn('@Ann', [])).toEqual([])
  })
})

describe('tickets in a message', () => {
  it.each([
    ['#1042', ['1042']],
    ['see #1042, #7 and (#99).', ['1042', '7', '99']],
    ['#7K3QZP', ['7K3QZP']],
    ['code 7K3QZP on the phone', ['7K3QZP']],
    ['#QWERTY with its sign', ['QWERTY']],
    ['End: #1042.', ['1042']],
  ])('%s', (text, words) => {
    expect(ticketsIn(text)).toEqual(words)
  })

  it.each([
    'QWERTY in capitals',
    '123456 without a sign',
    '7k3qzp in small letters',
    '16#8091',
    '#topic',
    '&#1042;',
    'https://example.org/#1042',
    'AB12CD-99',
    '#1042b',
    '7K3QZPX is too long',
    '#12.5 percent',
    'costs #',
  ])('are not seen in "%s"', (text) => {
    expect(ticketsIn(text)).toEqual([])
  })
})
