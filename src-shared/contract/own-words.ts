/** The words that a person added to the spell checker's dictionary. The shell keeps them, in Chromium's own file. */
import { z } from 'zod'
import { isOwnWord, maxOwnWords, maxWordBytes } from '../base/own-word.ts'

const word = z.string().max(maxWordBytes).refine(isOwnWord)
/** What is in the dictionary can be removed, also where it came to be there by another way than ours. */
const kept = z.string().min(1).max(1_000)

export const ownWordsChange = z.strictObject({
  add: z.array(word).max(maxOwnWords).optional(),
  remove: z.array(kept).max(maxOwnWords).optional(),
})
export type OwnWordsChange = z.input<typeof ownWordsChange>

/** `full`: there are too many already, and none was added. */
export type OwnWordsOutcome = 'done' | 'full' | 'failed'

/** The dictionary changed. */
export interface OwnWordsNews {
  /** In the window whose menu it was added by: the word. */
  readonly learnt: string | null
}
