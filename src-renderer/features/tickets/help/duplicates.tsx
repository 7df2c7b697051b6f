/** Tickets that may be the same as the one that is being written. They open in place; what is written is kept. */
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimilarTicket } from '#shared/contract/help.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { SimilarRow } from './help-row.tsx'
import './help.css'

const debounceMs = 350
/** Fewer letters are like everything. */
const minLength = 8
/** The beginning says what it is about. */
const maxTextLength = 4_000

export interface DuplicatesProps {
  readonly title: string
  readonly description: string
  readonly onOpen: (ticket: SimilarTicket) => void
}

export function Duplicates({ title, description, onOpen }: DuplicatesProps): ReactNode {
  const { t } = useTranslation('tickets')
  const asked = useRested(title.trim(), description.trim().slice(0, maxTextLength))
  const isLongEnough = asked.title.length + asked.text.length >= minLength
  const { rows } = useLiveQuery('help.draft', isLongEnough ? asked : null, { keepPrevious: true })
  const shown = isLongEnough ? rows : []
  return (
    <section
      className="duplicates"
      aria-label={t('help.duplicates')}
      {...(shown.length === 0 ? { hidden: true } : {})}
    >
      <h3>{t('help.duplicates')}</h3>
      <ul className="help-list">
        {shown.map((ticket) => (
          <li key={ticket.key}>
            <SimilarRow ticket={ticket} onOpen={() => onOpen(ticket)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Asked {
  readonly title: string
  readonly text: string
}

/** What stands there once nobody has typed for a moment. */
function useRested(title: string, text: string): Asked {
  const [asked, setAsked] = useState<Asked>({ title, text })
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ title, text }), debounceMs)
    return () => clearTimeout(timer)
  }, [title, text])
  return asked
}
