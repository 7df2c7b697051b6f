/** Messages that stay in the page. An error says what happened, what was kept, and what to do. */
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../controls/icon-button.tsx'
import './banner.css'

export type BannerTone = 'info' | 'success' | 'warning' | 'danger'

export interface BannerProps {
  readonly tone: BannerTone
  readonly title: string
  /** What was kept, what to do. */
  readonly children?: ReactNode
  /** Small buttons. */
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const

export function Banner({ tone, title, children, actions, onDismiss }: BannerProps): ReactNode {
  const { t } = useTranslation('ui')
  const Icon = icons[tone]
  return (
    <div className="ui-banner" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon aria-hidden className="ui-banner-icon" />
      <div className="ui-banner-words">
        <p className="ui-banner-title">{title}</p>
        {children === undefined ? null : <div className="ui-banner-text">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="ui-banner-actions">{actions}</div>}
      {onDismiss ? (
        <IconButton label={t('dismiss')} size="small" icon={<X aria-hidden />} onPress={onDismiss} />
      ) : null}
    </div>
  )
}

/** One line beside what failed. */
export function InlineError({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p className="ui-inline-error" role="alert">
      <CircleAlert aria-hidden />
      {children}
    </p>
  )
}
