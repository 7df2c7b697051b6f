/** What happened just now, with a way back. Pure of React, so that its timing can be tested. */
export interface Toast {
  readonly id: string
  readonly text: string
  readonly tone?: 'neutral' | 'success' | 'warning' | 'danger'
  /** "Undo" and the like. The toast goes when it is used. */
  readonly action?: { readonly label: string; readonly run: () => void; readonly shortcut?: string }
  /** Milliseconds; 0 stays until dismissed. Default 6 s, with an action 10 s. */
  readonly lifeMs?: number
}

export interface ToastQueue {
  /** Adds or, with the same id, replaces. Returns the id. */
  readonly add: (toast: Omit<Toast, 'id'> & { readonly id?: string }) => string
  readonly dismiss: (id: string) => void
  /** While somebody points at or is inside the region, nothing goes away. */
  readonly pause: () => void
  readonly resume: () => void
  /** Those to draw, oldest first; more wait for their turn. */
  readonly visible: () => readonly Toast[]
  readonly subscribe: (listener: () => void) => () => void
  readonly dispose: () => void
}

export interface ToastQueueDeps {
  readonly setTimeout?: (callback: () => void, delayMs: number) => () => void
  readonly maxVisible?: number
}

export function createToastQueue(deps: ToastQueueDeps = {}): ToastQueue {
  const { setTimeout: later = browserTimeout, maxVisible = 3 } = deps
  const listeners = new Set<() => void>()
  const timers = new Map<string, () => void>()
  let queued: readonly Toast[] = []
  let shown: readonly Toast[] = []
  let isPaused = false
  let made = 0

  const startTimers = (): void => {
    if (isPaused) return
    for (const toast of shown) {
      const lifeMs = toast.lifeMs ?? (toast.action ? 10_000 : 6_000)
      if (lifeMs === 0 || timers.has(toast.id)) continue
      timers.set(
        toast.id,
        later(() => {
          dismiss(toast.id)
        }, lifeMs),
      )
    }
  }
  const stopTimer = (id: string): void => {
    timers.get(id)?.()
    timers.delete(id)
  }
  const change = (next: readonly Toast[]): void => {
    queued = next
    shown = next.slice(0, maxVisible)
    startTimers()
    for (const listen of [...listeners]) listen()
  }
  const dismiss = (id: string): void => {
    stopTimer(id)
    if (queued.some((toast) => toast.id === id)) change(queued.filter((toast) => toast.id !== id))
  }

  return {
    add: ({ id, ...rest }) => {
      const toast: Toast = { ...rest, id: id ?? `toast-${(made += 1)}` }
      stopTimer(toast.id)
      const isKnown = queued.some((other) => other.id === toast.id)
      change(isKnown ? queued.map((other) => (other.id === toast.id ? toast : other)) : [...queued, toast])
      return toast.id
    },
    dismiss,
    pause: () => {
      isPaused = true
      for (const id of [...timers.keys()]) stopTimer(id)
    },
    resume: () => {
      isPaused = false
      startTimers()
    },
    visible: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    dispose: () => {
      for (const id of [...timers.keys()]) stopTimer(id)
      listeners.clear()
    },
  }
}

function browserTimeout(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs)
  return () => {
    clearTimeout(timer)
  }
}
