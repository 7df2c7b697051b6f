import type { SettingDefinition } from './setting-definition.ts'

export const searchSettings = [
  {
    id: 'index',
    section: 'search',
    name: 'models:index.title',
    text: 'models:index.text',
    words: 'settings:words.index',
    also: ['models:index.rebuild', 'models:index.pause'],
    default: { engine: 'settings:default.allIncluded' },
    isWide: true,
  },
  {
    id: 'models',
    section: 'search',
    name: 'models:models.title',
    text: 'models:models.text',
    words: 'settings:words.models',
    also: ['models:models.mirror'],
    default: { engine: 'settings:default.builtInModel' },
    isWide: true,
  },
  {
    id: 'providers',
    section: 'search',
    name: 'models:providers.title',
    text: 'models:providers.text',
    words: 'settings:words.providers',
    default: null,
    isWide: true,
  },
  {
    id: 'routing',
    section: 'search',
    name: 'models:routing.title',
    text: 'models:routing.text',
    words: 'settings:words.routing',
    default: { engine: 'settings:default.routing' },
    isWide: true,
  },
] as const satisfies readonly SettingDefinition[]
