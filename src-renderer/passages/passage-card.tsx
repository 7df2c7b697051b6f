/** A passage as it stands in its place, with what was looked for marked. A press on its place leads there. */
import { Sparkles, Type } from 'lucide-react'
import { memo, type ReactNode, type Ref } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FoundBy, Passage } from '#shared/contract/passages.ts'
import { Badge, Highlight, type TextRange } from '../ui/index.ts'
import { PassagePlaceLines } from './passage-place.tsx'
import './passages.css'

export interface PassageCardProps {
  readonly passage: Passage
  /** Counted from 1; left out where nothing refers to it. */
  readonly number?: number
  /** What to mark instead of the words that were asked for. */
  readonly ranges?: readonly TextRange[]
  readonly isPointedOut?: boolean
  readonly onOpen: () => void
  readonly cardRef?: Ref<HTMLElement>
}

export const PassageCard = memo(function PassageCard(props: PassageCardProps): ReactNode {
  const { passage, number, ranges, isPointedOut = false, onOpen, cardRef } = props
  return (
    <article ref={cardRef} className="passage" {...(isPointedOut ? { 'data-pointed-out': '' } : {})}>
      <Button className="passage-head" onPress={onOpen}>
        {number === undefined ? null : <span className="passage-number">{number}</span>}
        <span className="passage-place">
          <PassagePlaceLines place={passage.place} />
        </span>
      </Button>
      <p className="passage-text" {...languageOf(passage)}>
        <Highlight text={passage.text} ranges={ranges ?? passage.marks} />
      </p>
      <FoundByBadge foundBy={passage.foundBy} />
    </article>
  )
})

const foundByIcons: Readonly<Record<FoundBy, ReactNode>> = {
  words: <Type aria-hidden />,
  meaning: <Sparkles aria-hidden />,
  both: <Sparkles aria-hidden />,
}

export function FoundByBadge({ foundBy }: { readonly foundBy: FoundBy }): ReactNode {
  const { t } = useTranslation('ask')
  return (
    <Badge className="passage-found" icon={foundByIcons[foundBy]}>
      {t(`foundBy.${foundBy}`)}
    </Badge>
  )
}

function languageOf({ place }: Passage): { readonly lang?: string } {
  return place.type === 'article' ? { lang: place.language } : {}
}
