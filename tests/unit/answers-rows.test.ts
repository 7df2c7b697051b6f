/** How a line of a table becomes cells, and what is taken for no table. */
import { expect, it, test } from 'vitest'
import { cellsOf, holdsRow, rowUnder, writeCell } from '../../src-main/engine/search/answers/rows.ts'

test.each([
  ['a | b', ['a', 'b']],
  ['| a | b |', ['a', 'b']],
  ['| a || c |', ['a', '', 'c']],
  ['a\tb\t', ['a', 'b']],
  ['a \\| x | b \\|', ['a | x', 'b |']],
  ['|', ['']],
  ['', ['']],
])('cells of %j', (line, cells) => {
  expect(cellsOf(line)).toEqual(cells)
})

it('keeps what is in a cell, whatever that is', () => {
  for (const cell of ['a | b', '|', 'a\nb', ' x ', 'a\\b'])
    expect(cellsOf(`${writeCell(cell)} | end`)).toEqual([cell.replace(/\s+/gu, ' ').trim(), 'end'])
})

it('puts the cells of a file, which say their names, under these, and leaves what is empty empty', () => {
  expect(rowUnder('Code | Ort | Abhilfe', 'Code: E-7 | Abhilfe: warten: lange')).toEqual({
    head: ['Code', 'Ort', 'Abhilfe'],
    cells: ['E-7', '', 'warten: lange'],
  })
  expect(rowUnder('A | B', 'x')?.cells).toEqual(['x', ''])
})

it('takes for no table what has more cells than names, one column, or too many', () => {
  expect(rowUnder('A | B', 'a | b | c')).toBeNull()
  expect(rowUnder('A', 'a')).toBeNull()
  expect(rowUnder('x | '.repeat(20), 'a | b')).toBeNull()
})

it('finds cells out that the passage does not hold', () => {
  const text = 'rot | Fehler'
  const row = { head: ['Licht', 'Heißt'], cells: ['rot', 'Fehler'] }
  expect(holdsRow({ text, row }, ['Licht | Heißt'])).toBe(true)
  expect(holdsRow({ text, row }, ['Farbe | Heißt'])).toBe(false)
  expect(holdsRow({ text, row: { ...row, cells: ['rot', 'alles gut'] } }, ['Licht | Heißt'])).toBe(false)
})
