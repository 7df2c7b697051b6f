/** Says what the search by meaning cannot find yet, so that an answer is not taken for all there is. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { runCommand } from '../../state/commands.ts'
import { useLiveQuery } from '../../state/live.ts'
import { Banner, Button } from '../../ui/index.ts'

export function IndexNote(): ReactNode {
  const { t } = useTranslation('ask')
  const formats = useFormats()
  const { meta } = useLiveQuery('index.status', {})
  if (!meta) return null
  if (meta.state === 'paused') {
    return (
      <Banner
        tone="info"
        title={meta.pausedBy === 'battery' ? t('index.pausedBattery') : t('index.paused')}
        {...(meta.pausedBy === 'battery'
          ? {}
          : {
              actions: (
                <Button size="small" onPress={() => void runCommand('index.pause', { on: false })}>
                  {t('index.resume')}
                </Button>
              ),
            })}
      />
    )
  }
  if (meta.state === 'failed' || (meta.modelError !== null && meta.serving === null)) {
    return <Banner tone="warning" title={t('index.failed')} />
  }
  const { progress } = meta
  if (progress === null || progress.done >= progress.total) return null
  return (
    <Banner
      tone="info"
      title={t('index.working', {
        done: formats.number(progress.done),
        total: formats.number(progress.total),
      })}
    />
  )
}
