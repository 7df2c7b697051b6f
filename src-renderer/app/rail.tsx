/** The rail: where one can go, what waits there, and at the foot how things stand. */
import { memo, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LiveState } from '../state/live-cache.ts'
import { useLiveSelect } from '../state/live.ts'
import { navigateToArea, useArea } from '../state/navigation.ts'
import type { Area } from '../state/routes.ts'
import { useShortcutKeys } from '../state/shortcuts.ts'
import { CountBadge, Tooltip } from '../ui/index.ts'
import { areaIcons } from './areas.tsx'
import { areaNames } from './area-names.ts'
import { StatusBadge } from './status-badge.tsx'
import { WorkspaceSwitcher } from './workspace-switcher.tsx'
import './rail.css'

const mainAreas = [
  'inbox',
  'chat',
  'tickets',
  'knowledge',
  'search',
  'ask',
] as const satisfies readonly Area[]

export const Rail = memo(function Rail(): ReactNode {
  const { t } = useTranslation('ui')
  const area = useArea()
  const waiting = useLiveSelect('inbox.list', {}, inboxUnread)
  const unread = useLiveSelect('chat.channels', {}, sumUnread)
  const mentions = useLiveSelect('chat.channels', {}, sumMentions)
  return (
    <nav className="rail" aria-label={t('pane.rail')}>
      <WorkspaceSwitcher />
      <ul className="rail-list">
        {mainAreas.map((each) => (
          <li key={each}>
            <RailButton area={each} isCurrent={each === area}>
              {each === 'inbox' ? <CountBadge count={waiting} isStrong /> : null}
              {each === 'chat' ? <CountBadge count={mentions || unread} isStrong={mentions > 0} /> : null}
            </RailButton>
          </li>
        ))}
      </ul>
      <StatusBadge />
      <RailButton area="settings" isCurrent={area === 'settings'} />
    </nav>
  )
})

interface RailButtonProps {
  readonly area: Area
  readonly isCurrent: boolean
  readonly children?: ReactNode
}

function RailButton({ area, isCurrent, children }: RailButtonProps): ReactNode {
  const { t } = useTranslation(['common', 'shell'])
  const shortcut = useShortcutKeys(area === 'settings' ? 'app.settings' : `go.${area}`)
  const name = t(areaNames[area])
  return (
    <Tooltip text={name} placement="end" {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        className="rail-button"
        onPress={() => navigateToArea(area)}
        {...(isCurrent ? { 'aria-current': 'page' } : {})}
      >
        <span className="rail-icon">
          {areaIcons[area]}
          {children}
        </span>
        <span className={area === 'settings' ? 'ui-visually-hidden' : 'rail-name'}>{name}</span>
      </AriaButton>
    </Tooltip>
  )
}

const inboxUnread = ({ meta }: LiveState<'inbox.list'>): number => meta?.unread ?? 0

function sumUnread({ rows }: LiveState<'chat.channels'>): number {
  return rows.reduce((sum, { archived, unread }) => sum + (archived ? 0 : unread), 0)
}

function sumMentions({ rows }: LiveState<'chat.channels'>): number {
  return rows.reduce((sum, { archived, mentions }) => sum + (archived ? 0 : mentions), 0)
}
