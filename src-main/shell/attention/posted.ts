/** A notification as it is put up: what it says, what can be done with it, and what a click on it does. */
import type { OfferedActions } from './notice-actions.ts'
import type { NoticeTexts } from './notice-text.ts'

export interface Posted extends NoticeTexts {
  /** What can be done in place; shown as far as the system can. */
  readonly offered?: OfferedActions
  readonly onClick: () => void
  readonly onClosed: () => void
}
