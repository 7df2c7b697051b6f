/** One setting: what it is and does, what it is without anybody's doing, and what it is set by. */
import { RotateCcw } from 'lucide-react'
import { memo, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { offerUndo } from '../../state/commands.ts'
import { defaultPreferences } from '../../state/preferences.ts'
import type { Setting, SettingId } from '../../state/settings/definitions.ts'
import { sentence } from '../../state/settings/settings-search.ts'
import { setUi, useUi } from '../../state/ui.ts'
import { Button, Highlight } from '../../ui/index.ts'
import { settingControls } from './controls.ts'
import { focusControl } from './focus-control.ts'
import type { SettingState } from './setting-state.ts'

export interface SettingRowProps {
  readonly setting: Setting
  readonly state: SettingState
  /** Words to mark. */
  readonly words: readonly string[]
  /** The place that somebody was led to. */
  readonly isMarked: boolean
}

export function SettingRow({ setting, state, words, isMarked }: SettingRowProps): ReactNode {
  const { id, isWide = false } = setting
  const row = useRef<HTMLDivElement>(null)
  useScrollTo(row, isMarked)
  useFocus(row, id)
  return (
    <div
      ref={row}
      className="setting"
      role="group"
      aria-labelledby={`setting-${id}`}
      data-setting={id}
      data-wide={isWide}
      data-marked={isMarked}
      data-changed={state.isChanged}
    >
      <div className="setting-words">
        <h3 id={`setting-${id}`} tabIndex={-1}>
          <Highlight text={sentence(setting.name)} words={words} />
        </h3>
        <p>
          <Highlight text={sentence(setting.text)} words={words} />
        </p>
        <Standard setting={setting} state={state} />
      </div>
      <div className="setting-control">
        <Control id={id} />
      </div>
    </div>
  )
}

/** Drawn again by what it shows only, not with each key of a search. */
const Control = memo(function Control({ id }: { readonly id: SettingId }): ReactNode {
  const Setting = settingControls[id]
  return <Setting />
})

function Standard({ setting, state }: Pick<SettingRowProps, 'setting' | 'state'>): ReactNode {
  const { t } = useTranslation('settings')
  const value = useDefaultWords(setting)
  if (value === null) return null
  const reset = (): void => {
    offerUndo(t('default.wasReset', { setting: sentence(setting.name) }), state.reset())
  }
  return (
    <div className="setting-default">
      <span>{t('default.label', { value })}</span>
      {state.isChanged ? (
        <>
          <span className="setting-changed">{t('default.changed')}</span>
          <Button
            variant="ghost"
            size="small"
            icon={<RotateCcw aria-hidden />}
            aria-label={t('default.reset', { setting: sentence(setting.name) })}
            onPress={reset}
          >
            {t('default.resetShort')}
          </Button>
        </>
      ) : null}
    </div>
  )
}

function useDefaultWords({ default: standard }: Setting): string | null {
  const formats = useFormats()
  if (standard === null) return null
  if ('engine' in standard) {
    return typeof standard.engine === 'string'
      ? sentence(standard.engine)
      : formats.bytes(standard.engine.bytes)
  }
  const value = defaultPreferences[standard.preference]
  const key = standard.values[typeof value === 'object' ? JSON.stringify(value) : String(value)]
  return key === undefined ? null : sentence(key)
}

function useScrollTo(row: RefObject<HTMLElement | null>, isMarked: boolean): void {
  useEffect(() => {
    // Those that a search shows are near each other: no more movement than is needed.
    if (isMarked) row.current?.scrollIntoView({ block: 'nearest' })
  }, [row, isMarked])
}

/** Takes the keyboard where somebody asked for this setting, once. */
function useFocus(row: RefObject<HTMLElement | null>, id: SettingId): void {
  const isWanted = useUi((ui) => ui.settingToFocus === id)
  useEffect(() => {
    if (!isWanted || !row.current) return undefined
    row.current.scrollIntoView({ block: 'center' })
    return focusControl(row.current, () => setUi({ settingToFocus: null }))
  }, [row, isWanted])
}
