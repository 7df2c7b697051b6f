/** Spelling: whether it is checked, and by which of the dictionaries that come with the program. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpellLanguage } from '#shared/contract/preferences.ts'
import { appInfo } from '../../state/engine.ts'
import { setPreferences, usePreferences } from '../../state/preferences.ts'
import { Checkbox, Switch } from '../../ui/index.ts'

const languages = ['de', 'en-GB', 'en-US'] as const satisfies readonly SpellLanguage[]

export function SpellingSetting(): ReactNode {
  const { t } = useTranslation('settings')
  const isOn = usePreferences((preferences) => preferences.spellCheck)
  return (
    <Switch isSelected={isOn} onChange={(spellCheck) => setPreferences({ spellCheck })}>
      {t('spelling.on')}
    </Switch>
  )
}

export function SpellingLanguagesSetting(): ReactNode {
  const { t } = useTranslation('settings')
  const isOn = usePreferences((preferences) => preferences.spellCheck)
  const chosen = usePreferences((preferences) => preferences.spellLanguages)
  if (appInfo.platform === 'darwin') return <p>{t('spelling.bySystem')}</p>
  return (
    <div role="group" className="settings-choices" aria-label={t('spelling.languages')}>
      {languages.map((language) => (
        <Checkbox
          key={language}
          isSelected={chosen.includes(language)}
          isDisabled={!isOn}
          onChange={(isChosen) =>
            // In the order of the list, so that the same choice is always the same value.
            setPreferences({
              spellLanguages: languages.filter((each) =>
                each === language ? isChosen : chosen.includes(each),
              ),
            })
          }
        >
          {t(`spelling.${language}`)}
        </Checkbox>
      ))}
    </div>
  )
}
