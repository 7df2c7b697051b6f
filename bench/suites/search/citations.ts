/** Whether what an answer without a language model says stands in the passages that it cites, word for word. */
import { answerOf } from '../../../src-main/engine/search/answers/answer-of.ts'
import { reported, type Figure } from '../../report.ts'
import { evalQuestions } from '../../retrieval/data.ts'
import type { Systems } from '../../retrieval/systems.ts'

export function measureCitations({ retriever, model }: Systems): Figure[] {
  const answers = evalQuestions.map(({ text }) => answerOf(text, retriever, model))
  const parts = answers.reduce((sum, answer) => sum + answer.parts.length, 0)
  const wrong = answers.reduce((sum, answer) => sum + answer.wrong.length, 0)
  return [
    {
      measure: 'citations that point at a passage which holds the claim',
      value: `${((100 * (parts - wrong)) / Math.max(1, parts)).toFixed(1)} %`,
      target: '100 %',
      reached: wrong === 0 && parts > 0,
      detail: `${String(parts)} parts of ${String(answers.length)} answers`,
    },
    reported(
      'parts of an answer, mean',
      (parts / Math.max(1, answers.filter((answer) => answer.parts.length > 0).length)).toFixed(1),
    ),
  ]
}
