/** The ask area: questions asked before, the answer that is open, and what it rests on. */
import type { ReactNode } from 'react'
import type { QuestionId } from '#shared/base/ids.ts'
import type { Question } from '#shared/contract/ask.ts'
import { AreaLayout } from '../../app/area-layout.tsx'
import { i18n } from '../../state/i18n.ts'
import { useLiveQuery } from '../../state/live.ts'
import { useAreaRoute } from '../../state/navigation.ts'
import { declareShortcuts } from '../../state/shortcuts.ts'
import { useFrameMode } from '../../ui/index.ts'
import { AskPane, AskStart } from './ask-pane.tsx'
import { hasSources } from './model/answer-blocks.ts'
import { QuestionHistory } from './history/question-history.tsx'
import { SourcesPane } from './sources/sources-pane.tsx'
import './ask.css'

declareShortcuts('ask', () => [
  { action: 'ask.new', keys: 'n', label: i18n.t('ask:key.new') },
  { action: 'ask.cancel', keys: 'Escape', label: i18n.t('ask:key.cancel') },
  { action: 'ask.again', keys: 'r', label: i18n.t('ask:key.again') },
  { action: 'ask.copy', keys: 'y', label: i18n.t('ask:key.copy') },
])

/** Undefined before the first answer of the engine; null where the question was deleted. */
export function useQuestion(questionId: QuestionId | undefined): Question | null | undefined {
  return useLiveQuery('ask.get', questionId === undefined ? null : { questionId }).meta
}

export function AskArea(): ReactNode {
  const { questionId } = useAreaRoute('ask')
  const question = useQuestion(questionId)
  const mode = useFrameMode()
  return (
    <AreaLayout
      area="ask"
      list={mode === 'single' ? <AskStart /> : <QuestionHistory openId={questionId} />}
      detail={<AskPane questionId={questionId} question={question} />}
      {...(question && hasSources(question) ? { context: <SourcesPane question={question} /> } : {})}
    />
  )
}
