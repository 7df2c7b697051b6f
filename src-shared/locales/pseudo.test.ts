import { describe, expect, it } from 'vitest'
import { catalogues } from './index.ts'
import { isPseudoLocale, pseudoCatalogue, pseudoSentence } from './pseudo.ts'

describe('the pseudo locales', () => {
  it('change every letter and no variable, and add two fifths', () => {
    const long = pseudoSentence('{{count}} tickets from <b>Anna</b>', 'en-XA')
    expect(long).toContain('{{count}}')
    expect(long).toContain('<b>Åñña'.slice(0, 3))
    expect(long).toMatch(/^⟦.*⟧$/u)
    expect(long.replace(/\{\{.*?\}\}|<.*?>/g, '')).not.toMatch(/[A-Za-z]/)
    const text = 'Search everything that you may see'
    expect(pseudoSentence(text, 'en-XA').length).toBeGreaterThanOrEqual(Math.floor(text.length * 1.4))
  })

  it('turn each word round, and leave variables alone', () => {
    expect(pseudoSentence('Go to {{name}}', 'en-XB')).toBe('\u202eGo\u202c \u202eto\u202c {{name}}')
  })

  it('hold every sentence, in the same shape', () => {
    const made = pseudoCatalogue(catalogues.en, 'en-XA')
    expect(Object.keys(made.tickets.field)).toEqual(Object.keys(catalogues.en.tickets.field))
    expect(made.tickets.title).toMatch(/^⟦/)
  })

  it('are those two', () => {
    expect(['en-XA', 'en-XB', 'en', 'de', null, 1].map(isPseudoLocale)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
