/** A file of settings that somebody brings: what is known is read, what is not is named, and nothing breaks. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxSettingsFile, readSettingsFile } from '../../src-main/shell/settings-file.ts'
import { settings } from '../../src-renderer/state/settings/definitions.ts'
import { portablePreferences, preferencesChange } from '../../src-shared/contract/preferences.ts'

const file = (preferences: unknown, more: object = {}) =>
  JSON.stringify({ format: 'outpost-settings', version: 1, preferences, ...more })

describe('a settings file', () => {
  test('brings what people choose', () => {
    const chosen = { language: 'de', theme: 'dark', shortcuts: { 'ticket.reply': 'x' }, keepInTray: false }
    expect(readSettingsFile(file(chosen))).toEqual({
      ok: true,
      value: { change: chosen, unknown: [], wrong: [] },
    })
    expect(readSettingsFile(`\uFEFF${file({})}`)).toMatchObject({ ok: true })
  })

  test('names what is not known, and what has a value that cannot be', () => {
    const result = readSettingsFile(
      file({ theme: 'sepia', density: 'compact', sound: 3, 'a\u0000\u202Eb': 1 }),
    )
    expect(result).toEqual({
      ok: true,
      value: { change: { density: 'compact' }, unknown: ['sound', 'a  b'], wrong: ['theme'] },
    })
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
        (any) => {
          const result = readSettingsFile(file(any))
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
