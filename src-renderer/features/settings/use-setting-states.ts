import type { Preferences } from '#shared/contract/preferences.ts'
import { defaultPreferences, setPreferences, usePreferences } from '../../state/preferences.ts'
import { isEngineSetting, settings, type SettingId } from '../../state/settings/definitions.ts'
import { useEngineStates } from './engine-states.ts'
import { unchanged, type SettingState } from './setting-state.ts'

/** How every setting stands to its default, as it is now. */
export function useSettingStates(): ReadonlyMap<SettingId, SettingState> {
  const preferences = usePreferences()
  const engine = useEngineStates()
  return new Map(
    settings.map((setting) => {
      const { id, default: standard } = setting
      if (isEngineSetting(setting)) return [id, engine[setting.id]]
      if (standard && 'preference' in standard) return [id, preferenceState(preferences, standard.preference)]
      return [id, unchanged]
    }),
  )
}

function preferenceState(preferences: Preferences, key: keyof Preferences): SettingState {
  const now = preferences[key]
  const standard = defaultPreferences[key]
  return {
    isChanged: JSON.stringify(now) !== JSON.stringify(standard),
    reset() {
      setPreferences({ [key]: standard })
      return () => setPreferences({ [key]: now })
    },
  }
}
