/** What each setting is set by. A setting without a control does not compile, nor a control without a setting. */
import type { ComponentType } from 'react'
import type { SettingId } from '../../state/settings/definitions.ts'
import { DataFolder, Licence, Versions } from './about.tsx'
import { DensitySetting, Preview, ThemeSetting } from './appearance.tsx'
import { IntegrityCheck } from './diagnostics/integrity-check.tsx'
import { DiagnosticsFacts } from './diagnostics/diagnostics-facts.tsx'
import { LogsSetting } from './diagnostics/logs-setting.tsx'
import { ReportSetting } from './diagnostics/report-setting.tsx'
import { ExperimentsSetting } from './experiments.tsx'
import { CaptureKeySetting } from './capture-key.tsx'
import { FileStorageSetting } from './file-storage.tsx'
import { LanguageSetting, ProfileSetting, WorkspaceNameSetting } from './general.tsx'
import { KeyboardSetting } from './keyboard.tsx'
import {
  HideContentSetting,
  KeepInTraySetting,
  SoundSetting,
  StartAtLogInSetting,
  TestSetting,
} from './notifications/on-desktop.tsx'
import { KeywordsSetting, KindsSetting, SpacesSetting } from './notifications/notification-rules.tsx'
import { RestSetting, ScheduleSetting } from './notifications/rest.tsx'
import './notifications/notifications.css'
import { InvitesSetting } from './people/invites.tsx'
import { PeopleSetting } from './people/people.tsx'
import { IndexCare } from './search-models/index-care.tsx'
import { Models } from './search-models/models.tsx'
import { Providers } from './search-models/providers.tsx'
import { Routing } from './search-models/routing.tsx'
import { ChangePasswordSetting } from './server/change-password.tsx'
import { DevicesSetting } from './server/devices.tsx'
import { SecretsNote } from './server/secrets-note.tsx'
import { OwnWordsSetting } from './own-words.tsx'
import { SpellingLanguagesSetting, SpellingSetting } from './spelling.tsx'
import { ServerSetting } from './server/server-setting.tsx'
import { SettingsFileSetting } from './settings-file/settings-file.tsx'

export const settingControls: { readonly [Id in SettingId]: ComponentType } = {
  language: LanguageSetting,
  spelling: SpellingSetting,
  'spelling-languages': SpellingLanguagesSetting,
  'spelling-words': OwnWordsSetting,
  profile: ProfileSetting,
  workspace: WorkspaceNameSetting,
  'settings-file': SettingsFileSetting,
  theme: ThemeSetting,
  density: DensitySetting,
  preview: Preview,
  'capture-key': CaptureKeySetting,
  keyboard: KeyboardSetting,
  server: ServerSetting,
  files: FileStorageSetting,
  devices: DevicesSetting,
  password: ChangePasswordSetting,
  secrets: SecretsNote,
  index: IndexCare,
  models: Models,
  providers: Providers,
  routing: Routing,
  'notify-rest': RestSetting,
  'notify-kinds': KindsSetting,
  'notify-keywords': KeywordsSetting,
  'notify-spaces': SpacesSetting,
  'notify-schedule': ScheduleSetting,
  'notify-hidden': HideContentSetting,
  'notify-sound': SoundSetting,
  'notify-test': TestSetting,
  'keep-in-tray': KeepInTraySetting,
  'start-at-log-in': StartAtLogInSetting,
  people: PeopleSetting,
  invites: InvitesSetting,
  version: Versions,
  folder: DataFolder,
  experiments: ExperimentsSetting,
  diagnostics: DiagnosticsFacts,
  report: ReportSetting,
  'store-check': IntegrityCheck,
  logs: LogsSetting,
  licence: Licence,
}
