/** A small clock at what has not reached the server. A reply by e-mail that waits says so in words. */
import { CloudUpload } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface PendingMarkProps {
  readonly isPending: boolean
  readonly isMail?: boolean
}

export function PendingMark({ isPending, isMail = false }: PendingMarkProps): ReactNode {
  const { t } = useTranslation('common')
  if (!isPending) return null
  const words = isMail ? t('pending.queued') : t('pending.mark')
  return (
    <span className="ticket-pending" title={words}>
      <CloudUpload aria-hidden />
      <span className={isMail ? '' : 'ui-visually-hidden'}>{words}</span>
    </span>
  )
}
