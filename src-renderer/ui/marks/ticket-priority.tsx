/** A ticket's priority as bars of rising number (urgent: a filled sign), with its word. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './ticket-marks.css'

export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const
export type TicketPriorityName = (typeof ticketPriorities)[number]

const filledBars: Readonly<Record<Exclude<TicketPriorityName, 'urgent'>, number>> = {
  low: 1,
  normal: 2,
  high: 3,
}

export interface PriorityIconProps {
  readonly priority: TicketPriorityName
  /** Draws the word too. */
  readonly withLabel?: boolean
}

export function PriorityIcon({ priority, withLabel = false }: PriorityIconProps): ReactNode {
  const { t } = useTranslation('ui')
  const word = t(`priority.${priority}`)
  return (
    <span className="ui-mark" data-priority={priority} {...(withLabel ? {} : { title: word })}>
      <svg className="ui-mark-icon" viewBox="0 0 14 14" aria-hidden data-priority={priority}>
        {priority === 'urgent' ? <UrgentSign /> : <Bars filled={filledBars[priority]} />}
      </svg>
      <span className={withLabel ? 'ui-mark-word' : 'ui-visually-hidden'}>{word}</span>
    </span>
  )
}

function Bars({ filled }: { readonly filled: number }): ReactNode {
  return [0, 1, 2].map((bar) => (
    <rect
      key={bar}
      x={1 + bar * 4.5}
      y={9 - bar * 3.5}
      width="3"
      height={4 + bar * 3.5}
      rx="1"
      fill="currentColor"
      opacity={bar < filled ? 1 : 0.28}
    />
  ))
}

function UrgentSign(): ReactNode {
  return (
    <>
      <rect x="0.5" y="0.5" width="13" height="13" rx="3" fill="currentColor" />
      <path className="ui-mark-cut" d="M7 3.6v4" strokeWidth="1.9" strokeLinecap="round" />
      <circle className="ui-mark-cut-dot" cx="7" cy="10.2" r="1.1" />
    </>
  )
}
