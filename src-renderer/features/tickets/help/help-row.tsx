/** One thing that helps: a press opens it, a line under it says why it is here. */
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SimilarTicket } from '#shared/contract/help.ts'
import type { Passage } from '#shared/contract/passages.ts'
import { markedWords } from '../../../passages/marked-words.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { RelativeTime, StateIcon } from '../../../ui/index.ts'
import { ticketLabel } from './ticket-label.ts'

const maxWords = 4

export interface HelpRowProps {
  readonly icon: ReactNode
  readonly title: ReactNode
  readonly passage: Passage
  readonly detail?: ReactNode
  readonly onOpen: () => void
}

export function HelpRow({ icon, title, passage, detail, onOpen }: HelpRowProps): ReactNode {
  return (
    <Button className="help-row" onPress={onOpen}>
      <span className="help-row-icon">{icon}</span>
      <span className="help-row-title">{title}</span>
      <span className="help-row-why">
        <Why passage={passage} />
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
  const { t } = useTranslation(['tickets', 'ui'])
  return (
    <HelpRow
      icon={<StateIcon state={ticket.state} />}
      title={
        <>
          <span className="help-row-code">{ticketLabel(ticket)}</span> {ticket.title}
        </>
      }
      passage={ticket.passage}
      detail={
        <>
          {t(`ui:state.${ticket.state}`)} · <RelativeTime atMs={ticket.updatedAt} />
        </>
      }
      onOpen={onOpen}
    />
  )
}

/** The words that both have, or that it was found by its meaning. */
function Why({ passage }: { readonly passage: Passage }): ReactNode {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  const words = passage.foundBy === 'meaning' ? [] : markedWords(passage, maxWords)
  return words.length === 0 ? t('help.byMeaning') : t('help.byWords', { words: formats.list(words) })
}
