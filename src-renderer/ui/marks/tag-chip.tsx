import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { tintOf } from './tint.ts'
import './tag-chip.css'

export interface TagChipProps {
  readonly name: string
  /** Given: a button to take the tag off. */
  readonly onRemove?: () => void
}

export function TagChip({ name, onRemove }: TagChipProps): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <span className="ui-tag">
      <span className="ui-tag-dot" data-tag-tint={tintOf(name)} aria-hidden />
      <span className="ui-truncate" dir="auto">
        {name}
      </span>
      {onRemove ? (
        <Button className="ui-tag-remove" aria-label={t('remove', { name })} onPress={onRemove}>
          <X aria-hidden />
        </Button>
      ) : null}
    </span>
  )
}
