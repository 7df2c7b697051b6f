/** The first minute: begin by yourself, or join a team. Language and theme are chosen right here. */
import { ArrowLeft, HardDrive, Keyboard, WifiOff } from 'lucide-react'
import { useState, type SubmitEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '#shared/contract/preferences.ts'
import { runCommand } from '../state/commands.ts'
import { currentLanguage } from '../state/i18n.ts'
import { navigate } from '../state/navigation.ts'
import { setPreferences, usePreferences } from '../state/preferences.ts'
import { forgetWorkspace, openWorkspace, useWorkspaces } from '../state/workspaces.ts'
import { Button, Kbd, SegmentedControl, TextField } from '../ui/index.ts'
import { JoinTeam } from './join-team.tsx'
import { Mark } from './mark.tsx'
import './first-run.css'

export function FirstRun(): ReactNode {
  const { t } = useTranslation()
  return (
    <main className="first-run">
      <div className="first-run-card">
        <WayBack />
        <header className="first-run-head">
          <Mark />
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.text')}</p>
        </header>
        <Looks />
        <div className="first-run-ways">
          <StartAlone />
          <JoinTeam />
        </div>
        <ul className="first-run-facts">
          <li>
            <HardDrive aria-hidden /> {t('welcome.device')}
          </li>
          <li>
            <WifiOff aria-hidden /> {t('welcome.offline')}
          </li>
          <li>
            <Keyboard aria-hidden />
            <span>
              {t('welcome.keyboard')} <Kbd keys="Mod+K" />
            </span>
          </li>
        </ul>
      </div>
    </main>
  )
}

function StartAlone(): ReactNode {
  const { t } = useTranslation()
  const [personName, setPersonName] = useState('')
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isComplete = personName.trim() !== '' && name.trim() !== ''

  const create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!isComplete || isBusy) return
    setBusy(true)
    const result = await runCommand('workspace.create', {
      name,
      personName,
      channelName: t('welcome.channel'),
      queueName: t('welcome.queue'),
    })
    setBusy(false)
    if (result.ok) navigate({ area: 'inbox' }, { replace: true })
  }

  return (
    <form className="first-run-way" onSubmit={create} aria-labelledby="first-run-alone">
      <h2 id="first-run-alone">{t('welcome.alone')}</h2>
      <p>{t('welcome.aloneText')}</p>
      <TextField
        label={t('welcome.yourName')}
        placeholder={t('welcome.yourNamePlaceholder')}
        value={personName}
        onChange={setPersonName}
        maxLength={100}
        autoComplete="name"
        autoFocus
      />
      <TextField
        label={t('welcome.workspaceName')}
        placeholder={t('welcome.workspacePlaceholder')}
        description={t('welcome.workspaceHint')}
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="organization"
      />
      <Button type="submit" variant="primary" size="large" isDisabled={!isComplete || isBusy}>
        {t('welcome.create')}
      </Button>
    </form>
  )
}

/** Where this is another workspace beside those that are there. */
function WayBack(): ReactNode {
  const { t } = useTranslation('server')
  const { current, list } = useWorkspaces()
  const other = list.find(({ id, name }) => id !== current && name !== '')
  if (!other) return null
  const goBack = (): void => {
    openWorkspace(other.id)
    forgetWorkspace(current)
  }
  return (
    <div className="first-run-back">
      <Button variant="ghost" icon={<ArrowLeft aria-hidden />} onPress={goBack}>
        {t('workspaces.backTo', { workspace: other.name })}
      </Button>
    </div>
  )
}

function Looks(): ReactNode {
  const { t } = useTranslation('settings')
  const theme = usePreferences((preferences) => preferences.theme)
  return (
    <div className="first-run-looks">
      <SegmentedControl<'de' | 'en'>
        label={t('language.label')}
        value={currentLanguage()}
        onChange={(language) => setPreferences({ language })}
        options={[
          { id: 'en', label: t('language.en') },
          { id: 'de', label: t('language.de') },
        ]}
      />
      <SegmentedControl<Preferences['theme']>
        label={t('theme.label')}
        value={theme}
        onChange={(chosen) => setPreferences({ theme: chosen })}
        options={[
          { id: 'system', label: t('theme.systemShort') },
          { id: 'light', label: t('theme.light') },
          { id: 'dark', label: t('theme.dark') },
          { id: 'high-contrast', label: t('theme.contrastShort') },
        ]}
      />
    </div>
  )
}
