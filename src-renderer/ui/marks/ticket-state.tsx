/** A ticket's state as a shape and a word; the shape alone tells states apart without colour. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './ticket-marks.css'

export const ticketStates = ['new', 'open', 'pending', 'solved', 'closed'] as const
export type TicketStateName = (typeof ticketStates)[number]

const shapes: Readonly<Record<TicketStateName, ReactNode>> = {
  new: (
    <circle
      cx="7"
      cy="7"
      r="5.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.1 1.355"
    />
  ),
  open: (
    <>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M7 3.75a3.25 3.25 0 0 1 0 6.5z" fill="currentColor" />
    </>
  ),
  pending: (
    <>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M5.6 4.9v4.2M8.4 4.9v4.2" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  solved: (
    <>
      <circle cx="7" cy="7" r="6.3" fill="currentColor" />
      <path
        className="ui-mark-cut"
        d="M4.3 7.2 6.2 9l3.5-3.8"
        fill="none"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  closed: (
    <>
      <circle cx="7" cy="7" r="6.3" fill="currentColor" />
      <path className="ui-mark-cut" d="M4.6 7h4.8" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
}

export interface StateBadgeProps {
  readonly state: TicketStateName
  /** Only the shape; the word is still there for screen readers. */
  readonly isIconOnly?: boolean
}

export function StateBadge({ state, isIconOnly = false }: StateBadgeProps): ReactNode {
  const { t } = useTranslation('ui')
  const word = t(`state.${state}`)
  return (
    <span className="ui-mark" data-state={state} {...(isIconOnly ? { title: word } : {})}>
      <StateIcon state={state} />
      <span className={isIconOnly ? 'ui-visually-hidden' : 'ui-mark-word'}>{word}</span>
    </span>
  )
}

/** The bare shape, for menus and options whose label says the word. */
export function StateIcon({ state }: { readonly state: TicketStateName }): ReactNode {
  return (
    <svg className="ui-mark-icon" viewBox="0 0 14 14" aria-hidden data-state={state}>
      {shapes[state]}
    </svg>
  )
}
