/**
 * What is known beside a ticket: tags and a queue, fitting articles, similar tickets, a reply that helped before. Put
 * up when the window has nothing more urgent to do, and asked for only while a part of it is open.
 */
import { CornerUpLeft } from 'lucide-react'
import { memo, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimilarTicket, SuggestedReply } from '#shared/contract/help.ts'
import type { Passage } from '#shared/contract/passages.ts'
import type { TicketId } from '#shared/base/ids.ts'
import type { TicketDetail } from '#shared/contract/tickets.ts'
import { markedWords } from '../../../passages/marked-words.ts'
import { PlaceIcon } from '../../../passages/passage-place.tsx'
import { placeLine } from '../../../passages/place-words.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { getRoute, navigate } from '../../../state/navigation.ts'
import { showPassage } from '../../../state/quote.ts'
import { Button, ScrollBox } from '../../../ui/index.ts'
import { HelpRow, SimilarRow } from './help-row.tsx'
import { HelpSection, useOpenParts } from './help-section.tsx'
import { Suggestions } from './suggestions.tsx'
import { ticketLabel } from './ticket-label.ts'
import { useReplyInsert } from './use-reply-insert.ts'
import './help.css'

const maxSimilar = 5
const maxArticles = 4
const maxMarkedWords = 6

export const TicketHelp = memo(function TicketHelp({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { t } = useTranslation('tickets')
  const isIdle = useIdle()
  const isAnyOpen = useOpenParts().length > 0
  const {
    status,
    meta: help,
    rows,
  } = useLiveQuery('help.ticket', isIdle && isAnyOpen ? { ticketId: ticket.id } : null)
  if (!isIdle || (status === 'ready' && help?.isReady === false)) return null
  return (
    <div className="help">
      <HelpSection part="suggestions" title={t('help.suggestions')}>
        {help ? <Suggestions ticket={ticket} help={help} /> : null}
      </HelpSection>
      <HelpSection part="articles" title={t('help.articles')}>
        {help ? <Articles passages={help.articles.slice(0, maxArticles)} /> : null}
      </HelpSection>
      <HelpSection part="similar" title={t('help.similar')}>
        {help ? <SimilarTickets tickets={rows.slice(0, maxSimilar)} /> : null}
      </HelpSection>
      <HelpSection part="reply" title={t('help.reply')}>
        {help ? <Reply ticketId={ticket.id} reply={help.reply} /> : null}
      </HelpSection>
    </div>
  )
})

function SimilarTickets({ tickets }: { readonly tickets: readonly SimilarTicket[] }): ReactNode {
  const { t } = useTranslation('tickets')
  if (tickets.length === 0) return <p className="help-none">{t('help.noSimilar')}</p>
  return (
    <ul className="help-list">
      {tickets.map((ticket) => (
        <li key={ticket.key}>
          <SimilarRow ticket={ticket} onOpen={() => openTicket(ticket.ticketId)} />
        </li>
      ))}
    </ul>
  )
}

function Articles({ passages }: { readonly passages: readonly Passage[] }): ReactNode {
  const { t } = useTranslation('tickets')
  const { t: tAsk } = useTranslation('ask')
  if (passages.length === 0) return <p className="help-none">{t('help.noArticles')}</p>
  return (
    <ul className="help-list">
      {passages.map((passage) => (
        <li key={passage.key}>
          <HelpRow
            icon={<PlaceIcon type={passage.place.type} />}
            title={placeLine(passage.place, tAsk)}
            foundBy={passage.foundBy}
            words={markedWords(passage, maxMarkedWords)}
            onOpen={() => showPassage(passage)}
          />
        </li>
      ))}
    </ul>
  )
}

interface ReplyProps {
  readonly ticketId: TicketId
  readonly reply: SuggestedReply | null
}

function Reply({ ticketId, reply }: ReplyProps): ReactNode {
  const { t } = useTranslation('tickets')
  const insert = useReplyInsert(ticketId)
  if (!reply) return <p className="help-none">{t('help.noReply')}</p>
  return (
    <div className="help-reply">
      <ScrollBox as="blockquote" label={t('help.reply')}>
        {reply.text}
      </ScrollBox>
      <p className="help-reason">
        {t('help.replyFrom', { ticket: ticketLabel(reply.from), title: reply.from.title })}
      </p>
      <Button size="small" icon={<CornerUpLeft aria-hidden />} onPress={() => insert(reply.text)}>
        {t('help.insertReply')}
      </Button>
    </div>
  )
}

/** Beside the same list; back() returns to the ticket before. */
function openTicket(ticketId: TicketId): void {
  const route = getRoute()
  navigate({ area: 'tickets', view: route.area === 'tickets' ? route.view : 'all', ticketId })
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
