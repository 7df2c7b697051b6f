import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import './progress-bar.css'

export interface ProgressBarProps {
  readonly label: string
  readonly done: number
  /** Left out while it is not known. */
  readonly total?: number
  /** Instead of the bare numbers, such as sizes: "12 MB of 135 MB". */
  readonly countText?: string
  /** Milliseconds still to go, if it can be told. */
  readonly remainingMs?: number
  readonly onCancel?: () => void
}

export function ProgressBar(props: ProgressBarProps): ReactNode {
  const { t } = useTranslation('ui')
  const formats = useFormats()
  const { label, done, total, countText, remainingMs, onCancel } = props
  const count =
    countText ??
    (total === undefined
      ? formats.number(done)
      : t('progress.count', { done: formats.number(done), total: formats.number(total) }))
  const ratio = total === undefined || total === 0 ? 0 : Math.min(1, done / total)
  return (
    <div className="ui-progress">
      <AriaProgressBar
        className="ui-progress-bar"
        value={done}
        maxValue={total ?? 1}
        isIndeterminate={total === undefined}
        valueLabel={count}
      >
        <div className="ui-progress-head">
          <Label className="ui-progress-label">{label}</Label>
          <span className="ui-progress-count">
            {count}
            {remainingMs === undefined ? null : (
              <> · {t('progress.estimate', { duration: formats.duration(remainingMs) })}</>
            )}
          </span>
        </div>
        <div className="ui-progress-track">
          <div
            className="ui-progress-fill"
            {...(total === undefined
              ? { 'data-indeterminate': '' }
              : { style: { transform: `scaleX(${ratio})` } })}
          />
        </div>
      </AriaProgressBar>
      {onCancel ? (
        <IconButton label={t('progress.cancel')} size="small" icon={<X aria-hidden />} onPress={onCancel} />
      ) : null}
    </div>
  )
}
