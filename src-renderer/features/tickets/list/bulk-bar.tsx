/** What can be done with all selected tickets at once. Stands over the foot of the list while something is selected. */
import { CircleDot, SignalHigh, Tags, UserRound, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { IconButton } from '../../../ui/index.ts'
import { clearSelection, useListState } from '../state/list-state.ts'

const actions = [
  { kind: 'assign', action: 'ticket.assign', icon: <UserRound aria-hidden /> },
  { kind: 'state', action: 'ticket.state', icon: <CircleDot aria-hidden /> },
  { kind: 'priority', action: 'ticket.priority', icon: <SignalHigh aria-hidden /> },
  { kind: 'tags', action: 'ticket.tags', icon: <Tags aria-hidden /> },
] as const

export interface BulkBarProps {
  readonly onPick: (kind: 'assign' | 'state' | 'priority' | 'tags') => void
}

export function BulkBar({ onPick }: BulkBarProps): ReactNode {
  const { t } = useTranslation('tickets')
  const count = useListState((state) => state.selected.size)
  if (count === 0) return null
  return (
    <div className="ticket-bulk" role="toolbar" aria-label={t('bulk.label')}>
      <span className="ticket-bulk-count" role="status">
        {t('bulk.count', { count })}
      </span>
      {actions.map(({ kind, action, icon }) => (
        <BulkButton
          key={kind}
          label={t(`bulk.${kind}`)}
          action={action}
          icon={icon}
          onPress={() => onPick(kind)}
        />
      ))}
      <IconButton
        label={t('bulk.clear')}
        shortcut="Escape"
        icon={<X aria-hidden />}
        onPress={clearSelection}
      />
    </div>
  )
}

function BulkButton(props: {
  readonly label: string
  readonly action: string
  readonly icon: ReactNode
  readonly onPress: () => void
}): ReactNode {
  const { action, ...rest } = props
  const keys = useShortcutKeys(action)
  return <IconButton {...rest} {...(keys === undefined ? {} : { shortcut: keys })} />
}
