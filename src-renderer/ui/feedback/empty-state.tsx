import type { ReactNode } from 'react'
import { Kbd } from '../marks/kbd.tsx'
import './empty-state.css'

export interface EmptyStateProps {
  /** A lucide icon element. */
  readonly icon: ReactNode
  /** What this is. */
  readonly title: string
  readonly text?: ReactNode
  /** The one button to begin. */
  readonly action?: ReactNode
  /** The key for it. */
  readonly shortcut?: string
  /** In a narrow pane. */
  readonly isCompact?: boolean
}

export function EmptyState({ icon, title, text, action, shortcut, isCompact }: EmptyStateProps): ReactNode {
  return (
    <div className="ui-empty" {...(isCompact ? { 'data-compact': '' } : {})}>
      <span className="ui-empty-icon" aria-hidden>
        {icon}
      </span>
      <h2 className="ui-empty-title">{title}</h2>
      {text === undefined ? null : <p className="ui-empty-text">{text}</p>}
      {action === undefined && shortcut === undefined ? null : (
        <div className="ui-empty-action">
          {action}
          {shortcut === undefined ? null : <Kbd keys={shortcut} />}
        </div>
      )}
    </div>
  )
}
