/** What can be done with a row in place: the same as a notification offers, and its link. */
import { AlarmClockOff, Eye, HandHelping, Link, Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxRow } from '#shared/contract/search.ts'
import { SnoozeMenu } from '../../app/snooze-menu.tsx'
import { navigate } from '../../state/navigation.ts'
import { useMeId } from '../../state/people.ts'
import { copyPlaceLink } from '../../state/place-links.ts'
import { useShortcutKeys } from '../../state/shortcuts.ts'
import { wake } from '../../state/snooze.ts'
import { ContextMenu, MenuItem, MenuSeparator, type Point } from '../../ui/index.ts'
import { claim } from './inbox-actions.ts'
import { inboxLink, inboxPlace, inboxRoute } from './inbox-route.ts'

export interface InboxMenuProps {
  readonly row: InboxRow
  readonly at: Point
  readonly onReply: () => void
  readonly onClose: () => void
}

export function InboxMenu({ row, at, onReply, onClose }: InboxMenuProps): ReactNode {
  const { t } = useTranslation(['inbox', 'common', 'notifications'])
  const replyKeys = useShortcutKeys('inbox.reply')
  const claimKeys = useShortcutKeys('inbox.claim')
  const me = useMeId()
  const place = inboxPlace(row)
  return (
    <ContextMenu label={t('actions')} at={at} onClose={onClose}>
      <MenuItem
        id="open"
        label={t('common:shortcut.openSelected')}
        icon={<Eye aria-hidden />}
        onAction={() => navigate(inboxRoute(row))}
      />
      {row.type === 'mention' || row.type === 'direct' ? (
        <MenuItem
          id="reply"
          label={t('reply.action')}
          icon={<Reply aria-hidden />}
          onAction={onReply}
          {...(replyKeys === undefined ? {} : { shortcut: replyKeys })}
        />
      ) : null}
      {row.type === 'queue' ? (
        <MenuItem
          id="claim"
          label={t('notifications:notice.claim')}
          icon={<HandHelping aria-hidden />}
          onAction={() => void claim(row.ticketId, me)}
          {...(claimKeys === undefined ? {} : { shortcut: claimKeys })}
        />
      ) : null}
      {row.type === 'snoozed' ? (
        <MenuItem
          id="wake"
          label={t('notifications:snooze.wake')}
          icon={<AlarmClockOff aria-hidden />}
          onAction={() => void wake(place, row.until)}
        />
      ) : (
        <SnoozeMenu place={place} />
      )}
      <MenuSeparator />
      <MenuItem
        id="link"
        label={t('notifications:link.copy')}
        icon={<Link aria-hidden />}
        onAction={() => void copyPlaceLink(inboxLink(row))}
      />
    </ContextMenu>
  )
}
