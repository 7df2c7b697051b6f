import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { unwrap } from '#shared/base/result.ts'
import { createContent } from '../../src-server/content/content.ts'
import { documentOf, updateOf } from '../support/server-world.ts'

const content = createContent()

/** A document with everything that Yjs knows in it, as its updates. */
function richUpdates(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('text')
  for (let i = 0; i < 40; i++) {
    doc.transact(() => {
      doc.getMap('map').set(`key ${i % 7}`, { a: [1, 'x', null, true], i })
      text.insert(i % (text.length + 1), `hello ${i} 🎈`)
      if (i % 5 === 0) text.delete(0, 3)
      if (i % 9 === 0) text.format(0, 2, { bold: true })
      if (i % 11 === 0) {
        const element = new Y.XmlElement('p')
        element.setAttribute('a', 'b')
        doc.getXmlFragment('xml').insert(0, [element])
        element.insert(0, [new Y.XmlText('abc')])
        doc.getArray('array').insert(0, [new Y.Map(), 5, new Uint8Array(4)])
      }
    })
  }
  return updates
}

const updates = richUpdates()
const whole = Y.mergeUpdates(updates)

/** Bytes of real updates with some changed, put in, left out or cut off. */
const mutated = fc
  .tuple(
    fc.constantFrom(whole, ...updates),
    fc.array(fc.tuple(fc.constantFrom('set', 'add', 'insert', 'cut'), fc.nat(), fc.nat(255)), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([update, changes]) => changes.reduce(mutate, [...update]))
  .map((bytes) => Uint8Array.from(bytes))

function mutate(bytes: number[], [how, place, value]: [string, number, number]): number[] {
  const at = place % (bytes.length + 1)
  if (how === 'cut') return bytes.slice(0, at)
  if (how === 'insert') return [...bytes.slice(0, at), value, ...bytes.slice(at)]
  return bytes.map((byte, i) => (i === at ? (how === 'set' ? value : (byte + value) & 255) : byte))
}

describe('checking an update', () => {
  test('takes all that Yjs makes, in any buffer [P9]', () => {
    for (const update of [...updates, whole, updateOf(() => undefined)]) {
      expect(content.problemOf(update)).toBeNull()
      const padded = new Uint8Array(update.byteLength + 20)
      padded.set(update, 10)
      expect(content.problemOf(padded.subarray(10, 10 + update.byteLength))).toBeNull()
    }
    const gap = Y.mergeUpdates([updates[0]!, updates[5]!])
    expect(content.problemOf(gap)).toBeNull()
  })

  test('refuses what is cut off, goes on behind its end or reads over it [P9]', () => {
    for (let end = 0; end < whole.byteLength; end += 3) {
      expect(content.problemOf(whole.subarray(0, end)), String(end)).not.toBeNull()
    }
    expect(content.problemOf(Uint8Array.from([...whole, 0]))).toBe('goes on after its end')
  })

  test('refuses parts without length, twice, or that refer to what comes after them [P9]', () => {
    const clientOnce = [1, 9, 0] // one part of client 9 from clock 0
    const noDeletes = [0]
    const gcOfNoLength = [1, ...clientOnce, 0, 0, ...noDeletes]
    const text = [4, 1, 1, 't', 1, 'x'].map((byte) => (typeof byte === 'string' ? byte.charCodeAt(0) : byte))
    const fine = [1, ...clientOnce, ...text, ...noDeletes]
    const twice = [2, ...clientOnce, ...text, ...clientOnce, ...text, ...noDeletes]
    const afterItself = [1, ...clientOnce, 4 | 128, 9, 5, 1, 120, ...noDeletes]
    expect(content.problemOf(Uint8Array.from(fine))).toBeNull()
    for (const bytes of [gcOfNoLength, afterItself]) {
      expect(content.problemOf(Uint8Array.from(bytes))).toBe('has parts that do not fit together')
    }
    expect(content.problemOf(Uint8Array.from(twice))).toBeNull()
    const apart = [3, ...clientOnce, ...text, 1, 8, 0, ...text, ...clientOnce, ...text, ...noDeletes]
    expect(content.problemOf(Uint8Array.from(apart))).toBe('has parts that do not fit together')
  })

  test('takes time and memory in proportion to the bytes, whatever counts they claim [P9]', () => {
    const huge = [255, 255, 255, 255, 255, 255, 255, 15]
    const nested = Array.from({ length: 200_000 }, () => [117, 1]).flat()
    const claims = [
      huge,
      [1, ...huge],
      [1, 1, 9, 0, 8, 1, 1, 116, ...huge],
      [1, 1, 9, 0, 8, 1, 1, 116, 1, ...nested],
      [0, ...huge],
      [0, 1, 9, ...huge],
      Array.from({ length: 100_000 }, () => 1),
    ]
    const heapBefore = process.memoryUsage().heapUsed
    for (const bytes of claims) expect(content.problemOf(Uint8Array.from(bytes))).not.toBeNull()
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(200_000_000)
  })

  test('never throws, and what it takes can be applied anywhere [P9]', () => {
    const applies = (payload: Uint8Array) => {
      if (content.problemOf(payload) !== null) return
      for (const before of [[], [whole], updates.slice(0, 20)]) {
        const doc = new Y.Doc()
        for (const update of before) Y.applyUpdate(doc, update)
        Y.applyUpdate(doc, payload)
        for (const update of updates.slice(20)) Y.applyUpdate(doc, update)
        Y.encodeStateAsUpdate(doc)
        doc.destroy()
      }
    }
    fc.assert(fc.property(mutated, applies), { numRuns: 2_000 })
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), applies), { numRuns: 2_000 })
  })
})

