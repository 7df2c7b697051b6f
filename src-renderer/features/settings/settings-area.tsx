/** Settings: sections at the left, and a box that finds any setting in any of them. */
import { Bell, Info, Keyboard, Palette, ScanSearch, Server, SlidersHorizontal, Users } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { AreaLayout } from '../../app/area-layout.tsx'
import { navigate, useAreaRoute } from '../../state/navigation.ts'
import { settingsSections, type SettingsSection } from '../../state/routes.ts'
import { SearchField } from '../../ui/index.ts'
import { findSettings } from './find-settings.ts'
import type { Setting } from './setting.ts'
import { useSettings } from './settings-list.tsx'
import './settings.css'

const icons: { readonly [Section in SettingsSection]: ReactNode } = {
  general: <SlidersHorizontal aria-hidden />,
  server: <Server aria-hidden />,
  search: <ScanSearch aria-hidden />,
  notifications: <Bell aria-hidden />,
  appearance: <Palette aria-hidden />,
  keyboard: <Keyboard aria-hidden />,
  people: <Users aria-hidden />,
  about: <Info aria-hidden />,
}

export function SettingsArea(): ReactNode {
  const route = useAreaRoute('settings')
  const [query, setQuery] = useState('')
  const section = route.section ?? 'general'
  return (
    <AreaLayout
      area="settings"
      list={<Sections section={section} query={query} onQueryChange={setQuery} />}
      detail={<SettingsPage section={section} query={query} />}
    />
  )
}

interface SectionsProps {
  readonly section: SettingsSection
  readonly query: string
  readonly onQueryChange: (query: string) => void
}

function Sections({ section, query, onQueryChange }: SectionsProps): ReactNode {
  const { t } = useTranslation('settings')
  return (
    <div className="settings-list">
      <h1>{t('title')}</h1>
      <SearchField label={t('search')} placeholder={t('search')} value={query} onChange={onQueryChange} />
      <nav aria-label={t('sections')}>
        <ul>
          {settingsSections.map((each) => (
            <li key={each}>
              <AriaButton
                className="settings-link"
                onPress={() => {
                  onQueryChange('')
                  navigate({ area: 'settings', section: each }, { replace: true })
                }}
                {...(query === '' && each === section ? { 'aria-current': 'page' } : {})}
              >
                {icons[each]}
                {t(`section.${each}`)}
              </AriaButton>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function SettingsPage({
  section,
  query,
}: {
  readonly section: SettingsSection
  readonly query: string
}): ReactNode {
  const { t } = useTranslation('settings')
  const all = useSettings()
  const found =
    query.trim() === '' ? all.filter((setting) => setting.section === section) : findSettings(all, query)
  const sections = settingsSections.filter((each) => found.some((setting) => setting.section === each))
  return (
    <div className="settings-page">
      {sections.map((each) => (
        <section key={each} aria-labelledby={`settings-${each}`}>
          <h2 id={`settings-${each}`}>{t(`section.${each}`)}</h2>
          {found
            .filter((setting) => setting.section === each)
            .map((setting) => (
              <SettingRow key={setting.id} setting={setting} />
            ))}
        </section>
      ))}
      {sections.length === 0 ? (
        <p className="settings-nothing" role="status">
          {t('nothing')}
        </p>
      ) : null}
    </div>
  )
}

function SettingRow({ setting }: { readonly setting: Setting }): ReactNode {
  return (
    <div className="setting" data-wide={setting.isWide}>
      <div className="setting-words">
        <h3>{setting.title}</h3>
        {setting.text === undefined ? null : <p>{setting.text}</p>}
      </div>
      <div className="setting-control">{setting.control}</div>
    </div>
  )
}
