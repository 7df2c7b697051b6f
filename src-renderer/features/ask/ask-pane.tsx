/** The box on top, and under it the answer that is open, or what can be asked. */
import { FileQuestion, Plus } from 'lucide-react'
import { useCallback, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/base/ids.ts'
import type { Question } from '#shared/contract/ask.ts'
import { ContextToggle, ListToggle } from '../../app/area-layout.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { navigate } from '../../state/navigation.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { requestAskFocus } from '../../state/ui.ts'
import { EmptyState, IconButton } from '../../ui/index.ts'
import { Answer } from './answer/answer.tsx'
import { QuestionHistory } from './history/question-history.tsx'
import { IndexNote } from './index-note.tsx'
import { hasSources } from './model/answer-blocks.ts'
import { QuestionBox } from './question-box.tsx'
import { Welcome } from './welcome.tsx'

export interface AskPaneProps {
  readonly questionId: QuestionId | undefined
  readonly question: Question | null | undefined
}

export function AskPane({ questionId, question }: AskPaneProps): ReactNode {
  const { t } = useTranslation('ask')
  useShortcuts('ask', [{ action: 'ask.new', keys: 'n', label: t('key.new'), run: startNew }])
  const scroller = useRef<HTMLDivElement>(null)
  // The keys of the answer work at once, and a screen reader is where the answer comes.
  const focusAnswer = useCallback(() => {
    const element = scroller.current
    if (!element) return
    // The person did not go there by key: no ring around all of it.
    element.dataset['quiet'] = ''
    element.addEventListener('blur', () => delete element.dataset['quiet'], { once: true })
    element.focus({ preventScroll: true })
  }, [])
  return (
    <div className="ask">
      <header className="ask-bar">
        <ListToggle area="ask" />
        <h1 className="ask-bar-title">{t('pageTitle')}</h1>
        <IconButton label={t('history.new')} shortcut="n" icon={<Plus aria-hidden />} onPress={startNew} />
        {question && hasSources(question) ? <ContextToggle area="ask" /> : null}
      </header>
      <QuestionBox hasOpen={questionId !== undefined} onAsked={focusAnswer} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <div ref={scroller} className="ask-scroll" tabIndex={0} role="region" aria-label={t('answer.label')}>
        <div className="ask-page">
          <IndexNote />
          {questionId === undefined ? (
            <Welcome />
          ) : question === null ? (
            <EmptyState
              icon={<FileQuestion aria-hidden />}
              title={t('answer.gone')}
              text={t('answer.goneText')}
            />
          ) : question === undefined ? null : (
            <Answer key={questionId} question={question} />
          )}
        </div>
      </div>
    </div>
  )
}

/** In a narrow window: the box, and the questions asked before under it. */
export function AskStart(): ReactNode {
  const { rows } = useLiveQuery('ask.history', {})
  const show = useCallback(() => undefined, [])
  return (
    <div className="ask ask-start">
      <QuestionBox hasOpen={false} onAsked={show} />
      {rows.length === 0 ? (
        <div className="ask-page">
          <IndexNote />
          <Welcome />
        </div>
      ) : (
        <QuestionHistory openId={undefined} />
      )}
    </div>
  )
}

function startNew(): void {
  navigate({ area: 'ask' })
  requestAskFocus()
}
