/** The title, edited in its place: Enter or leaving saves, Esc puts back what was there. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '#shared/contract/tickets.ts'
import { TextArea } from '../../../ui/index.ts'
import { changeTickets } from '../actions.ts'
import { usePanelState } from '../state/panel-state.ts'

export function TicketTitle({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { t } = useTranslation('tickets')
  const [text, setText] = useState<string | null>(null)
  const requests = usePanelState((state) => state.titleEditRequests)
  const [seen, setSeen] = useState(requests)
  if (requests !== seen) {
    setSeen(requests)
    setText(ticket.title)
  }
  const field = useRef<HTMLTextAreaElement>(null)
  const isEditing = text !== null
  useEffect(() => {
    if (isEditing) field.current?.select()
  }, [isEditing])

  if (!isEditing) {
    return (
      <h1 className="ticket-title" dir="auto">
        <button type="button" title={t('action.editTitle')} onClick={() => setText(ticket.title)}>
          {ticket.title}
        </button>
      </h1>
    )
  }
  const save = (): void => {
    const title = text.replace(/\s+/gu, ' ').trim()
    setText(null)
    if (title !== '' && title !== ticket.title) void changeTickets([ticket], { title }, t('did.title'))
  }
  return (
    <TextArea
      label={t('field.subject')}
      isLabelHidden
      isBare
      className="ticket-title-field"
      minRows={1}
      maxRows={4}
      maxLength={300}
      value={text}
      onChange={setText}
      onBlur={save}
      textAreaRef={field}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          save()
        } else if (event.key === 'Escape') setText(null)
        else event.continuePropagation()
      }}
    />
  )
}
