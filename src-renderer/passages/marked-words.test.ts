import { expect, it } from 'vitest'
import { markedWords } from './marked-words.ts'

it('names each word once, as it stands first', () => {
  const text = 'Router blinkt, der router ist neu'
  const marks = [
    [0, 6],
    [7, 13],
    [19, 25],
    [3, 3],
  ] as const
  expect(markedWords({ text, marks }, 5)).toEqual(['Router', 'blinkt'])
  expect(markedWords({ text, marks }, 1)).toEqual(['Router'])
})
