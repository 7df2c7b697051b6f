/**
 * Questions that were forgotten a moment ago, so that it can be taken back. They are in this process's memory alone:
 * their rows are gone from the file, and with the program's end they are gone for good.
 */
import type { QuestionId } from '#shared/base/ids.ts'
import type { Question } from '#shared/contract/ask.ts'

export interface ForgottenQuestions {
  /** @param before the last erasure before this one; `after`: the one that this was */
  keep(question: Question, erasure: { readonly before: string | null; readonly after: string }): void
  /**
   * Gives it back, once. Where something else was erased meanwhile its answer may quote that: then only the question
   * comes back.
   * @param lastErasure as it is now
   */
  take(id: QuestionId, lastErasure: string | null): Question | null
  clear(): void
}

const most = 20
const keepMs = 10 * 60_000

export function createForgottenQuestions(now: () => number): ForgottenQuestions {
  const kept = new Map<QuestionId, { question: Question; at: number; erasure: string | null }>()
  const dropOld = () => {
    for (const [id, { at }] of kept) if (now() - at > keepMs || kept.size > most) kept.delete(id)
  }
  return {
    keep(question, { before, after }) {
      // To forget another question erases nothing that an answer quotes.
      for (const entry of kept.values()) if (entry.erasure === before) entry.erasure = after
      kept.set(question.id, { question, at: now(), erasure: after })
      dropOld()
    },
    take(id, lastErasure) {
      dropOld()
      const entry = kept.get(id)
      kept.delete(id)
      if (!entry) return null
      const { question } = entry
      const hasEnded = !['searching', 'writing', 'awaiting-approval'].includes(question.state.type)
      if (entry.erasure === lastErasure)
        return hasEnded ? question : { ...question, state: { type: 'cancelled' } }
      return { ...question, state: { type: 'cancelled' }, parts: [], passages: [] }
    },
    clear: () => kept.clear(),
  }
}
