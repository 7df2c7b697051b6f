/** Finds any setting: type, go through what was found with the arrows, Enter leads there. */
import { Search, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { findSetting, type SettingId } from '../../state/settings/definitions.ts'
import type { FoundSetting } from '../../state/settings/find-settings.ts'
import { sentence } from '../../state/settings/settings-search.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { Highlight } from '../../ui/index.ts'
import { sectionIcons } from './section-icons.tsx'

export interface SettingsSearchBoxProps {
  readonly query: string
  readonly onQueryChange: (query: string) => void
  readonly found: readonly FoundSetting<SettingId>[]
  /** Which of them the arrows are on. */
  readonly active: number
  readonly onActiveChange: (active: number) => void
  readonly onChoose: (id: SettingId) => void
}

const listId = 'settings-found'
const optionId = (id: SettingId): string => `settings-found-${id}`

export function SettingsSearchBox(props: SettingsSearchBoxProps): ReactNode {
  const { query, onQueryChange, found, active, onActiveChange, onChoose } = props
  const { t } = useTranslation(['settings', 'ui'])
  const input = useRef<HTMLInputElement>(null)
  const current = found[active]
  useShortcuts('app', [
    {
      action: 'settings.find',
      keys: 'Mod+F',
      label: t('find.action'),
      run: () => input.current?.select(),
    },
  ])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      onActiveChange((active + step + found.length) % found.length)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      onChoose(current.id)
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault()
      event.stopPropagation()
      onQueryChange('')
    }
  }
  return (
    <>
      <div className="ui-field ui-search">
        <div className="ui-input">
          <Search aria-hidden />
          <input
            ref={input}
            role="combobox"
            aria-label={t('search')}
            aria-expanded={found.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(current ? { 'aria-activedescendant': optionId(current.id) } : {})}
            placeholder={t('search')}
            value={query}
            maxLength={100}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onQueryChange(event.target.value)}
            onKeyDown={onKeyDown}
          />
          {query === '' ? null : (
            <AriaButton
              className="ui-icon-button ui-input-clear"
              data-size="small"
              data-variant="ghost"
              aria-label={t('find.show')}
              onPress={() => {
                onQueryChange('')
                input.current?.focus()
              }}
            >
              <X aria-hidden />
            </AriaButton>
          )}
        </div>
      </div>
      <div role="status" className="ui-visually-hidden">
        {query.trim() === ''
          ? null
          : found.length === 0
            ? t('nothing')
            : t('find.found', { count: found.length })}
      </div>
      {query.trim() !== '' && found.length === 0 ? (
        <p aria-hidden className="settings-nothing">
          {t('nothing')}
        </p>
      ) : null}
      <Found {...props} />
    </>
  )
}

function Found({ query, found, active, onActiveChange, onChoose }: SettingsSearchBoxProps): ReactNode {
  const { t } = useTranslation('settings')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, found])
  const words = query.split(/\s+/)
  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={t('find.results')}
      className="settings-found"
      hidden={found.length === 0}
    >
      {found.map(({ id, by }, index) => {
        const setting = findSetting(id)
        if (!setting) return null
        return (
          // the field has the keyboard: aria-activedescendant
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={id}
            id={optionId(id)}
            role="option"
            aria-selected={index === active}
            className="settings-found-row"
            onPointerMove={() => {
              if (index !== active) onActiveChange(index)
            }}
            onClick={() => onChoose(id)}
          >
            {sectionIcons[setting.section]}
            <span className="settings-found-words">
              <span className="ui-truncate" dir="auto">
                <Highlight text={sentence(setting.name)} words={words} />
              </span>
              <span className="settings-found-place ui-truncate" dir="auto">
                {sentence(`settings:section.${setting.section}`)}
                {by === null ? '' : ` · ${t('find.by', { word: by })}`}
              </span>
            </span>
          </div>
        )
      })}
    </div>
  )
}
