import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keyLabel, keyPlatformOf, parseShortcut } from './shortcut.ts'
import './kbd.css'

export interface KbdProps {
  /** `Mod+K`, `Shift+Enter`, `g t`; see shortcut.ts. */
  readonly keys: string
}

/** Keys as they are printed on this machine's keyboard. */
export function Kbd({ keys }: KbdProps): ReactNode {
  const { t, i18n } = useTranslation('ui')
  const platform = keyPlatformOf(navigator.platform)
  const nameOf = (key: string): string | undefined =>
    i18n.exists(`ui:key.${key}`) ? t(`key.${key}` as 'key.Ctrl') : undefined
  return (
    <kbd className="ui-kbd">
      {parseShortcut(keys).map((step, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <span className="ui-visually-hidden"> {t('shortcuts.then')} </span>}
          {step.map((key) => (
            <kbd key={key} className="ui-kbd-key">
              {keyLabel(key, platform, nameOf)}
            </kbd>
          ))}
        </Fragment>
      ))}
    </kbd>
  )
}
