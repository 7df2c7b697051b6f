/** How this device shows that there is something: its notifications, the tray, the log-in. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { testNotification, useDesktop, useNotifyRules } from '../../../state/attention.ts'
import { runCommand } from '../../../state/commands.ts'
import { appInfo } from '../../../state/engine.ts'
import { setPreferences, usePreferences } from '../../../state/preferences.ts'
import { Button, Switch } from '../../../ui/index.ts'

export function HideContentSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const rules = useNotifyRules()
  if (!rules) return null
  return (
    <Switch isSelected={rules.hideContent} onChange={(on) => void runCommand('notify.setHidden', { on })}>
      {t('settings.hiddenOn')}
    </Switch>
  )
}

export function TestSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const [failed, setFailed] = useState(false)
  const test = (): void => void testNotification().then((isShown) => setFailed(!isShown))
  return (
    <>
      <Button onPress={test}>{t('settings.test')}</Button>
      {failed ? <p role="status">{t('settings.testFailed')}</p> : null}
    </>
  )
}

export function SoundSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const isOn = usePreferences((preferences) => preferences.noticeSound)
  return (
    <Switch isSelected={isOn} onChange={(noticeSound) => setPreferences({ noticeSound })}>
      {t('settings.soundOn')}
    </Switch>
  )
}

export function KeepInTraySetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const isOn = usePreferences((preferences) => preferences.keepInTray)
  const facts = useDesktop()
  const hasTray = facts?.tray ?? true
  return (
    <>
      <Switch
        isSelected={isOn}
        isDisabled={!hasTray}
        onChange={(keepInTray) => setPreferences({ keepInTray })}
      >
        {t('settings.keepOn')}
      </Switch>
      {hasTray ? null : <p className="notify-none">{t('settings.noTray')}</p>}
    </>
  )
}

export function StartAtLogInSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const isOn = usePreferences((preferences) => preferences.startAtLogIn)
  const { isCarried } = appInfo
  return (
    <>
      <Switch
        isSelected={isOn && !isCarried}
        isDisabled={isCarried}
        onChange={(startAtLogIn) => setPreferences({ startAtLogIn })}
      >
        {t('settings.startOn')}
      </Switch>
      {isCarried ? <p className="notify-none">{t('settings.startPortable')}</p> : null}
    </>
  )
}
