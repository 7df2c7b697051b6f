/** The bar over a ticket, and its title. Where the context pane is a drawer, the main properties stand here too. */
import {
  BookPlus,
  ChevronDown,
  ChevronUp,
  Copy,
  Ellipsis,
  Link,
  MessageSquareLock,
  PencilLine,
  Reply,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '#shared/contract/tickets.ts'
import { ContextToggle, ListToggle } from '../../../app/area-layout.tsx'
import { SnoozeMenu } from '../../../app/snooze-menu.tsx'
import { OwnWindowButton } from '../../../app/own-window.tsx'
import { useLiveRow } from '../../../state/live.ts'
import { copyPlaceLink } from '../../../state/place-links.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { IconButton, Menu, MenuItem, MenuSeparator, useFrameMode } from '../../../ui/index.ts'
import { copyText } from '../actions.ts'
import { ticketLabel } from '../model/ticket-names.ts'
import { OwnerButton, PriorityButton, StateButton } from '../properties/property-buttons.tsx'
import { focusComposer, requestTitleEdit } from '../state/panel-state.ts'
import { writeArticle } from '../write-article.ts'
import { PendingMark } from './pending-mark.tsx'
import { LookingHere } from './ticket-presence.tsx'
import { TicketTitle } from './ticket-title.tsx'

export interface TicketHeadProps {
  readonly ticket: TicketDetail
  /** To the next one of the list; null where there is none. */
  readonly onStep: ((by: 1 | -1) => void) | null
}

export function TicketHead({ ticket, onStep }: TicketHeadProps): ReactNode {
  const mode = useFrameMode()
  const queue = useLiveRow('ticket.queues', {}, ticket.queueId)
  return (
    <header className="ticket-head">
      <div className="ticket-head-bar">
        <ListToggle area="tickets" />
        <span className="ticket-head-place">
          <span className="ui-truncate" dir="auto">
            {queue?.name}
          </span>
          <span className="ticket-head-slash" aria-hidden>
            /
          </span>
          <NumberButton ticket={ticket} />
          <PendingMark isPending={ticket.pending} />
        </span>
        <span className="ticket-list-gap" />
        <LookingHere ticketId={ticket.id} />
        {onStep === null ? null : (
          <>
            <StepButton by={-1} onStep={onStep} />
            <StepButton by={1} onStep={onStep} />
          </>
        )}
        <OwnWindowButton route={{ area: 'tickets', view: 'all', ticketId: ticket.id }} />
        <MoreMenu ticket={ticket} />
        <ContextToggle area="tickets" />
      </div>
      <div className="ticket-head-title">
        <TicketTitle key={ticket.id} ticket={ticket} />
      </div>
      {mode === 'wide' ? null : (
        <div className="ticket-head-properties">
          <StateButton ticket={ticket} isChip />
          <PriorityButton ticket={ticket} isChip />
          <OwnerButton ticket={ticket} isChip />
        </div>
      )}
    </header>
  )
}

function NumberButton({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { t } = useTranslation('tickets')
  const label = ticketLabel(ticket)
  return (
    <button
      type="button"
      className="ticket-head-number"
      title={t('action.copyNumber')}
      onClick={() => void copyText(label, t('action.copied'))}
    >
      {label}
      <Copy aria-hidden />
      <span className="ui-visually-hidden">{t('action.copyNumber')}</span>
    </button>
  )
}

function StepButton({
  by,
  onStep,
}: {
  readonly by: 1 | -1
  readonly onStep: (by: 1 | -1) => void
}): ReactNode {
  const { t } = useTranslation('tickets')
  const keys = useShortcutKeys(by > 0 ? 'ticket.next' : 'ticket.previous')
  return (
    <IconButton
      label={by > 0 ? t('list.next') : t('list.previous')}
      icon={by > 0 ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
      onPress={() => onStep(by)}
      {...(keys === undefined ? {} : { shortcut: keys })}
    />
  )
}

function MoreMenu({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const linkKeys = useShortcutKeys('ticket.copyLink')
  return (
    <Menu
      label={t('common:action.more')}
      placement="bottom end"
      trigger={<IconButton label={t('common:action.more')} icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem
        id="reply"
        label={t('action.reply')}
        icon={<Reply aria-hidden />}
        onAction={() => focusComposer('reply')}
      />
      <MenuItem
        id="note"
        label={t('action.note')}
        icon={<MessageSquareLock aria-hidden />}
        onAction={() => focusComposer('note')}
      />
      <MenuItem
        id="title"
        label={t('action.editTitle')}
        icon={<PencilLine aria-hidden />}
        onAction={requestTitleEdit}
      />
      {ticket.state === 'solved' || ticket.state === 'closed' ? (
        <MenuItem
          id="article"
          label={t('articles.write')}
          icon={<BookPlus aria-hidden />}
          onAction={() => void writeArticle(ticket.id)}
        />
      ) : null}
      <SnoozeMenu place={{ type: 'ticket', id: ticket.id }} />
      <MenuSeparator />
      <MenuItem
        id="number"
        label={t('action.copyNumber')}
        icon={<Copy aria-hidden />}
        onAction={() => void copyText(ticketLabel(ticket), t('action.copied'))}
      />
      <MenuItem
        id="link"
        label={t('action.copyLink')}
        icon={<Link aria-hidden />}
        onAction={() => void copyPlaceLink({ type: 'ticket', id: ticket.id })}
        {...(linkKeys === undefined ? {} : { shortcut: linkKeys })}
      />
    </Menu>
  )
}
