/** Every setting there is, in the order of the pages. How to add one: features/settings/README.md. */
import { aboutSettings } from './about-settings.ts'
import { generalSettings } from './general-settings.ts'
import { notificationSettings } from './notification-settings.ts'
import { searchSettings } from './search-settings.ts'
import { serverSettings } from './server-settings.ts'
import type { SettingDefinition } from './setting-definition.ts'
import { supportSettings } from './support-settings.ts'

const all = [
  ...generalSettings,
  ...serverSettings,
  ...searchSettings,
  ...notificationSettings,
  ...supportSettings,
  ...aboutSettings,
] as const

type Defined = (typeof all)[number]
export type SettingId = Defined['id']
/** Those whose default the engine knows. */
export type EngineSettingId = Extract<Defined, { default: { engine: unknown } }>['id']

export type Setting = SettingDefinition & { readonly id: SettingId }
export const settings: readonly Setting[] = all

export function findSetting(id: string): Setting | undefined {
  return settings.find((setting) => setting.id === id)
}

export function isEngineSetting(setting: Setting): setting is Setting & { readonly id: EngineSettingId } {
  return setting.default !== null && 'engine' in setting.default
}
