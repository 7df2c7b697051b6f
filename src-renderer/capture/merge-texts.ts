/** Two states of one text, of which mostly one is the other and some more: nothing is lost, and nothing said twice. */
export function mergeTexts(stored: string, kept: string): string {
  if (kept === '' || stored.includes(kept)) return stored
  if (stored === '' || kept.includes(stored)) return kept
  return `${stored}\n${kept}`
}
