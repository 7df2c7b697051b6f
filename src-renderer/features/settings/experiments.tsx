/** What is not finished and can be switched by people: src-shared/flags has the list. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findFlag, flagNames, type FlagName } from '#shared/flags/flags.ts'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { appInfo } from '../../state/engine.ts'
import { getPreferences, setPreferences, usePreferences } from '../../state/preferences.ts'
import { Switch } from '../../ui/index.ts'
import './diagnostics/diagnostics.css'

export function ExperimentsSetting(): ReactNode {
  return (
    <ul className="experiments">
      {flagNames
        .filter((name) => findFlag(name).isForPeople)
        .map((name) => (
          <li key={name} className="experiment">
            <Experiment name={name} />
          </li>
        ))}
    </ul>
  )
}

function Experiment({ name }: { readonly name: FlagName }): ReactNode {
  const { t } = useTranslation('settings')
  const formats = useFormats()
  const { expires, on } = findFlag(name)
  const chosen = usePreferences((preferences) => preferences.flags[name])
  const standard = on[appInfo.channel]
  const isOn = chosen ?? standard
  const choose = (next: boolean): void => {
    const { [name]: _old, ...others } = getPreferences().flags
    setPreferences({ flags: next === standard ? others : { ...others, [name]: next } })
  }
  return (
    <>
      <Switch isSelected={isOn} onChange={choose}>
        {t(`experiments.flag.${name}.name`)}
      </Switch>
      <p>{t(`experiments.flag.${name}.text`)}</p>
      <p className="diagnostics-quiet">
        {t('experiments.decided', { date: formats.date(Date.parse(expires)) })}
        {isOn === appInfo.flags[name] ? null : ` · ${t('experiments.restart')}`}
      </p>
    </>
  )
}
