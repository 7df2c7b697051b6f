import { describe, expect, it } from 'vitest'
import { checkRequest } from '../../src-main/shell/check-request.ts'
import { isPlainData } from '../../src-main/shell/plain-data.ts'
import { bridgeVersion } from '../../src-shared/contract/bridge.ts'

const good = {
  version: bridgeVersion,
  id: 'a1',
  kind: 'command',
  name: 'workspace.rename',
  input: { name: ' Nord  1 ' },
}
const errorOf = (value: unknown) => {
  const result = checkRequest(value)
  return result.ok ? null : result.error
}

describe('a call at the door', () => {
  it('passes with its input as it came, not as it was parsed', () => {
    expect(checkRequest(good)).toEqual({ ok: true, value: good })
    expect(
      checkRequest({ ...good, kind: 'query', name: 'workspace.get', input: {}, timeoutMs: 500 }).ok,
    ).toBe(true)
  })

  it.each([1, null, undefined, 'text', [], {}, true, [good], { ...good, extra: 1 }, { ...good, id: '' }])(
    'is refused as %j',
    (value) => expect(errorOf(value)).toMatchObject({ type: 'invalid-input' }),
  )

  it.each([
    { id: 'x'.repeat(65) },
    { id: 7 },
    { kind: 'event' },
    { name: 'x'.repeat(101) },
    { name: null },
    { timeoutMs: 0 },
    { timeoutMs: 1e9 },
    { timeoutMs: '5' },
  ])('is refused with %j in its envelope', (wrong) => {
    expect(errorOf({ ...good, ...wrong })).toMatchObject({ type: 'invalid-input' })
  })

  it('of another version is refused as that, whatever else it looks like', () => {
    expect(errorOf({ version: 2, call: ['new', 'shape'] })).toEqual({
      type: 'unsupported-version',
      version: 2,
    })
  })

  it.each(['nope', '__proto__', 'constructor', 'toString', ''])(
    'with the unknown name %j is refused',
    (name) => {
      expect(errorOf({ ...good, name })).toEqual({ type: 'unknown-call', name })
      expect(errorOf({ ...good, kind: 'query', name })).toEqual({ type: 'unknown-call', name })
    },
  )

  it('may not ask for a command as a query', () => {
    expect(errorOf({ ...good, kind: 'query' })).toMatchObject({ type: 'unknown-call' })
  })

  it.each([
    {},
    { name: '' },
    { name: 7 },
    { name: 'x', more: 1 },
    { name: 'x'.repeat(101) },
    null,
    undefined,
  ])('with the wrong input %j is refused', (input) =>
    expect(errorOf({ ...good, input })).toMatchObject({ type: 'invalid-input' }),
  )

  it('is refused for its size before anything parses it', () => {
    expect(errorOf({ ...good, input: { name: 'x'.repeat(2_000_000) } })).toEqual({
      type: 'invalid-input',
      issues: [{ path: '', code: 'too-large' }],
    })
  })
})

describe('plain data', () => {
  const limits = { maxCharacters: 20, maxValues: 10, maxDepth: 3 }
  const isPlain = (value: unknown) => isPlainData(value, limits)

  it('is what JSON can say, and undefined', () => {
    for (const value of [null, true, 1.5, 'text', undefined, [1, ['a']], { a: { b: null } }])
      expect(isPlain(value)).toBe(true)
  })

  it('is nothing else', () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    const others = [
      1n,
      Symbol('s'),
      () => 1,
      new Map(),
      new Set(),
      new Date(),
      /x/,
      new Uint8Array(2),
      new Error('e'),
      cycle,
    ]
    for (const value of others) {
      expect(isPlain(value)).toBe(false)
      expect(isPlain({ a: [value] })).toBe(false)
    }
  })

  it('keeps the limits on characters (of keys too), values and depth', () => {
    expect(isPlain('x'.repeat(20))).toBe(true)
    expect(isPlain('x'.repeat(21))).toBe(false)
    expect(isPlain({ ['k'.repeat(21)]: 1 })).toBe(false)
    expect(isPlain(Array(9).fill(1))).toBe(true)
    expect(isPlain(Array(10).fill(1))).toBe(false)
    expect(isPlain(new Array(4_000_000_000))).toBe(false)
    expect(isPlain([[[1]]])).toBe(true)
    expect(isPlain([[[[1]]]])).toBe(false)
  })
})
