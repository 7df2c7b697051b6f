import { expect, it } from 'vitest'
import { withInserted, withoutInserted } from './reply-insert.ts'

it('puts a text behind what is written, and takes it back with nothing lost', () => {
  expect(withInserted('  ', 'Hello')).toBe('Hello')
  const before = 'Dear Ann,\n'
  const after = withInserted(before, 'Restart it.')
  expect(after).toBe('Dear Ann,\n\nRestart it.')
  expect(withoutInserted(after, before, after)).toBe(before)
  expect(withoutInserted(`${after} Bye`, before, after)).toBe(`${before} Bye`)
  expect(withoutInserted('Dear Ann, all new', before, after)).toBe('Dear Ann, all new')
})
