/** Every setting there is, in order, with the words that it is found by. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { knownShortcuts } from '../../state/shortcuts.ts'
import { useHasServer } from '../../state/sync.ts'
import { DataFolder, Licence, Logs, Versions } from './about.tsx'
import { DensitySetting, Preview, ThemeSetting } from './appearance.tsx'
import { FileStorageSetting } from './file-storage.tsx'
import { LanguageSetting, ProfileSetting, WorkspaceNameSetting } from './general.tsx'
import { KeyboardSetting } from './keyboard.tsx'
import { notificationSettings } from './notifications/settings.tsx'
import { InvitesSetting } from './people/invites.tsx'
import { PeopleSetting } from './people/people.tsx'
import { ChangePasswordSetting } from './server/change-password.tsx'
import { DevicesSetting } from './server/devices.tsx'
import { SecretsNote } from './server/secrets-note.tsx'
import { IndexCare } from './search-models/index-care.tsx'
import { Models } from './search-models/models.tsx'
import { Providers } from './search-models/providers.tsx'
import { Routing } from './search-models/routing.tsx'
import { ServerSetting } from './server/server-setting.tsx'
import type { Setting } from './setting.ts'

export function useSettings(): readonly Setting[] {
  const { t } = useTranslation(['settings', 'server', 'files', 'models'])
  const { t: notify } = useTranslation(['notifications'])
  const hasServer = useHasServer()
  const all = useMemo(
    (): readonly Setting[] => [
      {
        id: 'language',
        section: 'general',
        title: t('language.label'),
        text: t('language.text'),
        keywords: 'language Sprache English Deutsch German',
        control: <LanguageSetting />,
      },
      {
        id: 'profile',
        section: 'general',
        title: t('profile.heading'),
        text: t('profile.text'),
        keywords: `${t('profile.name')} ${t('profile.email')} ${t('profile.title')} Profil`,
        control: <ProfileSetting />,
      },
      {
        id: 'workspace',
        section: 'general',
        title: t('workspace.name'),
        text: t('workspace.text'),
        control: <WorkspaceNameSetting />,
      },
      {
        id: 'server',
        section: 'server',
        title: t('server:page.title'),
        text: t('server:page.text'),
        keywords: `${t('server:page.move')} ${t('server:page.signOut')} ${t('server:page.signInAgain')} sync`,
        control: <ServerSetting />,
        isWide: true,
      },
      {
        id: 'files',
        section: 'server',
        title: t('files:storage.limit'),
        text: t('files:storage.hint'),
        keywords: `${t('files:storage.title')} cache offline`,
        control: <FileStorageSetting />,
      },
      {
        id: 'devices',
        section: 'server',
        title: t('server:devices.title'),
        text: t('server:devices.text'),
        control: <DevicesSetting />,
        isWide: true,
      },
      {
        id: 'password',
        section: 'server',
        title: t('server:changePassword.title'),
        text: t('server:changePassword.text'),
        keywords: 'password Passwort Kennwort',
        control: <ChangePasswordSetting />,
      },
      {
        id: 'secrets',
        section: 'server',
        title: t('server:secrets.title'),
        control: <SecretsNote />,
      },
      {
        id: 'index',
        section: 'search',
        title: t('models:index.title'),
        text: t('models:index.text'),
        keywords: `${t('models:index.rebuild')} ${t('models:index.pause')} embeddings vectors semantic`,
        control: <IndexCare />,
        isWide: true,
      },
      {
        id: 'models',
        section: 'search',
        title: t('models:models.title'),
        text: t('models:models.text'),
        keywords: `${t('models:models.mirror')} Hugging Face embeddings download`,
        control: <Models />,
        isWide: true,
      },
      {
        id: 'providers',
        section: 'search',
        title: t('models:providers.title'),
        text: t('models:providers.text'),
        keywords: 'Ollama OpenAI LLM AI KI Sprachmodell',
        control: <Providers />,
        isWide: true,
      },
      {
        id: 'routing',
        section: 'search',
        title: t('models:routing.title'),
        text: t('models:routing.text'),
        keywords: 'privacy Datenschutz device only',
        control: <Routing />,
        isWide: true,
      },
      ...notificationSettings(notify),
      {
        id: 'theme',
        section: 'appearance',
        title: t('theme.label'),
        text: t('theme.text'),
        keywords: `${t('theme.light')} ${t('theme.dark')} ${t('theme.high-contrast')}`,
        control: <ThemeSetting />,
      },
      {
        id: 'density',
        section: 'appearance',
        title: t('density.label'),
        text: t('density.text'),
        keywords: `${t('density.compact')} ${t('density.comfortable')}`,
        control: <DensitySetting />,
      },
      { id: 'preview', section: 'appearance', title: t('preview.label'), control: <Preview />, isWide: true },
      {
        id: 'keyboard',
        section: 'keyboard',
        title: t('keyboard.title'),
        text: t('keyboard.text'),
        keywords: knownShortcuts()
          .map(({ label }) => label)
          .join(' '),
        control: <KeyboardSetting />,
        isWide: true,
      },
      {
        id: 'people',
        section: 'people',
        title: t('people.list'),
        text: hasServer ? t('server:people.text') : t('people.text'),
        keywords: t('people.add'),
        control: <PeopleSetting />,
        isWide: true,
      },
      {
        id: 'invites',
        section: 'people',
        title: t('server:invites.title'),
        text: t('server:invites.text'),
        keywords: t('server:invites.make'),
        control: <InvitesSetting />,
        isWide: true,
      },
      {
        id: 'version',
        section: 'about',
        title: t('about.version'),
        keywords: 'Electron',
        control: <Versions />,
      },
      {
        id: 'folder',
        section: 'about',
        title: t('about.dataFolder'),
        keywords: t('about.size'),
        control: <DataFolder />,
      },
      { id: 'logs', section: 'about', title: t('about.logs'), text: t('about.logsText'), control: <Logs /> },
      { id: 'licence', section: 'about', title: t('about.licence'), control: <Licence /> },
    ],
    [t, notify, hasServer],
  )
  return hasServer ? all : all.filter(({ id }) => !serverOnly.includes(id))
}

/** Without a server there is nothing to set there. */
const serverOnly: readonly string[] = ['files', 'devices', 'password', 'secrets', 'invites']
