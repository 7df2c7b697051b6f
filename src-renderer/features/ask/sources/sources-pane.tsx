/** What an answer rests on: each passage in its place, with the sentences that were used marked. */
import { memo, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CitedPassage, Question } from '#shared/contract/ask.ts'
import { PassageCard } from '../../../passages/passage-card.tsx'
import { openSource } from '../ask-actions.ts'
import { useAsk } from '../ask-state.ts'
import { citedNumbers } from '../model/answer-blocks.ts'

export function SourcesPane({ question }: { readonly question: Question }): ReactNode {
  return (
    <div className="ask-sources-pane">
      <Sources question={question} />
    </div>
  )
}

/** Cited ones first; what was only read comes after them. */
export function Sources({ question }: { readonly question: Question }): ReactNode {
  const { t } = useTranslation('ask')
  const { passages, parts, state } = question
  if (passages.length === 0) return null
  const numbers = citedNumbers(parts)
  const cited = passages.filter(({ number }) => numbers.includes(number))
  const others = passages.filter(({ number }) => !numbers.includes(number))
  const title = state.type === 'not-found' ? t('sources.near') : t('sources.title')
  return (
    <section className="ask-sources" aria-label={title}>
      <h2>{title}</h2>
      {cited.map((passage) => (
        <Source key={passage.key} passage={passage} />
      ))}
      {others.length === 0 ? null : cited.length === 0 ? (
        others.map((passage) => <Source key={passage.key} passage={passage} />)
      ) : (
        <details className="ask-others">
          <summary>{t('sources.others', { count: others.length })}</summary>
          {others.map((passage) => (
            <Source key={passage.key} passage={passage} />
          ))}
        </details>
      )}
    </section>
  )
}

const Source = memo(function Source({ passage }: { readonly passage: CitedPassage }): ReactNode {
  const isPointedOut = useAsk((state) => state.pointedOut === passage.number)
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isPointedOut) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isPointedOut])
  return (
    <PassageCard
      cardRef={card}
      passage={passage}
      number={passage.number}
      {...(passage.evidence.length > 0 ? { ranges: passage.evidence } : {})}
      isPointedOut={isPointedOut}
      onOpen={() => openSource(passage)}
    />
  )
})
