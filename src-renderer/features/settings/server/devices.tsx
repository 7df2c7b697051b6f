/** The devices that are signed in to this account. One that was lost is signed out from here. */
import { Laptop } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/contract/server-api.ts'
import { runRequest } from '../../../state/commands.ts'
import { showToast } from '../../../state/toasts.ts'
import { AlertDialog, Badge, Button, RelativeTime } from '../../../ui/index.ts'
import { AskedList } from '../asked-list.tsx'
import { useAsked } from '../use-asked.ts'

export function DevicesSetting(): ReactNode {
  const { t } = useTranslation('server')
  const { answer, error, isBusy, again } = useAsked('server.listDevices', {})
  const [ending, setEnding] = useState<Device | null>(null)

  const end = async (device: Device): Promise<void> => {
    const result = await runRequest('server.endDevice', { id: device.deviceId })
    if (!result.ok) return
    showToast({ tone: 'success', text: t('devices.ended', { device: device.name }) })
    again()
  }
  return (
    <>
      <AskedList label={t('devices.title')} error={error} isBusy={isBusy} onAgain={again}>
        {answer?.devices.map((device) => (
          <li key={device.deviceId} className="person-row">
            <Laptop aria-hidden className="server-row-icon" />
            <span className="person-words">
              <span className="person-name">
                {device.name}
                {device.isThis ? <Badge tone="accent">{t('devices.this')}</Badge> : null}
              </span>
              <span className="person-detail">
                {t('devices.seen')} <RelativeTime atMs={device.lastSeenAt} />
              </span>
            </span>
            {device.isThis ? null : (
              <Button
                size="small"
                aria-label={t('devices.endNamed', { device: device.name })}
                onPress={() => setEnding(device)}
              >
                {t('devices.end')}
              </Button>
            )}
          </li>
        ))}
      </AskedList>
      <AlertDialog
        isOpen={ending !== null}
        onOpenChange={() => setEnding(null)}
        title={t('devices.endTitle', { device: ending?.name ?? '' })}
        confirmLabel={t('devices.end')}
        isDanger
        onConfirm={() => ending && void end(ending)}
      >
        {t('devices.endText')}
      </AlertDialog>
    </>
  )
}
