/** No answer: nothing was found, or something failed. Says what was kept and what can be done now. */
import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerError, Question } from '#shared/contract/ask.ts'
import { navigate } from '../../../state/navigation.ts'
import { showPassage } from '../../../state/quote.ts'
import { PassageCard } from '../../../passages/passage-card.tsx'
import { Banner, Button, EmptyState } from '../../../ui/index.ts'
import { askAgain } from '../ask-actions.ts'
import { WaysOn } from './ways-on.tsx'

/** More would be read as an answer. */
const maxNear = 3

export function NotFound({ question }: { readonly question: Question }): ReactNode {
  const { t } = useTranslation('ask')
  const { text, passages } = question
  return (
    <>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={<WaysOn text={text} />}
      />
      {passages.length === 0 ? null : (
        <section className="ask-near" aria-label={t('notFound.near')}>
          <h3>{t('notFound.near')}</h3>
          {passages.slice(0, maxNear).map((passage) => (
            <PassageCard
              key={passage.key}
              passage={passage}
              number={passage.number}
              onOpen={() => showPassage(passage)}
            />
          ))}
        </section>
      )}
    </>
  )
}

export interface AnswerFailedProps {
  readonly question: Question
  readonly error: AnswerError
}

export function AnswerFailed({ question, error }: AnswerFailedProps): ReactNode {
  const { t } = useTranslation('ask')
  const sentence =
    error.type === 'refused' ? t('failed.refused', { status: error.status }) : t(`failed.${error.type}`)
  const isOfModel = question.by.type === 'model' || error.type === 'no-provider'
  return (
    <Banner
      tone="danger"
      title={t('failed.title')}
      actions={
        <>
          <Button size="small" variant="primary" onPress={() => askAgain(question)}>
            {t('failed.again')}
          </Button>
          {isOfModel ? (
            <>
              <Button size="small" onPress={() => askAgain(question, false)}>
                {t('failed.extract')}
              </Button>
              <Button
                size="small"
                variant="ghost"
                onPress={() => navigate({ area: 'settings', section: 'search' })}
              >
                {t('failed.settings')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      {sentence}
    </Banner>
  )
}
