/**
 * What is known beside a ticket: similar ones, fitting articles, a reply that helped before, tags and a queue. Put up
 * when the ticket itself is drawn, and asked for part by part, so that it holds nothing up.
 */
import { CornerUpLeft } from 'lucide-react'
import { memo, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '#shared/contract/tickets.ts'
import { PlaceIcon } from '../../../passages/passage-place.tsx'
import { placeLine } from '../../../passages/place-words.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { showPassage } from '../../../state/quote.ts'
import { Button } from '../../../ui/index.ts'
import { HelpRow, SimilarRow } from './help-row.tsx'
import { HelpSection } from './help-section.tsx'
import { Suggestions } from './suggestions.tsx'
import { ticketLabel } from './ticket-label.ts'
import { useReplyInsert } from './use-reply-insert.ts'

interface TicketProps {
  readonly ticket: TicketDetail
}

export const TicketHelp = memo(function TicketHelp({ ticket }: TicketProps): ReactNode {
  const { t } = useTranslation('tickets')
  const isIdle = useIdle()
  if (!isIdle) return null
  return (
    <div className="help">
      <HelpSection part="suggestions" title={t('help.suggestions')}>
        <Suggestions ticket={ticket} />
      </HelpSection>
      <HelpSection part="articles" title={t('help.articles')}>
        <Articles ticket={ticket} />
      </HelpSection>
      <HelpSection part="similar" title={t('help.similar')}>
        <SimilarTickets ticket={ticket} />
      </HelpSection>
      <HelpSection part="reply" title={t('help.reply')}>
        <Reply ticket={ticket} />
      </HelpSection>
    </div>
  )
})

function SimilarTickets({ ticket }: TicketProps): ReactNode {
  const { t } = useTranslation('tickets')
  const { status, rows } = useLiveQuery('help.similar', { ticketId: ticket.id })
  if (status !== 'ready') return null
  if (rows.length === 0) return <p className="help-none">{t('help.noSimilar')}</p>
  return (
    <ul className="help-list">
      {rows.map((row) => (
        <li key={row.key}>
          <SimilarRow ticket={row} onOpen={() => showPassage(row.passage)} />
        </li>
      ))}
    </ul>
  )
}

function Articles({ ticket }: TicketProps): ReactNode {
  const { t } = useTranslation('tickets')
  const { t: tAsk } = useTranslation('ask')
  const { status, rows } = useLiveQuery('help.articles', { ticketId: ticket.id })
  if (status !== 'ready') return null
  if (rows.length === 0) return <p className="help-none">{t('help.noArticles')}</p>
  return (
    <ul className="help-list">
      {rows.map((passage) => (
        <li key={passage.key}>
          <HelpRow
            icon={<PlaceIcon type={passage.place.type} />}
            title={placeLine(passage.place, tAsk)}
            passage={passage}
            onOpen={() => showPassage(passage)}
          />
        </li>
      ))}
    </ul>
  )
}

function Reply({ ticket }: TicketProps): ReactNode {
  const { t } = useTranslation('tickets')
  const { status, meta: reply } = useLiveQuery('help.reply', { ticketId: ticket.id })
  const insert = useReplyInsert(ticket.id)
  if (status !== 'ready') return null
  if (!reply) return <p className="help-none">{t('help.noReply')}</p>
  return (
    <div className="help-reply">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <blockquote tabIndex={0}>{reply.text}</blockquote>
      <p className="help-reason" title={reply.from.title}>
        {t('help.replyFrom', { ticket: ticketLabel(reply.from), title: reply.from.title })}
      </p>
      <Button size="small" icon={<CornerUpLeft aria-hidden />} onPress={() => insert(reply.text)}>
        {t('help.insertReply')}
      </Button>
    </div>
  )
}

/** True once the window has nothing more urgent to do. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const handle = requestIdleCallback(() => setIdle(true), { timeout: 1_000 })
    return () => cancelIdleCallback(handle)
  }, [])
  return isIdle
}
