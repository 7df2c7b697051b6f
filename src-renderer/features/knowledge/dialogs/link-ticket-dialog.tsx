/** Finds a ticket by its number or words, and links it. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveQuery } from '../../../state/live.ts'
import { Dialog, SearchField, StateIcon } from '../../../ui/index.ts'
import { linkTicket } from '../article-actions.ts'
import { setKnowledge, useKnowledge } from '../knowledge-state.ts'
import './dialogs.css'

export function LinkTicketDialog(): ReactNode {
  const articleId = useKnowledge((state) => state.linkTicket)
  const { t } = useTranslation('knowledge')
  const [text, setText] = useState('')
  const query = text.trim()
  const { rows, status } = useLiveQuery(
    'search.run',
    articleId === null || query === '' ? null : { text: query, scope: 'tickets', limit: 12 },
    { keepPrevious: true },
  )
  if (articleId === null) return null
  const close = (): void => {
    setText('')
    setKnowledge({ linkTicket: null })
  }
  const tickets = query === '' ? [] : rows.flatMap((hit) => (hit.type === 'ticket' ? [hit] : []))
  return (
    <Dialog isOpen onOpenChange={close} title={t('tickets.link')}>
      <SearchField
        label={t('tickets.find')}
        placeholder={t('tickets.find')}
        value={text}
        onChange={setText}
        autoFocus
      />
      <ul className="article-ticket-hits">
        {tickets.map((hit) => (
          <li key={hit.key}>
            <button
              type="button"
              className="article-ticket"
              onClick={() => {
                close()
                void linkTicket(articleId, hit.ticketId, true)
              }}
            >
              <StateIcon state={hit.state} />
              <span className="ui-truncate" dir="auto">
                {hit.title.text}
              </span>
              <span className="article-ticket-code">{hit.number === null ? hit.code : `#${hit.number}`}</span>
            </button>
          </li>
        ))}
      </ul>
      {query !== '' && status === 'ready' && tickets.length === 0 ? (
        <p className="article-ticket-none">{t('tickets.notFound')}</p>
      ) : null}
    </Dialog>
  )
}
