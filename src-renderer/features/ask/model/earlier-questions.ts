/** Up and down in the box: through the questions asked before, as in a shell, and back to what was being typed. Pure. */
export interface Recall {
  /** -1: what is being typed; 0 the newest question. */
  readonly index: number
  readonly typed: string
}

export const nothingRecalled: Recall = { index: -1, typed: '' }

/**
 * @param by 1 for an older question, -1 for a newer one
 * @returns null where there is none further
 */
export function recall(
  questions: readonly string[],
  now: Recall,
  text: string,
  by: 1 | -1,
): { readonly recall: Recall; readonly text: string } | null {
  const unique = [...new Set(questions)]
  const index = now.index + by
  if (index < -1 || index >= unique.length) return null
  const typed = now.index === -1 ? text : now.typed
  return { recall: { index, typed }, text: index === -1 ? typed : (unique[index] ?? typed) }
}
