import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogues, languages, pickLanguage } from './index.ts'

type Tree = { readonly [key: string]: string | Tree }

/** Every sentence with its path, so that two catalogues can be compared. */
function flatten(tree: Tree, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix}.${key}` : key
    if (typeof value === 'string') flat.set(path, value)
    else for (const [inner, sentence] of flatten(value, path)) flat.set(inner, sentence)
  }
  return flat
}

function variablesOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1] ?? '').sort()
}

const english = flatten(catalogues.en)

describe('the catalogues', () => {
  it.each(languages)('%s exports every file in its folder', (language) => {
    const files = readdirSync(new URL(`./${language}/`, import.meta.url)).map((file) =>
      file.replace(/\.json$/, ''),
    )
    expect(Object.keys(catalogues[language]).sort()).toEqual(files.sort())
  })

  it.each(languages)('%s has no empty sentence', (language) => {
    const empty = [...flatten(catalogues[language])].filter(([, sentence]) => sentence.trim() === '')
    expect(empty).toEqual([])
  })

  it.each(languages)('%s has the same keys as English', (language) => {
    expect([...flatten(catalogues[language]).keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each(languages)('%s uses the same variables as English', (language) => {
    const differing = [...flatten(catalogues[language])].filter(
      ([key, sentence]) => variablesOf(sentence).join() !== variablesOf(english.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it.each(languages)('%s has both plural forms wherever it has one', (language) => {
    const keys = [...flatten(catalogues[language]).keys()]
    const lonely = keys.filter((key) => {
      if (key.endsWith('_one')) return !keys.includes(key.replace(/_one$/, '_other'))
      return key.endsWith('_other') && !keys.includes(key.replace(/_other$/, '_one'))
    })
    expect(lonely).toEqual([])
  })

  it('address people formally in German', () => {
    const informal = [...flatten(catalogues.de)].filter(([, text]) => /\b(du|dein\w*|dich|dir)\b/i.test(text))
    expect(informal).toEqual([])
  })
})

describe('pickLanguage', () => {
  it('takes the first language that there is a catalogue for', () => {
    expect(pickLanguage(['fr-FR', 'de-AT', 'en-GB'])).toBe('de')
    expect(pickLanguage(['en-US'])).toBe('en')
  })

  it('falls back to English', () => {
    expect(pickLanguage(['fr', 'den'])).toBe('en')
    expect(pickLanguage([])).toBe('en')
  })
})
