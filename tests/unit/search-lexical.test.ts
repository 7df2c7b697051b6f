import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createStaticModel } from '../../src-main/engine/search/embedding/static-model.ts'
import { createCompoundSplitter } from '../../src-main/engine/search/lexical/compounds.ts'
import { findIdentifiers, isIdentifier } from '../../src-main/engine/search/lexical/identifiers.ts'
import { analyseQuestion } from '../../src-main/engine/search/lexical/question.ts'
import { stemOf, stemsOf } from '../../src-main/engine/search/lexical/stems.ts'
import { forgiven, isNear } from '../../src-main/engine/search/retrieval/edit-distance.ts'
import { isAnswerable } from '../../src-main/engine/search/retrieval/evidence.ts'
import { findQuestionWords } from '../../src-main/engine/search/retrieval/marks.ts'

describe('compounds', () => {
  const split = createCompoundSplitter(createStaticModel(path.resolve('assets/models/static-de-en')).words())

  test.each([
    ['netzwerkdrucker', ['netzwerk', 'drucker']],
    ['wartungsvertrag', ['wartungs', 'vertrag']],
    ['olwechsel', ['ol', 'wechsel']],
    ['druckerwarteschlange', ['drucker', 'warteschlange']],
    ['stromausfall', ['strom', 'ausfall']],
  ])('%s is taken apart', (word, parts) => {
    expect(split(word)).toEqual(parts)
  })

  test.each([
    'drucker',
    'verbindung',
    'installation',
    'notification',
    'keyboard',
    'einstellungen',
    'e1042',
    '',
  ])('%s is left whole', (word) => {
    expect(split(word)).toEqual([])
  })

  test('take no longer for a word made to take long', () => {
    expect(split('nen'.repeat(16))).toBeInstanceOf(Array)
    expect(split('x'.repeat(10_000))).toEqual([])
  })
})

describe('identifiers', () => {
  test.each([
    'E-1042',
    'GW4417',
    '0x80070005',
    'RM2-5425',
    '172.16.40.9',
    'SN-77A0391',
    'KB5034441',
    'DS-80/45',
    '4711',
    'WHEA_UNCORRECTABLE',
  ])('%s is one', (text) => {
    expect(isIdentifier(text)).toBe(true)
  })

  test.each([
    'Drucker',
    '30',
    '2026',
    '30min',
    '5GHz',
    '400V',
    '8.5',
    '21.11.2026',
    '10-20',
    'und/oder',
    'VPN',
    '24',
    '2x',
  ])('%s is none', (text) => {
    expect(isIdentifier(text)).toBe(false)
  })

  test('are looked for in every way to write them', () => {
    const [found] = findIdentifiers('Was heißt E-1042?')
    expect(found).toMatchObject({ text: 'E-1042', start: 10, end: 16 })
    expect(found?.phrases).toEqual(expect.arrayContaining([['e', '1042'], ['e1042']]))
    expect(findIdentifiers('GW4417')[0]?.phrases).toEqual(
      expect.arrayContaining([['gw', '4417'], ['gw4417']]),
    )
  })
})

describe('a question', () => {
  const words = (text: string) => analyseQuestion(text).words.map(({ word }) => word)

  test('is what is left without what every question has', () => {
    expect(words('Wie kann ich denn bitte den Drucker wieder einschalten?')).toEqual([
      'drucker',
      'einschalten',
    ])
    expect(words('how do I restart the printer')).toEqual(['restart', 'printer'])
    expect(words('Was nun?')).toEqual(['was', 'nun'])
    expect(words('')).toEqual([])
  })

  test('keeps what stands in quotation marks together', () => {
    const [phrase] = analyseQuestion('"rote Lampe" am Router').words
    expect(phrase).toMatchObject({ isPhrase: true, alternatives: [{ phrase: ['rote', 'lampe'] }] })
  })

  test('is cut where it is a pasted text', () => {
    expect(analyseQuestion('wort1234 '.repeat(100_000)).words.length).toBeLessThanOrEqual(2)
    const many = Array.from(
      { length: 1_000 },
      (_, i) => `begriff${'abcdefghij'.charAt(i % 10)}${'x'.repeat(i % 37)}`,
    )
    expect(analyseQuestion(many.join(' ')).words.length).toBeLessThanOrEqual(32)
  })

  test('marks the words of it in a text, inflected ones too', () => {
    const text = 'Die Drucker und E-1042: Störung der Druckers.'
    const marks = findQuestionWords(text, analyseQuestion('Druckern Störungen E1042'))
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual([
      'Drucker',
      'E-1042',
      'Störung',
      'Druckers',
    ])
  })
})

test('stems are the same for the forms of a word, and digits have none', () => {
  expect(stemOf('storungen', 'de')).toBe(stemOf('storung', 'de'))
  expect(stemOf('printers', 'en')).toBe(stemOf('printer', 'en'))
  expect(stemsOf('e1042', null)).toEqual([])
  expect(stemsOf('öl', 'de')).toEqual([])
})

test('two words are near by letters put in, left out, changed or swapped', () => {
  for (const [a, b] of [
    ['drukcer', 'drucker'],
    ['papirstau', 'papierstau'],
    ['kentwort', 'kennwort'],
  ] as const) {
    expect(isNear(a, b, 1), a).toBe(true)
  }
  expect(isNear('lighning', 'lightning', 1)).toBe(true)
  expect(isNear('hund', 'katze', 2)).toBe(false)
  expect(isNear('', 'ab', 1)).toBe(false)
  expect([4, 5, 8, 9].map(forgiven)).toEqual([0, 1, 1, 2])
})

test('nothing found is no answer', () => {
  expect(isAnswerable('Was heißt E-1042?', [])).toEqual({ answerable: false, confidence: 0 })
})
