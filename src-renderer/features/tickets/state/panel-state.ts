/** What is open over a ticket: a picker, the composer's kind, a dialog for a queue. */
import { create } from 'zustand'
import type { QueueRow } from '#shared/contract/tickets.ts'
import { forgetWithWorkspace } from '../../../state/workspaces.ts'
import type { KnownTicket } from '../actions.ts'

export type PickerKind = 'assign' | 'state' | 'priority' | 'tags' | 'pending' | 'queue'
export type ComposerKind = 'reply' | 'note'

interface PanelState {
  readonly picker: { readonly kind: PickerKind; readonly tickets: readonly KnownTicket[] } | null
  readonly composerKind: ComposerKind
  /** Goes up when the composer shall take the focus. */
  readonly composerFocusRequests: number
  /** `new`, or the queue to rename. */
  readonly queueDialog: 'new' | QueueRow | null
  readonly titleEditRequests: number
}

export const usePanelState = create<PanelState>(() => ({
  picker: null,
  composerKind: 'reply',
  composerFocusRequests: 0,
  queueDialog: null,
  titleEditRequests: 0,
}))

forgetWithWorkspace(usePanelState)

export function openPicker(kind: PickerKind, tickets: readonly KnownTicket[]): void {
  if (tickets.length > 0) usePanelState.setState({ picker: { kind, tickets } })
}

export function closePicker(): void {
  usePanelState.setState({ picker: null })
}

export function setComposerKind(composerKind: ComposerKind): void {
  usePanelState.setState({ composerKind })
}

export function focusComposer(composerKind: ComposerKind): void {
  usePanelState.setState(({ composerFocusRequests }) => ({
    composerKind,
    composerFocusRequests: composerFocusRequests + 1,
  }))
}

export function openQueueDialog(queueDialog: 'new' | QueueRow | null): void {
  usePanelState.setState({ queueDialog })
}

export function requestTitleEdit(): void {
  usePanelState.setState(({ titleEditRequests }) => ({ titleEditRequests: titleEditRequests + 1 }))
}
