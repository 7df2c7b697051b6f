/** Settings: sections at the left under a box that finds any setting in any of them; the settings themselves at the right. */
import { RotateCcw, SearchX } from 'lucide-react'
import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { AreaLayout } from '../../app/area-layout.tsx'
import { offerUndo } from '../../state/commands.ts'
import { navigate, useAreaRoute } from '../../state/navigation.ts'
import { settingsSections, type RouteOf, type SettingsSection } from '../../state/routes.ts'
import { findSetting, settings, type Setting, type SettingId } from '../../state/settings/definitions.ts'
import type { FoundSetting } from '../../state/settings/find-settings.ts'
import { createSearch, openSetting } from '../../state/settings/settings-search.ts'
import { knownShortcuts, onShortcutsKnown } from '../../state/shortcuts.ts'
import { useHasServer } from '../../state/sync.ts'
import { Button, EmptyState, Switch } from '../../ui/index.ts'
import { sectionIcons } from './section-icons.tsx'
import { SettingRow } from './setting-row.tsx'
import { unchanged, type SettingState } from './setting-state.ts'
import { SettingsSearchBox } from './settings-search-box.tsx'
import { useSettingStates } from './use-setting-states.ts'
import './settings.css'

type States = ReadonlyMap<SettingId, SettingState>

export function SettingsArea(): ReactNode {
  const route = useAreaRoute('settings')
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const [isChangedOnly, setChangedOnly] = useState(false)
  const search = useSearch()
  const states = useSettingStates()
  const found = useMemo(() => search(query), [search, query])
  const isSearching = query.trim() !== ''
  const there = useSettingsThere()
  const changed = there.filter(({ id }) => states.get(id)?.isChanged)

  const ask = (next: string): void => {
    setQuery(next)
    setActive(0)
    setChangedOnly(false)
  }
  const shown = isSearching
    ? found.flatMap(({ id }) => findSetting(id) ?? [])
    : isChangedOnly
      ? changed
      : there.filter(({ section }) => section === (route.section ?? 'general'))
  return (
    <AreaLayout
      area="settings"
      list={
        <div className="settings-list">
          <h1>{useTranslation('settings').t('title')}</h1>
          <SettingsSearchBox
            query={query}
            onQueryChange={ask}
            found={found}
            active={Math.min(active, found.length - 1)}
            onActiveChange={setActive}
            onChoose={(id) => {
              ask('')
              openSetting(id)
            }}
          />
          <Sections
            current={isSearching || isChangedOnly ? null : (route.section ?? 'general')}
            isHidden={found.length > 0}
            onChoose={(section) => {
              ask('')
              navigate({ area: 'settings', section }, { replace: true })
            }}
          />
          {isSearching || (changed.length === 0 && !isChangedOnly) ? null : (
            <ChangedOnly
              count={changed.length}
              isOn={isChangedOnly}
              onChange={(isOn) => {
                setChangedOnly(isOn)
                // In a narrow window the page takes the place of this list.
                if (isOn)
                  navigate({ area: 'settings', section: route.section ?? 'general' }, { replace: true })
              }}
            />
          )}
        </div>
      }
      detail={
        <SettingsPage
          key={isSearching ? 'found' : isChangedOnly ? 'changed' : route.section}
          shown={shown}
          states={states}
          query={query}
          marked={markedSetting(isSearching, found[active], route)}
          canResetAll={!isSearching}
          onShowAll={() => {
            ask('')
            setChangedOnly(false)
          }}
        />
      }
    />
  )
}

function markedSetting(
  isSearching: boolean,
  active: FoundSetting<SettingId> | undefined,
  route: RouteOf<'settings'>,
): string | null {
  return isSearching ? (active?.id ?? null) : (route.setting ?? null)
}

function useSettingsThere(): readonly Setting[] {
  const hasServer = useHasServer()
  return useMemo(() => settings.filter(({ needsServer = false }) => hasServer || !needsServer), [hasServer])
}

/** Made anew where the language or the keys change. */
function useSearch(): ReturnType<typeof createSearch> {
  const { i18n } = useTranslation()
  const { language } = i18n
  const there = useSettingsThere()
  const shortcuts = useSyncExternalStore(onShortcutsKnown, () => knownShortcuts().length)
  return useMemo(
    () =>
      createSearch((setting) => there.includes(setting), {
        keyboard: knownShortcuts().map(({ label }) => label),
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words come from outside, in the language and by the keys of now
    [there, language, shortcuts],
  )
}

interface SectionsProps {
  readonly current: SettingsSection | null
  readonly isHidden: boolean
  readonly onChoose: (section: SettingsSection) => void
}

function Sections({ current, isHidden, onChoose }: SectionsProps): ReactNode {
  const { t } = useTranslation('settings')
  return (
    <nav aria-label={t('sections')} hidden={isHidden}>
      <ul>
        {settingsSections.map((each) => (
          <li key={each}>
            <AriaButton
              className="settings-link"
              onPress={() => onChoose(each)}
              {...(each === current ? { 'aria-current': 'page' } : {})}
            >
              {sectionIcons[each]}
              {t(`section.${each}`)}
            </AriaButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ChangedOnly({
  count,
  isOn,
  onChange,
}: {
  readonly count: number
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}): ReactNode {
  const { t } = useTranslation('settings')
  return (
    <Switch className="settings-changed-only" isSelected={isOn} onChange={onChange}>
      {t('changedOnly', { count })}
    </Switch>
  )
}

interface SettingsPageProps {
  readonly shown: readonly Setting[]
  readonly states: States
  readonly query: string
  readonly marked: string | null
  /** A page of a section, not a mix of what was found. */
  readonly canResetAll: boolean
  readonly onShowAll: () => void
}

function SettingsPage({
  shown,
  states,
  query,
  marked,
  canResetAll,
  onShowAll,
}: SettingsPageProps): ReactNode {
  const { t } = useTranslation('settings')
  // In the order of what was found, the best first.
  const sections = [...new Set(shown.map(({ section }) => section))]
  const words = query.split(/\s+/)
  return (
    <div className="settings-page">
      {sections.map((each) => {
        const inSection = shown.filter(({ section }) => section === each)
        return (
          <section key={each}>
            <div className="settings-head">
              <h2>{t(`section.${each}`)}</h2>
              {canResetAll ? <ResetSection settings={inSection} states={states} /> : null}
            </div>
            {inSection.map((setting) => (
              <SettingRow
                key={setting.id}
                setting={setting}
                state={states.get(setting.id) ?? unchanged}
                words={words}
                isMarked={setting.id === marked}
              />
            ))}
          </section>
        )
      })}
      {sections.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t('nothing')}
          text={t('find.nothingText')}
          action={<Button onPress={onShowAll}>{t('find.show')}</Button>}
        />
      ) : null}
    </div>
  )
}

/** Worth a button of its own where more than one is changed. */
function ResetSection({
  settings: all,
  states,
}: {
  readonly settings: readonly Setting[]
  readonly states: States
}): ReactNode {
  const { t } = useTranslation('settings')
  const changed = all.flatMap(({ id }) => states.get(id) ?? []).filter(({ isChanged }) => isChanged)
  if (changed.length < 2) return null
  const reset = (): void => {
    const undo = changed.map((state) => state.reset())
    offerUndo(t('default.sectionWasReset', { count: changed.length }), () => undo.forEach((each) => each()))
  }
  return (
    <Button size="small" icon={<RotateCcw aria-hidden />} onPress={reset}>
      {t('default.resetSection')}
    </Button>
  )
}
