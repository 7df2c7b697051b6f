/** What was said and done, oldest first: messages as cards, internal notes tinted, changes as thin lines. */
import { History, MessageSquareLock } from 'lucide-react'
import { memo, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId, TicketId } from '#shared/base/ids.ts'
import type { TicketEntryRow } from '#shared/contract/tickets.ts'
import { openLink } from '../../../state/open-link.ts'
import { useShownQuote } from '../../../state/quote.ts'
import {
  EmptyState,
  LinkOpener,
  SegmentedControl,
  VirtualList,
  type VirtualListHandle,
} from '../../../ui/index.ts'
import {
  countEntries,
  filterEntries,
  filterThatShows,
  timelineFilters,
  type TimelineFilter,
} from '../model/timeline.ts'
import { DescriptionCard, EntryView, type TicketOpening } from './entry.tsx'
import './conversation.css'

export interface ConversationProps {
  /** Keeps its identity while nothing of it changes. */
  readonly opening: TicketOpening
  readonly entries: readonly TicketEntryRow[]
  readonly entryId: EntryId | undefined
}

const descriptionKey = 'description'
const guessedHeights = { reply: 120, note: 100, change: 26 } as const

export const Conversation = memo(function Conversation({
  opening,
  entries,
  entryId,
}: ConversationProps): ReactNode {
  const { t } = useTranslation('tickets')
  const [chosen, setFilter] = useState<TimelineFilter>('all')
  const quoted = useQuotedRow(opening.id)
  const shownByEntry = filterThatShows(
    entryId === undefined ? undefined : entries.find(({ key }) => key === entryId),
    chosen,
  )
  const filter = quoted?.key === descriptionKey && shownByEntry !== 'talk' ? 'all' : shownByEntry
  const shown = filterEntries(entries, filter)
  const counts = countEntries(entries)
  const hasDescription = filter === 'all' || filter === 'talk'
  const first = hasDescription ? 1 : 0
  const list = useRef<VirtualListHandle>(null)

  const entryAt = (index: number): TicketEntryRow | undefined => shown[index - first]
  const getKey = useCallback((index: number) => shown[index - first]?.key ?? descriptionKey, [shown, first])
  const renderRow = (index: number): ReactNode => {
    const entry = entryAt(index)
    if (!entry) return <DescriptionCard opening={opening} />
    return (
      <EntryView entry={entry} customerName={opening.customerName} isPointedOut={entry.key === entryId} />
    )
  }
  useEffect(() => {
    if (entryId !== undefined) list.current?.scrollToKey(entryId, 'center')
  }, [entryId])
  const quotes = quoted?.quotes
  useEffect(() => {
    if (quoted) list.current?.scrollToKey(quoted.key, 'center')
    // Once for each passage that is shown, though it is the same entry.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [quotes])
  const initialKey = entryId ?? quoted?.key

  return (
    <LinkOpener value={openLink}>
      <section className="conversation" aria-label={t('conversation.label')}>
        <SegmentedControl
          label={t('conversation.show')}
          isLabelHidden
          className="conversation-filter"
          value={filter}
          onChange={setFilter}
          options={timelineFilters.map((id) => ({
            id,
            label:
              id === 'notes' || id === 'history'
                ? `${t(`conversation.${id}`)} ${counts[id] || ''}`
                : t(`conversation.${id}`),
          }))}
        />
        <div className="conversation-rows">
          {shown.length + first === 0 ? (
            <NothingYet filter={filter} />
          ) : (
            <VirtualList
              key={filter}
              ref={list}
              label={t('conversation.label')}
              role="log"
              isMeasured
              count={shown.length + first}
              getKey={getKey}
              renderRow={renderRow}
              rowHeight={(index) => guessedHeights[entryAt(index)?.type ?? 'reply']}
              {...(initialKey === undefined ? {} : { initialKey })}
            />
          )}
        </div>
      </section>
    </LinkOpener>
  )
})

/** The row that a quotation is shown in, where it is one of this ticket. */
function useQuotedRow(
  ticketId: TicketId,
): { readonly key: string; readonly quotes: readonly string[] } | null {
  const shown = useShownQuote()
  if (shown?.route.area !== 'tickets' || shown.route.ticketId !== ticketId) return null
  return { key: shown.route.entryId ?? descriptionKey, quotes: shown.quotes }
}

function NothingYet({ filter }: { readonly filter: TimelineFilter }): ReactNode {
  const { t } = useTranslation('tickets')
  return filter === 'notes' ? (
    <EmptyState
      isCompact
      icon={<MessageSquareLock aria-hidden />}
      title={t('conversation.emptyNotes')}
      text={t('conversation.emptyNotesText')}
    />
  ) : (
    <EmptyState
      isCompact
      icon={<History aria-hidden />}
      title={t('conversation.emptyHistory')}
      text={t('conversation.emptyHistoryText')}
    />
  )
}
