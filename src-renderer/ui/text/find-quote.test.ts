import { describe, expect, it } from 'vitest'
import { createQuoteFinder, type QuoteRange } from './find-quote.ts'

/** What the ranges cover, pieces joined by a bar. */
function textOf(pieces: readonly string[], { from, to }: QuoteRange): string {
  return pieces
    .slice(from.piece, to.piece + 1)
    .map((text, index, all) =>
      text.slice(index === 0 ? from.offset : 0, index === all.length - 1 ? to.offset : undefined),
    )
    .join('|')
}

function find(pieces: readonly string[], quote: string, passage?: string): readonly string[] {
  return createQuoteFinder(pieces)
    .find(quote, passage)
    .map((range) => textOf(pieces, range))
}

describe('a quotation', () => {
  it('is found within a piece, without what is around it', () => {
    expect(find(['Hold the button. Wait ten seconds.'], 'Wait ten seconds.')).toEqual(['Wait ten seconds'])
  })

  it('is found over several pieces, as bold words and links are drawn', () => {
    expect(find(['Hold the ', 'red', ' button for 10 s.'], 'Hold the **red** button for 10 s.')).toEqual([
      'Hold the |red| button for 10 s',
    ])
    expect(find(['See ', 'the manual', ' first'], 'See [the manual](https://example.org/a) first')).toEqual([
      'See |the manual| first',
    ])
  })

  it('does not mind breaks, case, accents and ligatures', () => {
    expect(find(['Der Router\n  blinkt ROT'], 'der router blinkt rot')).toEqual(['Der Router\n  blinkt ROT'])
    expect(find(['Ofﬁce Gerät'], 'Office Gera\u0308t')).toEqual(['Ofﬁce Gerät'])
    expect(find(['大阪 ルーター'], '大阪ルーター')).toEqual(['大阪 ルーター'])
  })

  it('is the one inside its passage where sentences repeat', () => {
    const pieces = ['Restart it. Check the lamp.', 'Restart it. Check the cable.']
    const finder = createQuoteFinder(pieces)
    expect(finder.find('Restart it.', 'Restart it. Check the cable.')[0]?.from.piece).toBe(1)
    expect(finder.find('Restart it.')[0]?.from.piece).toBe(0)
  })

  it('is found by its lines where it was laid out anew', () => {
    const pieces = ['Error', 'Meaning', 'E41', 'No connection to the server', 'E42', 'Wrong password']
    expect(find(pieces, 'E42 | Wrong password\nE41 | No connection to the server')).toEqual([
      'Wrong password',
      'No connection to the server',
    ])
  })

  it('is not there where most of it was changed', () => {
    expect(
      find(['Wait ten seconds. Then call us.'], 'Wait ten seconds. Then turn the device off and on.'),
    ).toEqual([])
    expect(find(['anything'], '…')).toEqual([])
    expect(find([], 'anything')).toEqual([])
  })

  it('keeps its offsets after characters that fold to more or fewer', () => {
    expect(find(['İİİ ½ 👍 wait here'], 'wait here')).toEqual(['wait here'])
  })
})
