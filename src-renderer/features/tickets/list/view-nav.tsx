/** The column of views and queues, with how many tickets wait in each. Queues are made, renamed and archived here. */
import {
  Archive,
  CircleDot,
  CircleCheck,
  Clock,
  Flame,
  Inbox,
  Layers,
  Plus,
  UserRound,
  UserRoundX,
} from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { navigate } from '../../../state/navigation.ts'
import { ticketViews, type TicketsView } from '../../../state/routes.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { isSameView } from '../model/list-settings.ts'
import { openQueueDialog } from '../state/panel-state.ts'
import { QueueMenu } from './queue-menu.tsx'
import { useQueues, useViewCount } from './view-names.ts'
import './view-nav.css'

const icons = {
  mine: <UserRound aria-hidden />,
  unassigned: <UserRoundX aria-hidden />,
  active: <CircleDot aria-hidden />,
  urgent: <Flame aria-hidden />,
  pending: <Clock aria-hidden />,
  solved: <CircleCheck aria-hidden />,
  all: <Layers aria-hidden />,
} as const

export function ViewNav({ view }: { readonly view: TicketsView }): ReactNode {
  const { t } = useTranslation('tickets')
  const queues = useQueues()
  const [hasArchived, setHasArchived] = useState(false)
  const archived = queues.filter((queue) => queue.archived)
  const shown = queues.filter(
    (queue) => !queue.archived || hasArchived || isSameView(view, { queueId: queue.key }),
  )
  return (
    <div className="view-nav">
      <h1 className="view-nav-title">{t('title')}</h1>
      <nav aria-label={t('view.label')}>
        <ul>
          {ticketViews.map((each) => (
            <li key={each} className="view-nav-item">
              <ViewButton view={each} isCurrent={each === view} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="view-nav-head">
        <h2 className="view-nav-heading">{t('queue.label')}</h2>
        <IconButton
          size="small"
          label={t('queue.create')}
          icon={<Plus aria-hidden />}
          onPress={() => openQueueDialog('new')}
        />
      </div>
      <nav aria-label={t('queue.label')}>
        <ul>
          {shown.map((queue) => (
            <li
              key={queue.key}
              className="view-nav-item"
              {...(queue.archived ? { 'data-archived': '' } : {})}
            >
              <NavButton
                icon={queue.archived ? <Archive aria-hidden /> : <Inbox aria-hidden />}
                label={queue.name}
                count={queue.active}
                countLabel={t('queue.active', { count: queue.active })}
                isCurrent={isSameView(view, { queueId: queue.key })}
                onPress={() => navigate({ area: 'tickets', view: { queueId: queue.key } })}
              />
              <QueueMenu queue={queue} />
            </li>
          ))}
        </ul>
      </nav>
      {archived.length > 0 ? (
        <Button
          size="small"
          variant="ghost"
          className="view-nav-archived"
          onPress={() => setHasArchived(!hasArchived)}
        >
          {hasArchived ? t('queue.hideArchived') : t('queue.showArchived')}
        </Button>
      ) : null}
    </div>
  )
}

function ViewButton({
  view,
  isCurrent,
}: {
  readonly view: keyof typeof icons
  readonly isCurrent: boolean
}): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const count = useViewCount(view)
  return (
    <NavButton
      icon={icons[view]}
      label={t(`view.${view}`)}
      count={count}
      countLabel={t('common:count.tickets', { count })}
      isCurrent={isCurrent}
      onPress={() => navigate({ area: 'tickets', view })}
    />
  )
}

interface NavButtonProps {
  readonly icon: ReactNode
  readonly label: string
  readonly count: number
  readonly countLabel: string
  readonly isCurrent: boolean
  readonly onPress: () => void
}

function NavButton({ icon, label, count, countLabel, isCurrent, onPress }: NavButtonProps): ReactNode {
  const formats = useFormats()
  return (
    <button
      type="button"
      className="view-nav-button"
      onClick={onPress}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
    >
      {icon}
      <span className="ui-truncate" dir="auto">
        {label}
      </span>
      {count > 0 ? (
        <span className="view-nav-count">
          <span aria-hidden>{formats.number(count)}</span>
          <span className="ui-visually-hidden">{countLabel}</span>
        </span>
      ) : null}
    </button>
  )
}
