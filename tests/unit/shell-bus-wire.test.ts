/** Messages of the session bus: what is written can be read, whole or in pieces, and nothing that comes breaks us. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { socketPath } from '../../src-main/shell/attention/bus/session-bus-client.ts'
import {
  createMessageReader,
  encodeCall,
  messageTypes,
  type BusMessage,
} from '../../src-main/shell/attention/bus/wire.ts'

const call = { destination: 'a.b', path: '/a/b', contract: 'a.b.c', member: 'Do' }
const collect = () => {
  const messages: BusMessage[] = []
  return { messages, read: createMessageReader((message) => void messages.push(message)) }
}
const text = fc.string({ unit: 'binary' }).map((each) => each.replaceAll('\0', ''))

describe('a message of the bus', () => {
  test('is read as it was written, however it is cut', () => {
    const body = fc.tuple(
      text,
      fc.nat(),
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      fc.array(text, { maxLength: 5 }),
      fc.array(fc.tuple(text, fc.constantFrom(['y', 7], ['b', true], ['s', 'ä'], ['as', ['x']])), {
        maxLength: 4,
      }),
      fc.boolean(),
    )
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 50 }), (values, step) => {
        const bytes = encodeCall(9, { ...call, signature: 'suiasa{sv}b', body: values })
        const twice = Buffer.concat([bytes, bytes])
        const { messages, read } = collect()
        for (let at = 0; at < twice.length; at += step) read(twice.subarray(at, at + step))
        const [words, count, number, list, hints, is] = values
        const plain = hints.map(([key, [, value]]) => [key, value])
        const expected = { type: messageTypes.call, contract: 'a.b.c', member: 'Do', answers: null }
        expect(messages).toEqual([
          { ...expected, body: [words, count, number, list, plain, is] },
          { ...expected, body: [words, count, number, list, plain, is] },
        ])
      }),
    )
  })

  test('that says nothing is as the specification has it', () => {
    const bytes = encodeCall(1, { ...call, signature: '', body: [] })
    expect(bytes.subarray(0, 12).toString('hex')).toBe('6c0100010000000001000000')
    // The first field: the path, an object path of four letters and its end.
    expect(bytes.subarray(16, 29).toString('hex')).toBe('01016f00040000002f612f6200')
    expect(bytes.length % 8).toBe(0)
  })

  test('that is broken or too large ends in an error, and never in a loop', () => {
    const whole = encodeCall(3, { ...call, signature: 'sas', body: ['text', ['a', 'b']] })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        try {
          collect().read(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
      { numRuns: 500 },
    )
    expect(() => collect().read(Buffer.from('not a message of any bus'))).toThrow('no message')
    const huge = Buffer.from(whole)
    huge.writeUInt32LE(0x7fffffff, 4)
    expect(() => collect().read(huge)).toThrow('too large')
  })
})

test.each([
  ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
  ['unix:path=/tmp/a%20b,guid=0123', '/tmp/a b'],
  ['unix:guid=0123,path=/tmp/x', '/tmp/x'],
  ['unix:abstract=/tmp/dbus-x,guid=1', '\0/tmp/dbus-x'],
  ['tcp:host=localhost,port=1;unix:path=/tmp/x', '/tmp/x'],
  ['tcp:host=localhost,port=1', null],
  ['unix:path=%zz', null],
  ['', null],
])('the bus at %j is the socket %j', (address, expected) => {
  expect(socketPath(address)).toBe(expected)
})
