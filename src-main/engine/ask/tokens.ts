/**
 * About how many tokens a text takes. Every model cuts words otherwise; German and English prose comes to three to four
 * characters a token, so this says rather too many.
 */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 3)
}
