import type { SettingDefinition } from './setting-definition.ts'

export const generalSettings = [
  {
    id: 'language',
    section: 'general',
    name: 'settings:language.label',
    text: 'settings:language.text',
    words: 'settings:words.language',
    default: {
      preference: 'language',
      values: {
        system: 'settings:language.system',
        en: 'settings:language.en',
        de: 'settings:language.de',
      },
    },
  },
  {
    id: 'profile',
    section: 'general',
    name: 'settings:profile.heading',
    text: 'settings:profile.text',
    words: 'settings:words.profile',
    also: ['settings:profile.name', 'settings:profile.email', 'settings:profile.title'],
    default: null,
  },
  {
    id: 'workspace',
    section: 'general',
    name: 'settings:workspace.name',
    text: 'settings:workspace.text',
    words: 'settings:words.workspace',
    default: null,
  },
  {
    id: 'settings-file',
    section: 'general',
    name: 'settings:file.title',
    text: 'settings:file.text',
    words: 'settings:words.settingsFile',
    default: null,
  },
  {
    id: 'theme',
    section: 'appearance',
    name: 'settings:theme.label',
    text: 'settings:theme.text',
    words: 'settings:words.theme',
    default: {
      preference: 'theme',
      values: {
        system: 'settings:theme.system',
        light: 'settings:theme.light',
        dark: 'settings:theme.dark',
        'high-contrast': 'settings:theme.high-contrast',
      },
    },
  },
  {
    id: 'density',
    section: 'appearance',
    name: 'settings:density.label',
    text: 'settings:density.text',
    words: 'settings:words.density',
    default: {
      preference: 'density',
      values: { compact: 'settings:density.compact', comfortable: 'settings:density.comfortable' },
    },
  },
  {
    id: 'preview',
    section: 'appearance',
    name: 'settings:preview.label',
    text: 'settings:preview.text',
    words: 'settings:words.preview',
    default: null,
    isWide: true,
  },
  {
    id: 'keyboard',
    section: 'keyboard',
    name: 'settings:keyboard.title',
    text: 'settings:keyboard.text',
    words: 'settings:words.keyboard',
    default: { preference: 'shortcuts', values: { '{}': 'settings:default.keys' } },
    isWide: true,
  },
] as const satisfies readonly SettingDefinition[]
