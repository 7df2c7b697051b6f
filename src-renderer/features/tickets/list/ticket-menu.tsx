/** What can be done with a row of a list without opening it: by a right click. */
import { Copy, Eye, Link, UserRoundCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketRow } from '#shared/contract/tickets.ts'
import { SnoozeMenu } from '../../../app/snooze-menu.tsx'
import { useMe } from '../../../state/people.ts'
import { copyPlaceLink } from '../../../state/place-links.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { ContextMenu, MenuItem, MenuSeparator, type Point } from '../../../ui/index.ts'
import { copyText, setOwner } from '../actions.ts'
import { ticketLabel } from '../model/ticket-names.ts'

export interface TicketMenuProps {
  readonly row: TicketRow
  readonly at: Point
  readonly onOpen: () => void
  readonly onClose: () => void
}

export function TicketMenu({ row, at, onOpen, onClose }: TicketMenuProps): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const me = useMe()
  const assignKeys = useShortcutKeys('ticket.assignToMe')
  const linkKeys = useShortcutKeys('ticket.copyLink')
  return (
    <ContextMenu label={ticketLabel(row)} at={at} onClose={onClose}>
      <MenuItem id="open" label={t('list.open')} icon={<Eye aria-hidden />} onAction={onOpen} />
      {me === null || row.ownerId === me.key ? null : (
        <MenuItem
          id="claim"
          label={t('action.assignToMe')}
          icon={<UserRoundCheck aria-hidden />}
          onAction={() => void setOwner([{ ...row, id: row.key }], me.key, me.name)}
          {...(assignKeys === undefined ? {} : { shortcut: assignKeys })}
        />
      )}
      <SnoozeMenu place={{ type: 'ticket', id: row.key }} />
      <MenuSeparator />
      <MenuItem
        id="number"
        label={t('action.copyNumber')}
        icon={<Copy aria-hidden />}
        onAction={() => void copyText(ticketLabel(row), t('action.copied'))}
      />
      <MenuItem
        id="link"
        label={t('action.copyLink')}
        icon={<Link aria-hidden />}
        onAction={() => void copyPlaceLink({ type: 'ticket', id: row.key })}
        {...(linkKeys === undefined ? {} : { shortcut: linkKeys })}
      />
    </ContextMenu>
  )
}
