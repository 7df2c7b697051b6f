/**
 * The picker that a key opens, over the window: for the open ticket, the row under the keyboard, or the selection.
 * Not a modal of React Aria: that makes all of the window inert and back, and the browser computes every style anew,
 * which was two thirds of the time from key to pixel. It is a dialog that closes as soon as the focus leaves it.
 */
import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { ticketLabel } from '../model/ticket-names.ts'
import { closePicker, usePanelState } from '../state/panel-state.ts'
import { TicketPicker } from './ticket-picker.tsx'

export function PickerDialog(): ReactNode {
  const picker = usePanelState((state) => state.picker)
  return picker ? createPortal(<OpenPicker {...picker} />, document.body) : null
}

type OpenPickerProps = NonNullable<ReturnType<typeof usePanelState.getState>['picker']>

function OpenPicker({ kind, tickets }: OpenPickerProps): ReactNode {
  const { t } = useTranslation('tickets')
  useFocusGivenBack()
  const [first] = tickets
  if (!first) return null
  return (
    <div
      className="ui-scrim"
      role="presentation"
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) closePicker()
      }}
    >
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens to what the field and the list inside leave */}
      <div
        className="ui-modal ticket-picker-dialog"
        data-size="small"
        role="dialog"
        aria-label={t(`picker.${kind}`)}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          closePicker()
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          // Null: the whole window lost the focus, and will get it back.
          if (relatedTarget && !currentTarget.contains(relatedTarget)) closePicker()
        }}
      >
        <p className="ticket-picker-head">
          {t(`picker.${kind}`)}
          <span className="ticket-picker-subject">
            {tickets.length === 1
              ? `${ticketLabel(first)} ${first.title}`
              : t('picker.many', { count: tickets.length })}
          </span>
        </p>
        <TicketPicker kind={kind} tickets={tickets} onDone={closePicker} />
      </div>
    </div>
  )
}

/**
 * Where the focus was before is where it is again, unless somebody has put it elsewhere. A frame later: giving the focus
 * makes the browser compute the whole layout, and what was chosen shall be on the screen first.
 */
function useFocusGivenBack(): void {
  // During the first render: the field takes the focus before any effect runs.
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const { activeElement } = document
        if (activeElement !== null && activeElement !== document.body) return
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
