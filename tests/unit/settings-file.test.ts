/** A file of settings that somebody brings: what is known is read, what is not is named, and nothing breaks. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxSettingsFile, readSettingsFile } from '../../src-main/shell/settings-file.ts'
import { isOwnWord, maxOwnWords, maxWordBytes } from '../../src-shared/base/own-word.ts'
import { settings } from '../../src-renderer/state/settings/definitions.ts'
import { portablePreferences, preferencesChange } from '../../src-shared/contract/preferences.ts'

const file = (preferences: unknown, more: object = {}) =>
  JSON.stringify({ format: 'outpost-settings', version: 1, preferences, ...more })

describe('a settings file', () => {
  test('brings what people choose', () => {
    const chosen = { language: 'de', theme: 'dark', shortcuts: { 'ticket.reply': 'x' }, keepInTray: false }
    expect(readSettingsFile(file(chosen))).toEqual({
      ok: true,
      value: { change: chosen, words: [], unknown: [], wrong: [] },
    })
    expect(readSettingsFile(`\uFEFF${file({})}`)).toMatchObject({ ok: true })
  })

  test('names what is not known, and what has a value that cannot be', () => {
    const result = readSettingsFile(
      file({ theme: 'sepia', density: 'compact', sound: 3, 'a\u0000\u202Eb': 1 }),
    )
    expect(result).toEqual({
      ok: true,
      value: { change: { density: 'compact' }, words: [], unknown: ['sound', 'a  b'], wrong: ['theme'] },
    })
  })

  test('brings own words, whole or not at all', () => {
    const words = (given: unknown) => {
      const result = readSettingsFile(file({ theme: 'dark' }, { words: given }))
      return result.ok ? [result.value.words, result.value.wrong] : result.error
    }
    expect(words(['Outpöstler', 'naïve', 'Outpöstler'])).toEqual([['Outpöstler', 'naïve'], []])
    expect(words([])).toEqual([[], []])
    const many = Array.from({ length: maxOwnWords }, (_, index) => `${'w'.repeat(maxWordBytes - 5)}${index}`)
    expect(words(many)).toEqual([many, []])
    for (const wrong of [
      ...[null, {}, 'Wort', [5], [''], ['zwei Wörter'], ['a\u0000'], ['\ud800'], ['ü'.repeat(50)]],
      [...many, 'one'],
    ])
      expect(words(wrong)).toEqual([[], ['words']])
  })

  test('brings neither places nor what somebody has seen, and nothing by way of a prototype', () => {
    const text = `{"format":"outpost-settings","version":1,"preferences":{"lastRoute":"chat","trayExplained":true,"askWith":"x","__proto__":{"theme":"dark"},"constructor":1}}`
    const result = readSettingsFile(text)
    expect(result).toMatchObject({ ok: true, value: { change: {} } })
    expect(({} as { theme?: string }).theme).toBeUndefined()
  })

  test.each([
    ['', 'not-settings'],
    ['{', 'not-settings'],
    ['null', 'not-settings'],
    ['[]', 'not-settings'],
    ['{"format":"other","version":1,"preferences":{}}', 'not-settings'],
    [JSON.stringify({ format: 'outpost-settings', version: 2, preferences: {} }), 'newer'],
    [file([]), 'not-settings'],
    [file({ x: 'y'.repeat(maxSettingsFile) }), 'too-large'],
  ])('that is %j is refused as %s', (text, error) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, error })
  })

  test('of anything at all never throws, and never brings what the preferences refuse', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom(...portablePreferences), fc.string()), fc.jsonValue()),
        fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        (any, words) => {
          const result = readSettingsFile(file(any, { words }))
          if (result.ok) expect(result.value.words.every(isOwnWord)).toBe(true)
          if (result.ok) expect(preferencesChange.safeParse(result.value.change).success).toBe(true)
        },
      ),
    )
  })

  test('takes along exactly the settings that the pages show of this device', () => {
    const shown = settings.flatMap(({ default: standard }) =>
      standard && 'preference' in standard ? [standard.preference] : [],
    )
    expect([...portablePreferences].sort()).toEqual(shown.sort())
  })
})
