import { describe, expect, it } from 'vitest'
import { initialsOf, tintCount, tintOf } from './tint.ts'

describe('avatars', () => {
  it('take the first letters of first and last name', () => {
    expect(initialsOf('Jana Öztürk')).toBe('JÖ')
    expect(initialsOf('anna maria von berg')).toBe('AB')
    expect(initialsOf('Bot')).toBe('B')
    expect(initialsOf('jan.weber')).toBe('JW')
    expect(initialsOf('  ')).toBe('?')
  })

  it('have a tint that depends on the text alone and uses all tints', () => {
    expect(tintOf('Jana')).toBe(tintOf('Jana'))
    const used = new Set(Array.from({ length: 200 }, (_, index) => tintOf(`person ${index}`)))
    expect([...used].sort()).toEqual(Array.from({ length: tintCount }, (_, index) => index + 1))
  })
})
