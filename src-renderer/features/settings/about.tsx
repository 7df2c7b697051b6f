import { Check, Copy } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { appInfo } from '../../state/engine.ts'
import { useLiveQuery } from '../../state/live.ts'
import { IconButton } from '../../ui/index.ts'
import { ThirdParty } from './third-party.tsx'

export function Versions(): ReactNode {
  const { t } = useTranslation('settings')
  return (
    <div className="about">
      <p>Outpost {appInfo.version}</p>
      <p className="about-quiet">
        {t('about.electron')} {appInfo.electron} · {t('about.profile')} {appInfo.profile}
      </p>
      {appInfo.demo ? <p className="about-quiet">{t('about.demo')}</p> : null}
    </div>
  )
}

export function DataFolder(): ReactNode {
  const { t } = useTranslation('settings')
  const formats = useFormats()
  const { meta } = useLiveQuery('engine.status', {})
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(appInfo.dataFolder)
    setCopied(true)
  }
  return (
    <div className="about">
      <p className="about-path">
        <code>{appInfo.dataFolder}</code>
        <IconButton
          label={isCopied ? t('about.copied') : t('about.copyPath')}
          size="small"
          icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          onPress={copy}
        />
      </p>
      {appInfo.isPortable ? <p className="about-quiet">{t('about.portable')}</p> : null}
      {meta ? (
        <p className="about-quiet">
          {t('about.size')}: {formats.bytes(meta.databaseBytes)}
        </p>
      ) : null}
    </div>
  )
}

export function Licence(): ReactNode {
  const { t } = useTranslation(['settings', 'models'])
  return (
    <div className="about about-quiet">
      <p>{t('about.licenceText')}</p>
      <p>{t('models:about.licence')}</p>
      <ThirdParty />
    </div>
  )
}
