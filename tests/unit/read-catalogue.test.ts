import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src-main/engine/search/models/catalogue.ts'
import { readCatalogue } from '../../src-main/engine/search/models/read-catalogue.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const model = { ...catalogue[0], id: 'another', name: 'Another' }

function written(content: unknown): string {
  const file = path.join(temporaryFolder(), 'models.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

describe('a file of models', () => {
  test('adds its models to those of the program', () => {
    expect(readCatalogue(written([model]))).toEqual([...catalogue, model])
  })

  test.each([
    ['no JSON', '[{'],
    ['no list', model],
    ['a model without check-sums', [{ ...model, files: [{ path: 'config.json', bytes: 3 }] }]],
    ['a model without files', [{ ...model, files: [] }]],
    ['a way out of the folder', [{ ...model, files: [{ ...model.files?.[0], path: '../../x' }] }]],
    ['an absolute path', [{ ...model, files: [{ ...model.files?.[0], path: '/etc/passwd' }] }]],
    ['an id that is a path', [{ ...model, id: '../x' }]],
    ['a repository with an address', [{ ...model, repository: 'https://example.org/x' }]],
  ])('counts for nothing with %s', (_what, content) => {
    expect(readCatalogue(written(content))).toBeNull()
  })

  test('counts for nothing where it is not there', () => {
    expect(readCatalogue(path.join(temporaryFolder(), 'none.json'))).toBeNull()
  })
})
