/** The picker that a key opens, over the window: for the open ticket, the row under the keyboard, or the selection. */
import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ticketLabel } from '../model/ticket-names.ts'
import { closePicker, usePanelState } from '../state/panel-state.ts'
import { TicketPicker } from './ticket-picker.tsx'

export function PickerDialog(): ReactNode {
  const { t } = useTranslation('tickets')
  const picker = usePanelState((state) => state.picker)
  const [first] = picker?.tickets ?? []
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen={picker !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) closePicker()
      }}
      isDismissable
    >
      <Modal className="ui-modal" data-size="small">
        {picker && first ? (
          <Dialog className="ticket-picker-dialog" aria-label={t(`picker.${picker.kind}`)}>
            <p className="ticket-picker-head">
              {t(`picker.${picker.kind}`)}
              <span className="ticket-picker-subject">
                {picker.tickets.length === 1
                  ? `${ticketLabel(first)} ${first.title}`
                  : t('picker.many', { count: picker.tickets.length })}
              </span>
            </p>
            <TicketPicker kind={picker.kind} tickets={picker.tickets} onDone={closePicker} />
          </Dialog>
        ) : null}
      </Modal>
    </ModalOverlay>
  )
}
