import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '#shared/contract/preferences.ts'
import { offerUndo, runCommand } from '../../state/commands.ts'
import { i18n } from '../../state/i18n.ts'
import { useMe, useWorkspace } from '../../state/people.ts'
import { getPreferences, setPreferences, usePreferences } from '../../state/preferences.ts'
import { Select, TextField } from '../../ui/index.ts'

const languages = ['system', 'en', 'de'] as const satisfies readonly Preferences['language'][]

export function LanguageSetting(): ReactNode {
  const { t } = useTranslation('settings')
  const language = usePreferences((preferences) => preferences.language)
  return (
    <Select<Preferences['language']>
      label={t('language.label')}
      isLabelHidden
      value={language}
      onChange={changeLanguage}
      options={languages.map((each) => ({ id: each, label: t(`language.${each}`) }))}
    />
  )
}

/** Said in the new language, with a way back for whoever cannot read it. */
function changeLanguage(language: Preferences['language']): void {
  const before = getPreferences().language
  if (language === before) return
  setPreferences({ language })
  offerUndo(i18n.t('settings:languageChanged'), () => setPreferences({ language: before }))
}

export function ProfileSetting(): ReactNode {
  const { t } = useTranslation('settings')
  const me = useMe()
  if (!me) return null
  return (
    <>
      <SavedField
        key={`name ${me.name}`}
        label={t('profile.name')}
        value={me.name}
        isRequired
        save={(name) => void runCommand('profile.update', { name })}
      />
      <SavedField
        key={`title ${me.title}`}
        label={t('profile.title')}
        value={me.title}
        save={(title) => void runCommand('profile.update', { title })}
      />
      <SavedField
        key={`email ${me.email}`}
        label={t('profile.email')}
        value={me.email}
        maxLength={254}
        save={(email) => void runCommand('profile.update', { email })}
      />
    </>
  )
}

export function WorkspaceNameSetting(): ReactNode {
  const { t } = useTranslation('settings')
  const workspace = useWorkspace()
  if (!workspace) return null
  return (
    <SavedField
      key={workspace.name}
      label={t('workspace.name')}
      isLabelHidden
      value={workspace.name}
      isRequired
      save={(name) => void runCommand('workspace.rename', { name })}
    />
  )
}

interface SavedFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: string
  readonly isRequired?: boolean
  readonly maxLength?: number
  readonly save: (value: string) => void
}

/** Saved by Enter and on leaving; Esc brings the old words back, and so does leaving it empty where it must not be. */
function SavedField({
  label,
  isLabelHidden,
  value,
  isRequired,
  maxLength = 100,
  save,
}: SavedFieldProps): ReactNode {
  const [text, setText] = useState(value)
  const commit = (): void => {
    const wanted = text.trim()
    if (wanted === '' && isRequired) setText(value)
    else if (wanted !== value) save(wanted)
  }
  return (
    <TextField
      label={label}
      {...(isLabelHidden === undefined ? {} : { isLabelHidden })}
      value={text}
      onChange={setText}
      onBlur={commit}
      maxLength={maxLength}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        else if (event.key === 'Escape' && text !== value) setText(value)
        else event.continuePropagation()
      }}
    />
  )
}
