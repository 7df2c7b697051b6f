/** The box on top, and under it the answer that is open, or what can be asked. */
import { FileQuestion, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/base/ids.ts'
import type { Question } from '#shared/contract/ask.ts'
import { ContextToggle, ListToggle } from '../../app/area-layout.tsx'
import { navigate } from '../../state/navigation.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { requestAskFocus } from '../../state/ui.ts'
import { EmptyState, IconButton } from '../../ui/index.ts'
import { Answer } from './answer/answer.tsx'
import { IndexNote } from './index-note.tsx'
import { QuestionBox } from './question-box.tsx'
import { Welcome } from './welcome.tsx'

export interface AskPaneProps {
  readonly questionId: QuestionId | undefined
  readonly question: Question | null | undefined
}

export function AskPane({ questionId, question }: AskPaneProps): ReactNode {
  const { t } = useTranslation('ask')
  useShortcuts('ask', [{ action: 'ask.new', keys: 'n', label: t('key.new'), run: startNew }])
  return (
    <div className="ask">
      <header className="ask-bar">
        <ListToggle area="ask" />
        <h1 className="ask-bar-title">{t('pageTitle')}</h1>
        <IconButton label={t('history.new')} shortcut="n" icon={<Plus aria-hidden />} onPress={startNew} />
        {question && question.passages.length > 0 ? <ContextToggle area="ask" /> : null}
      </header>
      <QuestionBox hasOpen={questionId !== undefined} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <div className="ask-scroll" tabIndex={0} role="region" aria-label={t('answer.label')}>
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

function startNew(): void {
  navigate({ area: 'ask' })
  requestAskFocus()
}
