/** Every setting says what it is, what it does and what it is by itself, in both languages, and is found by what people type. */
import { describe, expect, test } from 'vitest'
import { createI18n } from '../../src-renderer/i18n/i18n.ts'
import { foldWords, isOneEditAway } from '../../src-renderer/state/settings/fold-words.ts'
import { settings, type SettingId } from '../../src-renderer/state/settings/definitions.ts'
import { createSettingFinder } from '../../src-renderer/state/settings/find-settings.ts'
import { searchableSettings, sentenceIn } from '../../src-renderer/state/settings/searchable.ts'
import { formatRoute, parseRoute, settingsSections } from '../../src-renderer/state/routes.ts'
import { defaultPreferences } from '../../src-shared/contract/preferences.ts'
import { languages } from '../../src-shared/locales/index.ts'

const i18n = createI18n({ language: 'en' })
const finders = {
  en: createSettingFinder(searchableSettings(settings, i18n, 'en')),
  de: createSettingFinder(searchableSettings(settings, i18n, 'de')),
}
const find = (query: string, language: 'en' | 'de' = 'en') => finders[language](query).map(({ id }) => id)

describe('the settings', () => {
  test('have ids of their own, each a place that a link leads to', () => {
    expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length)
    for (const { id, section } of settings) {
      const text = `settings/${section}/${id}`
      expect(parseRoute(text)).toEqual({ area: 'settings', section, setting: id })
      expect(formatRoute({ area: 'settings', section, setting: id })).toBe(text)
    }
  })

  test.each(languages)('say in "%s" what they are, what they do, and other words for it', (language) => {
    for (const setting of settings) {
      const [name, text, words] = [setting.name, setting.text, setting.words].map((key) =>
        sentenceIn(i18n, language, key),
      )
      expect(name, setting.id).toMatch(/^\p{Lu}[^{}]{1,60}$/u)
      // A sentence, with a verb's worth of words and a full stop.
      expect(text, setting.id).toMatch(/^\p{Lu}[^{}]{15,400}\.$/u)
      expect(words?.split(', ').length, setting.id).toBeGreaterThanOrEqual(2)
    }
  })

  test('are of sections that there are, and no section is empty', () => {
    const used = new Set(settings.map(({ section }) => section))
    expect([...used].sort()).toEqual([...settingsSections].sort())
  })

  test('of the preferences have words for their default', () => {
    for (const { id, default: standard } of settings) {
      if (!standard || !('preference' in standard)) continue
      const value = defaultPreferences[standard.preference]
      const key = typeof value === 'object' ? JSON.stringify(value) : String(value)
      expect(Object.keys(standard.values), id).toContain(key)
    }
  })

  test('that the person chooses are all among them', () => {
    const remembered = ['paneWidths', 'collapsedPanes', 'trayExplained', 'lastRoute', 'askWith', 'capture']
    const shown = settings.flatMap(({ default: standard }) =>
      standard && 'preference' in standard ? [standard.preference] : [],
    )
    expect([...shown, ...remembered].sort()).toEqual(Object.keys(defaultPreferences).sort())
  })
})

describe('a setting is found', () => {
  test.each(languages)('by its own name in "%s", before all others', (language) => {
    for (const { id, name } of settings) {
      const shown = sentenceIn(i18n, language, name)
      const same = settings.filter((each) => sentenceIn(i18n, language, each.name) === shown)
      expect(find(shown, language).slice(0, same.length), `${language}: ${shown}`).toContain(id)
    }
  })

  test.each(languages)('by every other word for it, whichever language is shown: "%s"', (language) => {
    for (const { id, words } of settings) {
      for (const other of languages) {
        for (const word of sentenceIn(i18n, other, words).split(', '))
          expect(find(word, language), `${language}: ${word}`).toContain(id)
      }
    }
  })

  test.each<[string, SettingId]>([
    ['dark', 'theme'],
    ['Dunkelmodus', 'theme'],
    ['dunkel', 'theme'],
    ['FARBSCHEMA', 'theme'],
    ['farbshema', 'theme'],
    ['thmee', 'theme'],
    ['hoher kontrast', 'theme'],
    ['kontrast', 'theme'],
    ['autostart', 'start-at-log-in'],
    ['nicht stören', 'notify-rest'],
    ['nicht stoeren', 'notify-rest'],
    ['nicht storen', 'notify-rest'],
    ['schluesselbund', 'secrets'],
    ['großzügig', 'density'],
    ['GROSSZUEGIG', 'density'],
    ['tastenkürzl', 'keyboard'],
    ['shortcuts', 'keyboard'],
    ['passwrot', 'password'],
    ['zwischenspei', 'files'],
    ['ollama', 'providers'],
    ['datenschutz', 'routing'],
    ['wochenende', 'notify-schedule'],
    ['sprache', 'language'],
    ['langauge', 'language'],
  ])('by "%s": %s', (query, id) => {
    expect(find(query, 'en')[0] === id || find(query, 'en').slice(0, 3).includes(id)).toBe(true)
    expect(find(query, 'de').slice(0, 3)).toContain(id)
  })

  test('by all of several words only, in any order', () => {
    expect(find('tray close')).toEqual(['keep-in-tray'])
    expect(find('close tray')).toEqual(['keep-in-tray'])
    expect(find('close tray zebra')).toEqual([])
  })

  test('and says by which word, where it is not on the screen', () => {
    expect(finders.en('dunkelmodus')).toEqual([{ id: 'theme', by: 'Dunkelmodus' }])
    expect(finders.en('theme')[0]).toEqual({ id: 'theme', by: null })
  })

  test('by the words of its section', () => {
    expect(find('notifications').length).toBeGreaterThanOrEqual(8)
  })

  test.each(['', '   ', '!!!', '%_*', '\u0000', '\ud800', '👩‍👩‍👧', 'x'.repeat(5_000), '('])(
    'by nothing for %j, and nothing breaks',
    (query) => {
      expect(find(query)).toEqual([])
    },
  )

  test('with one wrong letter only where nothing is right', () => {
    // "team" is a word for the workspace; "theme" is one letter away.
    expect(find('team')).not.toContain('theme')
    expect(find('xyzzyq')).toEqual([])
  })
})

describe('one wrong letter', () => {
  test.each([
    ['theme', 'theme', true],
    ['theme', 'thme', true],
    ['theme', 'tehme', true],
    ['theme', 'thema', true],
    ['theme', 'thames', false],
    ['', 'a', true],
    ['', 'ab', false],
    ['ab', 'ba', true],
    ['abcd', 'badc', false],
  ])('between "%s" and "%s" is %s', (a, b, is) => {
    expect(isOneEditAway(a, b)).toBe(is)
    expect(isOneEditAway(b, a)).toBe(is)
  })

  test('words are small, without accents, and as they are typed without umlauts', () => {
    expect(foldWords('Größe, Café-Öl')).toEqual(['grosse', 'groesse', 'cafe', 'ol', 'oel'])
  })
})
