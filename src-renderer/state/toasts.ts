/**
 * Short messages at the edge of the window: what went wrong, what can be taken back. State raises them; app/toasts.tsx
 * connects the queue of the design system, which shows and times them. What comes before that waits.
 */
import { onWorkspaceEnter } from './workspaces.ts'

export interface Toast {
  readonly tone?: 'neutral' | 'success' | 'warning' | 'danger'
  /** A whole sentence in the person's language. */
  readonly text: string
  readonly action?: { readonly label: string; run(): void; readonly shortcut?: string }
  /** The same id again replaces the toast; one is made where it is left out. */
  readonly id?: string
}

export interface ToastSink {
  add(toast: Toast & { readonly id: string }): void
  dismiss(id: string): void
}

let made = 0
let waiting: (Toast & { readonly id: string })[] = []
let sink: ToastSink | null = null
/** Those that offer something, by id; the queue forgets them by itself after their time. */
const shown = new Set<string>()

/** Shows a message, and returns its id. */
export function showToast(toast: Toast): string {
  const complete = { ...toast, id: toast.id ?? `toast-${++made}` }
  if (complete.action) shown.add(complete.id)
  if (sink) sink.add(complete)
  else waiting.push(complete)
  return complete.id
}

/** Those of another workspace: what they offer would be done here. */
onWorkspaceEnter(() => {
  waiting = []
  for (const id of shown) sink?.dismiss(id)
  shown.clear()
})

export function dismissToast(id: string): void {
  shown.delete(id)
  waiting = waiting.filter((toast) => toast.id !== id)
  sink?.dismiss(id)
}

/** For app/: where toasts are shown, until the returned function is called. */
export function connectToasts(target: ToastSink): () => void {
  sink = target
  const held = waiting
  waiting = []
  for (const toast of held) target.add(toast)
  return () => {
    if (sink === target) sink = null
  }
}
