import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { classNames } from '../class-names.ts'
import './badge.css'

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

export interface BadgeProps {
  readonly tone?: Tone
  readonly icon?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps): ReactNode {
  return (
    <span className={classNames('ui-badge', className)} data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}

export interface CountBadgeProps {
  /** Nothing is drawn for 0. */
  readonly count: number
  /** Above this, "99+". */
  readonly max?: number
  /** Strong for what asks for you (mentions), quiet for what is merely there. */
  readonly isStrong?: boolean
  /** Read instead of the bare number; "3 unread" when left out. */
  readonly label?: string
}

export function CountBadge({ count, max = 99, isStrong = false, label }: CountBadgeProps): ReactNode {
  const { t } = useTranslation('ui')
  const formats = useFormats()
  if (count <= 0) return null
  return (
    <span className="ui-count" {...(isStrong ? { 'data-strong': '' } : {})}>
      <span aria-hidden>{count > max ? `${formats.number(max)}+` : formats.number(count)}</span>
      <span className="ui-visually-hidden">{label ?? t('unread', { count })}</span>
    </span>
  )
}
