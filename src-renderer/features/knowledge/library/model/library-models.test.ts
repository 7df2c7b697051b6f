import { describe, expect, test } from 'vitest'
import type { LibraryFileId, LibraryRootId } from '#shared/base/ids.ts'
import type { LibraryFile, LibraryRoot } from '#shared/contract/library.ts'
import { findBlock } from './find-block.ts'
import { libraryListRows, nameOfPath, stepFile } from './library-groups.ts'

const root = (key: string, kind: LibraryRoot['kind'], path: string): LibraryRoot => ({
  ...{ key: key as LibraryRootId, kind, path, state: 'ready' },
  ...{ files: 0, indexed: 0, waiting: 0, skipped: 0 },
})
const file = (key: string, rootId: string, name: string): LibraryFile => ({
  ...{
    key: key as LibraryFileId,
    rootId: rootId as LibraryRootId,
    name,
    folder: '',
    bytes: 1,
    modifiedAt: 1,
  },
  ...{ state: 'indexed', reason: null, partly: null },
})

describe('the list of files', () => {
  const roots = [
    root('a', 'folder', '/home/mara/Anlagen/'),
    root('b', 'file', '/x.md'),
    root('c', 'folder', '/c'),
  ]
  const files = [file('1', 'a', 'eins.md'), file('2', 'a', 'zwei.md'), file('3', 'b', 'x.md')]
  const rows = libraryListRows(roots, files)

  test('puts files below the folder they came with, and leaves empty folders out', () => {
    expect(rows.map((row) => (row.type === 'root' ? row.name : row.file.name))).toEqual([
      'Anlagen',
      'eins.md',
      'zwei.md',
      'x.md',
    ])
  })

  test('is gone through file by file', () => {
    expect(stepFile(rows, null, 1)?.key).toBe('1')
    expect(stepFile(rows, '2', 1)?.key).toBe('3')
    expect(stepFile(rows, '1', -1)).toBeNull()
  })

  test.each([
    ['C:\\Users\\Mara\\Pläne', 'Pläne'],
    ['/srv/文書/', '文書'],
    ['/', '/'],
  ])('calls %s %s', (path, name) => {
    expect(nameOfPath(path)).toBe(name)
  })
})

describe('a quotation', () => {
  const blocks = [
    { text: 'Router zurücksetzen' },
    { text: 'Ziehen Sie den\nStecker.' },
    { text: 'Warten Sie zehn Sekunden, bevor Sie ihn wieder einstecken.' },
  ]
  test.each([
    ['that stands in one block', ['Warten Sie  zehn Sekunden'], 2],
    ['over a line break', ['ziehen Sie den Stecker.'], 1],
    ['over several blocks', ['Router zurücksetzen Ziehen Sie den Stecker.'], 0],
    ['that is gone', ['Etwas ganz anderes steht hier.'], -1],
    ['of which only the second is there', ['Nicht da, gewiss nicht.', 'Warten Sie zehn'], 2],
    ['of nothing', ['  '], -1],
  ])('%s is found', (_, quotes, index) => {
    expect(findBlock(blocks, quotes)).toBe(index)
  })
})
