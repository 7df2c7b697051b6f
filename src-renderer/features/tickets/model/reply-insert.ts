/** A suggested reply in a draft. What the person wrote is never lost, neither by putting one in nor by taking it back. Pure. */
export function withInserted(draft: string, text: string): string {
  return draft.trim() === '' ? text : `${draft.trimEnd()}\n\n${text}`
}

/** @returns the draft as it was before, with what was written behind the text since; unchanged where the text was edited */
export function withoutInserted(draft: string, before: string, after: string): string {
  if (draft === after) return before
  return draft.startsWith(after) ? before + draft.slice(after.length) : draft
}