describe('documents', () => {
  test('are merged without what they no longer show, and with what still waits', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'keep SECRET')
    const first = Y.encodeStateAsUpdate(doc)
    doc.getText('t').delete(4, 7)
    const merged = unwrap(content.merge([first, Y.encodeStateAsUpdate(doc)]))
    expect(merged.isWhole).toBe(true)
    expect(Buffer.from(merged.payload).includes('SECRET')).toBe(false)
    const waiting = unwrap(content.merge([updates[0]!, updates[3]!]))
    expect(waiting.isWhole).toBe(false)
    const later = unwrap(content.merge([waiting.payload, updates[1]!, updates[2]!]))
    expect(later.isWhole).toBe(true)
    const asWritten = documentOf(updates.slice(0, 4).map((payload) => ({ payload })))
    expect(documentOf([later]).getText('text').toDelta()).toEqual(asWritten.getText('text').toDelta())
    expect(documentOf([later]).getMap('map').toJSON()).toEqual(asWritten.getMap('map').toJSON())
  })

  test('that cannot be put together are said to be so', () => {
    expect(content.merge([Uint8Array.from([7])])).toEqual({ ok: false, error: 'unreadable' })
    expect(content.stateOf([Uint8Array.from([7])])).toBeNull()
    const big = updateOf((doc) => doc.getArray('a').push([new Uint8Array(5_000_000)]))
    const other = updateOf((doc) => doc.getArray('a').push([new Uint8Array(5_000_000)]))
    expect(content.merge([big, other])).toEqual({ ok: false, error: 'too-large' })
  })

  test('have a digest that depends on their content alone [E4]', () => {
    const backwards = new Y.Doc()
    for (const update of [...updates].reverse()) Y.applyUpdate(backwards, update)
    const expected = createHash('sha256')
      .update(Y.encodeSnapshot(Y.snapshot(backwards)))
      .digest()
      .subarray(0, 16)
    for (const log of [updates, [whole], [...updates, ...updates]]) {
      expect(content.stateOf(log)).toEqual({
        stateVector: Y.encodeStateVector(backwards),
        digest: expected,
        isWhole: true,
      })
    }
    const withDeletes = new Y.Doc()
    Y.applyUpdate(withDeletes, whole)
    withDeletes.getText('text').delete(0, 1)
    const state = content.stateOf([Y.encodeStateAsUpdate(withDeletes)])
    expect(state?.digest).not.toEqual(expected)
  })

  test('say whether an update stands on what they have [P6]', () => {
    expect(content.standsOn(updates.slice(0, 5), updates[5]!)).toBe(true)
    expect(content.standsOn(updates.slice(0, 4), updates[5]!)).toBe(false)
    expect(
      content.standsOn(
        [],
        updateOf((doc) => doc.getMap('m').set('a', 1)),
      ),
    ).toBe(true)
  })
})
