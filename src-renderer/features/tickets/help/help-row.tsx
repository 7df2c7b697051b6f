/** One thing that helps: a press opens it, a line under it says why it is here. */
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SimilarTicket } from '#shared/contract/help.ts'
import type { FoundBy } from '#shared/contract/passages.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { RelativeTime, StateIcon } from '../../../ui/index.ts'
import { ticketLabel } from './ticket-label.ts'

const maxWords = 4

export interface HelpRowProps {
  readonly icon: ReactNode
  readonly title: ReactNode
  readonly foundBy: FoundBy
  /** Words that both hold. */
  readonly words: readonly string[]
  readonly detail?: ReactNode
  readonly onOpen: () => void
}

export function HelpRow({ icon, title, foundBy, words, detail, onOpen }: HelpRowProps): ReactNode {
  return (
    <Button className="help-row" onPress={onOpen}>
      <span className="help-row-icon">{icon}</span>
      <span className="help-row-title">{title}</span>
      <span className="help-row-why">
        <Why foundBy={foundBy} words={words} />
        {detail === undefined ? null : <> · {detail}</>}
      </span>
    </Button>
  )
}

/** A similar ticket, or one that may be the same. */
export function SimilarRow({
  ticket,
  onOpen,
}: {
  readonly ticket: SimilarTicket
  readonly onOpen: () => void
}): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <HelpRow
      icon={<StateIcon state={ticket.state} />}
      title={
        <>
          <span className="help-row-code">{ticketLabel(ticket)}</span> {ticket.title}
        </>
      }
      foundBy={ticket.foundBy}
      words={ticket.sharedWords}
      detail={
        <>
          {t(`state.${ticket.state}`)} · <RelativeTime atMs={ticket.updatedAt} />
        </>
      }
      onOpen={onOpen}
    />
  )
}

/** The words that both have, or that it was found by its meaning. */
function Why({ foundBy, words }: Pick<HelpRowProps, 'foundBy' | 'words'>): ReactNode {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  return foundBy === 'meaning' || words.length === 0
    ? t('help.byMeaning')
    : t('help.byWords', { words: formats.list(words.slice(0, maxWords)) })
}
