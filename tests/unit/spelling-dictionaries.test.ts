/** The dictionaries in the repository are what the script makes of the packages, in the form that Chromium reads. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dictionaries, makeDictionary, spellingFolder } from '../../scripts/make-spelling.ts'
import { readHunspell } from '../../scripts/spelling/read-hunspell.ts'
import { writeBdic } from '../../scripts/spelling/write-bdic.ts'

describe.each(Object.entries(dictionaries))('the dictionary %s', (language, packageName) => {
  it('is the one of the package, and its licence lies beside it', () => {
    const made = makeDictionary(packageName)
    const kept = readFileSync(path.join(spellingFolder, `${language}.bdic`))
    expect(kept.equals(made.bdic)).toBe(true)
    expect(readFileSync(path.join(spellingFolder, `${language}.LICENSE.txt`), 'utf8')).toBe(made.licence)
  })
})

it('there are no others', () => {
  const names = readdirSync(spellingFolder).filter((name) => name.endsWith('.bdic'))
  expect(names.sort()).toEqual(Object.keys(dictionaries).map((language) => `${language}.bdic`))
})

describe('a dictionary as Chromium reads it', () => {
  const aff = [
    '# by somebody',
    'SET UTF-8',
    'SFX N Y 1',
    'SFX N 0 n/x .',
    'REP 1',
    'REP ph f',
    'COMPOUNDMIN 2',
  ].join('\n')
  const dic = '4\nKatze/N\nKater\nÜber/N\nKatze/x\n\tno word\n'

  it('is read with its comment, flags by number, and every word once', () => {
    const read = readHunspell(aff, dic)
    const utf8 = (text: string) => Buffer.from(text, 'latin1').toString('utf8')
    expect(read.comment).toBe('# by somebody')
    expect(read.flagSets).toEqual(['x', 'N'])
    expect(read.affixRules).toEqual(['SFX N Y 1', 'SFX N 0 n/1 .'])
    expect(read.replacements).toEqual([['ph', 'f']])
    expect(read.words.map(([word, sets]) => [utf8(word), sets])).toEqual([
      ['Kater', [0]],
      ['Katze', [2, 1]],
      ['Über', [2]],
    ])
  })

  it('has a checksum over all that follows the head, and every word in its trie', () => {
    const file = writeBdic(readHunspell(aff, dic))
    expect(file.subarray(0, 4).toString()).toBe('BDic')
    expect(file.subarray(16, 32)).toEqual(createHash('md5').update(file.subarray(32)).digest())
    expect(wordsIn(file)).toEqual(['Kater 0', 'Katze 2,1', 'Über 2'])
  })

  it('holds words that begin like others, and nodes of every size', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyzäöüß')
    const words = letters.flatMap((a) =>
      letters.flatMap((b) => [a + b, `${a + b}e`, ...letters.map((c) => a + b + c + a + b + c)]),
    )
    const made = wordsIn(writeBdic(readHunspell('SET UTF-8\nTRY e', `${words.length}\n${words.join('\n')}`)))
    const sorted = [...new Set(words)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(made).toEqual(sorted.map((word) => `${word} 0`))
  })

  it('is refused where the format cannot hold it', () => {
    expect(() => readHunspell('SET ISO8859-1', dic)).toThrow()
    expect(() => readHunspell('IGNORE ab', dic)).toThrow()
  })
})

/** Reads the trie back by the description of the format, apart from what wrote it. */
function wordsIn(file: Buffer): string[] {
  const found: string[] = []
  const read = (at: number, bytes: number[]): void => {
    const id = file[at] ?? 0
    if (id < 0x80) {
      let next = at + 2
      const rest: number[] = []
      if (id & 0x40) {
        while (file[next] !== 0) rest.push(file[next++] ?? 0)
        next += 1
      }
      const sets = [((id & 0x1f) << 8) | (file[at + 1] ?? 0)]
      if (id & 0x20) for (; file.readUInt16LE(next) !== 0xffff; next += 2) sets.push(file.readUInt16LE(next))
      found.push(`${Buffer.from([...bytes, ...rest]).toString('utf8')} ${sets.join(',')}`)
      return
    }
    const go = (byte: number, to: number): void => read(to, byte === 0 ? bytes : [...bytes, byte])
    if (id >= 0xe0) {
      const size = id < 0xf0 ? 2 : 3
      const count = id & 0xf
      for (let index = 0; index < count; index++) {
        const entry = at + 1 + index * size
        const offset = size === 2 ? (file[entry + 1] ?? 0) : file.readUInt16LE(entry + 1)
        go(file[entry] ?? 0, at + 1 + count * size + offset)
      }
      return
    }
    const size = id & 2 ? 4 : 2
    const target = (entry: number): number =>
      size === 4 ? file.readUInt32LE(entry) : file.readUInt16LE(entry) && at + file.readUInt16LE(entry)
    if (id & 1) go(0, target(at + 3))
    const table = at + 3 + (id & 1 ? size : 0)
    const count = file[at + 2] ?? 0
    for (let index = 0; index < count; index++) {
      const to = target(table + index * size)
      if (to !== 0) go((file[at + 1] ?? 0) + index, to)
    }
  }
  read(file.readUInt32LE(12), [])
  return found
}
