/** What is in the folders is what the program has. What is in the sentences: `npm run locales:check`. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogues, languages, pickLanguage } from './index.ts'

describe('the catalogues', () => {
  it('are those of all folders', () => {
    const folders = readdirSync(new URL('./', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect([...languages].sort()).toEqual(folders.sort())
  })

  it.each(languages)('%s exports every file in its folder', (language) => {
    const files = readdirSync(new URL(`./${language}/`, import.meta.url)).map((file) =>
      file.replace(/\.json$/, ''),
    )
    expect(Object.keys(catalogues[language]).sort()).toEqual(files.sort())
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
