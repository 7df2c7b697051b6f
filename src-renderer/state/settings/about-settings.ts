import type { SettingDefinition } from './setting-definition.ts'

export const aboutSettings = [
  {
    id: 'version',
    section: 'about',
    name: 'settings:about.version',
    text: 'settings:about.versionText',
    words: 'settings:words.version',
    default: null,
  },
  {
    id: 'folder',
    section: 'about',
    name: 'settings:about.dataFolder',
    text: 'settings:about.dataFolderText',
    words: 'settings:words.folder',
    also: ['settings:about.size'],
    default: null,
  },
  {
    id: 'licence',
    section: 'about',
    name: 'settings:about.licence',
    text: 'settings:about.licencePurpose',
    words: 'settings:words.licence',
    also: ['settings:about.thirdParty'],
    default: null,
  },
] as const satisfies readonly SettingDefinition[]
