/** A result that was found by its meaning, or in a file: where it stands, and the text itself. */
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Passage } from '#shared/contract/passages.ts'
import { FoundByBadge } from '../../passages/passage-card.tsx'
import { PlaceIcon } from '../../passages/passage-place.tsx'
import { placeTime, placeWords } from '../../passages/place-words.ts'
import { Highlight, RelativeTime } from '../../ui/index.ts'

export const PassageRow = memo(function PassageRow({ passage }: { readonly passage: Passage }): ReactNode {
  const { t } = useTranslation('ask')
  const { title, part } = placeWords(passage.place, t)
  const atMs = placeTime(passage.place)
  return (
    <div className="search-row">
      <span className="search-row-icon">
        <PlaceIcon type={passage.place.type} />
      </span>
      <span className="search-row-title">
        <span className="ui-truncate" dir="auto">
          {title}
        </span>
        {part === '' ? null : (
          <span className="search-row-code ui-truncate" dir="auto">
            {part}
          </span>
        )}
        <FoundByBadge foundBy={passage.foundBy} />
      </span>
      {atMs === null ? null : <RelativeTime atMs={atMs} className="search-row-time" />}
      <span className="search-row-snippet">
        <Highlight text={passage.text} ranges={passage.marks} />
      </span>
    </div>
  )
})
