/** The section "Notifications", in order, with the words that each is found by. */
import type { TFunction } from 'i18next'
import type { Setting } from '../setting.ts'
import { HideContentSetting, KeepInTraySetting, StartAtLogInSetting, TestSetting } from './on-desktop.tsx'
import { KeywordsSetting, KindsSetting, SpacesSetting } from './notification-rules.tsx'
import { RestSetting, ScheduleSetting } from './rest.tsx'
import './notifications.css'

const section = 'notifications'

export function notificationSettings(t: TFunction<readonly ['notifications']>): readonly Setting[] {
  return [
    {
      id: 'notify-rest',
      section,
      title: t('settings.restTitle'),
      text: t('settings.restText'),
      keywords: `${t('tray.pause')} do not disturb nicht stören`,
      control: <RestSetting />,
    },
    {
      id: 'notify-kinds',
      section,
      title: t('settings.kindsTitle'),
      text: t('settings.kindsText'),
      keywords: [
        t('settings.kind.message'),
        t('settings.kind.mention'),
        t('settings.kind.assigned'),
        t('settings.kind.reply'),
      ].join(' '),
      control: <KindsSetting />,
      isWide: true,
    },
    {
      id: 'notify-keywords',
      section,
      title: t('settings.keywordsTitle'),
      text: t('settings.keywordsText'),
      control: <KeywordsSetting />,
      isWide: true,
    },
    {
      id: 'notify-spaces',
      section,
      title: t('settings.spacesTitle'),
      text: t('settings.spacesText'),
      control: <SpacesSetting />,
      isWide: true,
    },
    {
      id: 'notify-schedule',
      section,
      title: t('settings.scheduleTitle'),
      text: t('settings.scheduleText'),
      control: <ScheduleSetting />,
    },
    {
      id: 'notify-hidden',
      section,
      title: t('settings.hiddenTitle'),
      text: t('settings.hiddenText'),
      control: <HideContentSetting />,
    },
    {
      id: 'notify-test',
      section,
      title: t('settings.testTitle'),
      text: t('settings.testText'),
      control: <TestSetting />,
    },
    {
      id: 'keep-in-tray',
      section,
      title: t('settings.keepTitle'),
      text: t('settings.keepText'),
      keywords: 'tray Infobereich',
      control: <KeepInTraySetting />,
    },
    {
      id: 'start-at-log-in',
      section,
      title: t('settings.startTitle'),
      text: t('settings.startText'),
      keywords: 'autostart login',
      control: <StartAtLogInSetting />,
    },
  ]
}
