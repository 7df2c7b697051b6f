/** What can be taken back, newest last. Pure bookkeeping; commands.ts gives it toasts and the key. */
export interface UndoStep {
  /** Takes it back. */
  undo(): void
}

export interface UndoStack {
  push(step: UndoStep): void
  /** Takes back the newest step, and forgets it. False where there is none. */
  undoLatest(): boolean
  /** Takes back this step, if nobody has yet. */
  undo(step: UndoStep): boolean
  /** Forgets all steps: what they would take back is not here any more. */
  clear(): void
}

export function createUndoStack(maxSteps = 50): UndoStack {
  const steps: UndoStep[] = []
  return {
    push(step) {
      steps.push(step)
      if (steps.length > maxSteps) steps.shift()
    },
    undoLatest() {
      const step = steps.pop()
      step?.undo()
      return step !== undefined
    },
    clear() {
      steps.length = 0
    },
    undo(step) {
      const index = steps.indexOf(step)
      if (index === -1) return false
      steps.splice(index, 1)
      step.undo()
      return true
    },
  }
}
