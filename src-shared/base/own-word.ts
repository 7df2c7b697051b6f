/** What can be a word of the person's own dictionary. */
import { utf8Length } from './file-name.ts'

/** More than anybody adds by hand; a file of settings with as many is still one that can be read. */
export const maxOwnWords = 5_000
/** Chromium takes no longer one. */
export const maxWordBytes = 99

/** One that the checker can ever meet in a text: no spaces, no control characters. */
export function isOwnWord(text: string): boolean {
  return /^[^\s\p{Cc}\p{Cs}\p{Co}\p{Cn}]+$/u.test(text) && utf8Length(text) <= maxWordBytes
}
