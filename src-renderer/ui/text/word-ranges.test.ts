import { describe, expect, it } from 'vitest'
import { findWordRanges, mergeRanges, splitByRanges } from './word-ranges.ts'

describe('finding search words', () => {
  it('ignores case and accents and keeps offsets', () => {
    const text = 'Herr Müller hat MULLER angerufen'
    const marked = findWordRanges(text, ['muller']).map(([start, end]) => text.slice(start, end))
    expect(marked).toEqual(['Müller', 'MULLER'])
  })

  it('keeps offsets behind characters that change length when lowered', () => {
    const text = 'İstanbul pump'
    const [range] = findWordRanges(text, ['pump'])
    expect(range && text.slice(...range)).toBe('pump')
  })

  it('ignores empty words', () => {
    expect(findWordRanges('anything', ['', ' '])).toEqual([])
  })

  it('joins ranges that overlap or touch', () => {
    expect(
      mergeRanges([
        [4, 6],
        [0, 2],
        [1, 4],
        [9, 9],
      ]),
    ).toEqual([[0, 6]])
  })
})

describe('cutting at ranges', () => {
  it('gives back the whole text', () => {
    const text = 'the pump is broken'
    const pieces = splitByRanges(text, findWordRanges(text, ['pump', 'ump is']))
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.filter((piece) => piece.isMarked).map((piece) => piece.text)).toEqual(['pump is'])
  })

  it('bears ranges beyond the end', () => {
    expect(splitByRanges('abc', [[2, 99]])).toEqual([
      { text: 'ab', isMarked: false },
      { text: 'c', isMarked: true },
    ])
  })
})
