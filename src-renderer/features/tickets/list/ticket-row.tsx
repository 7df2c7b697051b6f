/** One ticket in a list: one line where there is room, two where there is not. Drawn again only when it changes. */
import { Check, CloudUpload, GitFork } from 'lucide-react'
import { memo, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketRow } from '#shared/contract/tickets.ts'
import { useHasDraft } from '../../../state/drafts.ts'
import { usePerson } from '../../../state/people.ts'
import { Avatar, PriorityIcon, RelativeTime, StateBadge, TagChip } from '../../../ui/index.ts'
import { priorityNames, ticketLabel } from '../model/ticket-names.ts'
import { toggleSelected, useListState } from '../state/list-state.ts'

/** `line`: one line of columns. `lines`: columns with a second line. `card`: two lines for a narrow pane. */
export type RowShape = 'line' | 'lines' | 'card'

export interface TicketListRowProps {
  readonly row: TicketRow
  readonly shape: RowShape
  /** Left out where all rows are of one queue. */
  readonly queueName: string | undefined
}

/** At most; a narrower list shows fewer. */
const shownTags = 3

export const TicketListRow = memo(function TicketListRow({
  row,
  shape,
  queueName,
}: TicketListRowProps): ReactNode {
  const { t } = useTranslation('tickets')
  const isSelected = useListState((state) => state.selected.has(row.key))
  const customer = [row.customerName, row.organisation].filter(Boolean).join(' · ')
  return (
    <div
      className="ticket-row"
      data-opens=""
      data-shape={shape}
      {...(isSelected ? { 'data-selected': '' } : {})}
    >
      <SelectMark row={row} isSelected={isSelected} />
      {isSelected ? <span className="ui-visually-hidden">{t('list.selected')}</span> : null}
      <span className="ticket-row-state">
        <StateBadge state={row.state} isIconOnly />
      </span>
      <span className="ticket-row-priority" data-priority={priorityNames[row.priority]}>
        <PriorityIcon priority={priorityNames[row.priority]} />
      </span>
      <span className="ticket-row-number">{ticketLabel(row)}</span>
      <span className="ticket-row-title">
        <span className="ui-truncate" dir="auto">
          {row.title}
        </span>
        <ClashMark row={row} />
        <DraftMark row={row} />
        <WaitingMark row={row} />
        <span className="ticket-row-tags">
          {row.tags.slice(0, shownTags).map((tag) => (
            <TagChip key={tag} name={tag} />
          ))}
        </span>
      </span>
      <span className="ticket-row-customer ui-truncate" dir="auto">
        {customer}
      </span>
      {queueName === undefined ? null : (
        <span className="ticket-row-queue ui-truncate" dir="auto">
          {queueName}
        </span>
      )}
      <Owner row={row} />
      <RelativeTime atMs={row.updatedAt} className="ticket-row-time" />
    </div>
  )
})

/** For the pointer only: the keyboard selects with `x`, and an option may hold no control of its own. */
function SelectMark({
  row,
  isSelected,
}: {
  readonly row: TicketRow
  readonly isSelected: boolean
}): ReactNode {
  const onClick = (event: MouseEvent): void => {
    event.stopPropagation()
    toggleSelected(row.key)
  }
  return (
    <span
      className="ticket-row-check"
      aria-hidden
      onClick={onClick}
      {...(isSelected ? { 'data-on': '' } : {})}
    >
      <span className="ticket-row-box">
        <Check />
      </span>
    </span>
  )
}

function Owner({ row }: { readonly row: TicketRow }): ReactNode {
  const { t } = useTranslation('tickets')
  const owner = usePerson(row.ownerId)
  return (
    <span className="ticket-row-owner" title={owner?.name ?? t('noOwner')}>
      {owner ? <Avatar name={owner.name} size="tiny" /> : <span className="ticket-nobody" aria-hidden />}
      <span className="ui-visually-hidden">{owner?.name ?? t('noOwner')}</span>
    </span>
  )
}

/** Two claims that did not know of each other: by shape and words, not by colour alone. */
function ClashMark({ row }: { readonly row: TicketRow }): ReactNode {
  const { t } = useTranslation('tickets')
  if (!row.hasClash) return null
  return (
    <span className="ticket-row-clash" title={t('clash.mark')}>
      <GitFork aria-hidden />
      <span className="ui-visually-hidden">{t('clash.mark')}</span>
    </span>
  )
}

function WaitingMark({ row }: { readonly row: TicketRow }): ReactNode {
  const { t } = useTranslation('common')
  if (!row.pending) return null
  return (
    <span className="ticket-row-waiting" title={t('pending.mark')}>
      <CloudUpload aria-hidden />
      <span className="ui-visually-hidden">{t('pending.mark')}</span>
    </span>
  )
}

function DraftMark({ row }: { readonly row: TicketRow }): ReactNode {
  const { t } = useTranslation('tickets')
  const hasReply = useHasDraft(`reply/${row.key}`)
  const hasNote = useHasDraft(`note/${row.key}`)
  if (!hasReply && !hasNote) return null
  return <span className="ticket-row-draft">{t('list.hasDraft')}</span>
}
