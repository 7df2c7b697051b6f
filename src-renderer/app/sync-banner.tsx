/** What cannot wait to be noticed: nothing gets to the server until somebody does something. Everything else is the badge's. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncMeta } from '#shared/contract/sync.ts'
import { SignInDialog } from '../connect/sign-in-dialog.tsx'
import { useFormats } from '../i18n/locale-provider.tsx'
import { useConnectionWords, isClockFarOff } from '../state/sync-words.ts'
import { useSync } from '../state/sync.ts'
import { Banner, Button } from '../ui/index.ts'

export function SyncBanner(): ReactNode {
  const sync = useSync()
  if (sync === null) return null
  const { connection, clockAheadMs } = sync
  const isStopped =
    connection.type === 'signed-out' || connection.type === 'removed' || connection.type === 'upgrade'
  if (isStopped) return <Stopped sync={sync} />
  return clockAheadMs !== null && isClockFarOff(clockAheadMs) ? <ClockOff aheadMs={clockAheadMs} /> : null
}

function Stopped({ sync }: { readonly sync: SyncMeta }): ReactNode {
  const { t } = useTranslation('server')
  const sentence = useConnectionWords(sync)
  const [isSigningIn, setSigningIn] = useState(false)
  const { connection, address, email } = sync
  const text =
    connection.type === 'upgrade'
      ? t(`panel.upgradeText.${connection.which}`)
      : connection.type === 'removed'
        ? t('panel.removedText')
        : t('panel.signedOutText')
  return (
    <div className="app-strip">
      <Banner
        tone="warning"
        title={sentence}
        actions={
          connection.type === 'signed-out' ? (
            <Button size="small" onPress={() => setSigningIn(true)}>
              {t('page.signInAgain')}
            </Button>
          ) : null
        }
      >
        {text}
      </Banner>
      {isSigningIn ? (
        <SignInDialog
          again={{ address: address ?? '', email: email ?? '' }}
          onClose={() => setSigningIn(false)}
          onDone={() => setSigningIn(false)}
        />
      ) : null}
    </div>
  )
}

/** Can be put aside: one who knows of it may have a reason. */
function ClockOff({ aheadMs }: { readonly aheadMs: number }): ReactNode {
  const { t } = useTranslation('server')
  const formats = useFormats()
  const [isDismissed, setDismissed] = useState(false)
  if (isDismissed) return null
  const title = t(`sync.clock.${aheadMs > 0 ? 'ahead' : 'behind'}`, {
    by: formats.duration(Math.abs(aheadMs)),
  })
  return (
    <div className="app-strip">
      <Banner tone="warning" title={title} onDismiss={() => setDismissed(true)}>
        {t('panel.clockText')}
      </Banner>
    </div>
  )
}
