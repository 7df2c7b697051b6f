import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '#shared/contract/preferences.ts'
import { setPreferences, usePreferences } from '../../state/preferences.ts'
import { Avatar, Button, PriorityIcon, SegmentedControl, Select, StateBadge } from '../../ui/index.ts'

const themes = ['system', 'light', 'dark', 'high-contrast'] as const satisfies readonly Preferences['theme'][]
const densities = ['compact', 'comfortable'] as const satisfies readonly Preferences['density'][]

export function ThemeSetting(): ReactNode {
  const { t } = useTranslation('settings')
  const theme = usePreferences((preferences) => preferences.theme)
  return (
    <Select<Preferences['theme']>
      label={t('theme.label')}
      isLabelHidden
      value={theme}
      onChange={(chosen) => setPreferences({ theme: chosen })}
      options={themes.map((each) => ({ id: each, label: t(`theme.${each}`) }))}
    />
  )
}

export function DensitySetting(): ReactNode {
  const { t } = useTranslation('settings')
  const density = usePreferences((preferences) => preferences.density)
  return (
    <SegmentedControl<Preferences['density']>
      label={t('density.label')}
      isLabelHidden
      value={density}
      onChange={(chosen) => setPreferences({ density: chosen })}
      options={densities.map((each) => ({ id: each, label: t(`density.${each}`) }))}
    />
  )
}

/** A few rows as they look with what was chosen: the real thing, so it is always true. */
export function Preview(): ReactNode {
  const { t } = useTranslation(['settings', 'common'])
  const rows = [
    { title: t('preview.title'), state: 'open', priority: 'urgent', person: 'Anna Weber' },
    { title: t('preview.second'), state: 'pending', priority: 'high', person: 'Jan de Vries' },
    { title: t('preview.third'), state: 'new', priority: 'normal', person: 'Mia Okafor' },
  ] as const
  return (
    <div className="settings-preview" aria-label={t('preview.label')} role="img">
      {rows.map((row, index) => (
        <div key={row.title} className="settings-preview-row" data-selected={index === 0}>
          <StateBadge state={row.state} isIconOnly />
          <span className="settings-preview-title">{row.title}</span>
          <span className="settings-preview-customer">{t('preview.customer')}</span>
          <PriorityIcon priority={row.priority} />
          <Avatar name={row.person} size="small" />
        </div>
      ))}
      <div className="settings-preview-foot" inert>
        <Button variant="primary">{t('common:action.send')}</Button>
        <Button>{t('common:action.cancel')}</Button>
      </div>
    </div>
  )
}
