import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createStaticModel } from '../../src-main/engine/search/embedding/static-model.ts'
import { createCompoundSplitter } from '../../src-main/engine/search/lexical/compounds.ts'
import { createRetriever, type RetrieveInput } from '../../src-main/engine/search/retrieval/retriever.ts'
import { createChunkIndex, openReader, type IndexedPassage } from '../support/chunk-index.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const model = createStaticModel(path.resolve('assets/models/static-de-en'))
const split = createCompoundSplitter(model.words())

const passages = {
  router: {
    title: 'Router',
    text: 'Leuchtet die Lampe rot, trennen Sie das Gerät zehn Sekunden vom Strom.',
    language: 'de',
  },
  printer: {
    title: 'Printer',
    text: 'Open tray 2 and take out the crumpled sheet of paper.',
    language: 'en',
  },
  code: {
    title: 'Steuerung',
    text: 'Der Fehler E-1042 meldet einen Ausfall des Drehgebers.',
    language: 'de',
  },
  pump: { title: 'Heizung', text: 'Die Wärmepumpe nach Stromausfall neu starten.', language: 'de' },
} as const satisfies Record<string, IndexedPassage>

function createSearch(withModel = true) {
  const index = createChunkIndex(path.join(temporaryFolder(), 'index.db'), withModel ? model : null, split)
  const reader = openReader(index.file)
  onTestFinished(() => {
    reader.close()
    index.close()
  })
  const retriever = createRetriever({ db: reader.db, model: withModel ? model : null })
  const find = (text: string, more: Partial<RetrieveInput> = {}) =>
    retriever.retrieve({ text, limit: 10, ...more })
  return { index, find, titles: (text: string) => find(text).map(({ title }) => title) }
}

function createFilled(withModel = true) {
  const search = createSearch(withModel)
  for (const passage of Object.values(passages)) search.index.add(passage)
  return search
}

describe('retrieval', () => {
  test('finds by words, by meaning, and says which', () => {
    const { find } = createFilled()
    expect(find('Drehgeber')[0]).toMatchObject({ title: 'Steuerung', type: 'article' })
    expect(find('paper jam')[0]?.title).toBe('Printer')
    const german = find('Papierstau')[0]
    expect(german).toMatchObject({ title: 'Printer', foundBy: 'meaning', lexical: 0 })
    expect(german?.meaning).toBeGreaterThan(0.2)
  })

  test.each(['E-1042', 'E1042', 'e 1042', 'Was heißt E-1042?'])('puts the identifier first: %s', (text) => {
    expect(createFilled().titles(text)[0]).toBe('Steuerung')
  })

  test('goes by words alone without a model', () => {
    const { find } = createFilled(false)
    expect(find('Wärmepumpe')[0]).toMatchObject({ title: 'Heizung', foundBy: 'words', meaning: 0 })
    expect(find('paper jam')).toHaveLength(1)
    expect(find('Zugluft')).toEqual([])
  })

  test('sees at once what is new and what is gone', () => {
    const { index, find, titles } = createFilled()
    expect(titles('Förderband steht')).not.toContain('Logistik')
    const chunkKey = index.add({ title: 'Logistik', text: 'Das Förderband steht still.', language: 'de' })
    expect(titles('Förderband steht')[0]).toBe('Logistik')
    index.remove(chunkKey)
    expect(find('Förderband steht').map((found) => found.chunkKey)).not.toContain(chunkKey)
  })

  test('finds nothing where there is no index, and nothing in an empty one', () => {
    const { find } = createSearch()
    expect(find('anything')).toEqual([])
  })

  test('narrows to kinds', () => {
    const { index, find } = createFilled()
    index.add({ type: 'file', title: 'Handbuch', text: 'Die Wärmepumpe entlüften.', language: 'de' })
    expect(find('Wärmepumpe', { types: ['file'] }).map(({ title }) => title)).toEqual(['Handbuch'])
    expect(find('Wärmepumpe', { types: [] })).toEqual([])
  })

  test('knows the kind of what took the key of something that is gone', () => {
    const { index, find } = createFilled()
    const article = index.add({ title: 'Aufzug', text: 'Der Aufzug steht im Keller.', language: 'de' })
    expect(find('Aufzug Keller', { types: ['article'] })[0]?.title).toBe('Aufzug')
    index.remove(article)
    const note = index.add({
      type: 'note',
      title: 'Notiz',
      text: 'Der Aufzug steht im Keller.',
      language: 'de',
    })
    expect(find('Aufzug Keller', { types: ['note'] })[0]).toMatchObject({ chunkKey: note, type: 'note' })
    expect(find('Aufzug Keller', { types: ['article'] }).map(({ title }) => title)).not.toContain('Notiz')
  })

  test('takes whatever a person types', () => {
    const { find } = createFilled()
    const hostile = [
      '"',
      '" OR "',
      'NEAR(a b)',
      'title:x',
      '*',
      '-',
      '(',
      '\u0000',
      '\ud800',
      '日本語',
      '?'.repeat(9_000),
      'a b '.repeat(5_000),
      'AND OR NOT',
      "'; DROP TABLE chunks --",
    ]
    for (const text of hostile) expect(Array.isArray(find(text)), text).toBe(true)
  })
})
