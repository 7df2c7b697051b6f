/** Says that somebody types: at most once in three seconds while they do, and at once when they stop. Pure. */
export interface TypingSignal {
  /** With each change of the text. An empty text is no typing. */
  type(text: string): void
  /** Sent, left, or gone. */
  stop(): void
}

export interface TypingSignalDeps {
  readonly tell: (on: boolean) => void
  readonly nowMs: () => number
  readonly everyMs?: number
}

export function createTypingSignal({ tell, nowMs, everyMs = 3_000 }: TypingSignalDeps): TypingSignal {
  let toldAtMs: number | null = null
  const stop = (): void => {
    if (toldAtMs === null) return
    toldAtMs = null
    tell(false)
  }
  return {
    type(text) {
      if (text.trim() === '') {
        stop()
        return
      }
      const now = nowMs()
      if (toldAtMs !== null && now - toldAtMs < everyMs) return
      toldAtMs = now
      tell(true)
    },
    stop,
  }
}
