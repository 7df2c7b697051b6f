/** Whether "nothing found that answers this" is said where it should be, and not where it should not. */
import { isAnswerable } from '../../../src-main/engine/search/retrieval/evidence.ts'
import type { Figure } from '../../report.ts'
import { evalQuestions } from '../../retrieval/data.ts'
import type { Systems } from '../../retrieval/systems.ts'

export function measureRefusal(systems: Systems): Figure[] {
  const judged = evalQuestions.map((question) => {
    const found = systems.retrieve(question.text, 12)
    return {
      ...question,
      isRefused: !isAnswerable(question.text, found).answerable,
      isFound: found.slice(0, 3).some(({ id }) => question.relevant.get(id) === 2),
    }
  })
  return [false, true].flatMap((isDev) => {
    const half = judged.filter((question) => question.isDev === isDev)
    const name = isDev ? ', tuning half' : ''
    const none = half.filter(({ kind }) => kind === 'none')
    const answerable = half.filter(({ kind }) => kind !== 'none')
    const found = answerable.filter(({ isFound }) => isFound)
    return [
      share(`questions without an answer that are refused${name}`, none, 0.9, 'at least'),
      share(`answerable questions that are refused${name}`, answerable, 0.1, 'at most'),
      share(`the same, where an answer is among the first three${name}`, found, 0.1, 'at most'),
    ]
  })
}

function share(
  measure: string,
  questions: readonly { readonly isRefused: boolean }[],
  target: number,
  side: 'at least' | 'at most',
): Figure {
  const refused = questions.filter(({ isRefused }) => isRefused).length
  const value = refused / questions.length
  return {
    measure,
    value: `${(100 * value).toFixed(1)} %`,
    target: `${side} ${String(100 * target)} %`,
    reached: side === 'at least' ? value >= target : value <= target,
    detail: `${String(refused)} of ${String(questions.length)}`,
  }
}
