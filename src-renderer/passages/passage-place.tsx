/** Where a passage stands: icon, title, the part of it, who and when. */
import { BookOpen, FileText, Lock, MessageSquare, Ticket } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassagePlace, PassageType } from '#shared/contract/passages.ts'
import { usePerson } from '../state/people.ts'
import { RelativeTime } from '../ui/index.ts'
import { placeTime, placeWords } from './place-words.ts'

const icons: Readonly<Record<PassageType, ReactNode>> = {
  article: <BookOpen aria-hidden />,
  ticket: <Ticket aria-hidden />,
  note: <Lock aria-hidden />,
  message: <MessageSquare aria-hidden />,
  file: <FileText aria-hidden />,
}

export function PlaceIcon({ type }: { readonly type: PassageType }): ReactNode {
  return icons[type]
}

export function PassagePlaceLines({ place }: { readonly place: PassagePlace }): ReactNode {
  const { t } = useTranslation('ask')
  const author = usePerson(place.type === 'message' ? place.authorId : null)
  const { title, part } = placeWords(place, t)
  const atMs = placeTime(place)
  const details = [
    part === '' ? null : part,
    author?.name ?? null,
    atMs === null ? null : <RelativeTime key="at" atMs={atMs} />,
    place.type === 'article' ? (
      <abbr key="language" className="passage-language" title={t(`language.${place.language}`)}>
        {place.language.toUpperCase()}
      </abbr>
    ) : null,
  ].filter((detail) => detail !== null)
  return (
    <>
      <span className="passage-title">
        <PlaceIcon type={place.type} />
        <span className="ui-visually-hidden">{t(`place.type.${place.type}`)}: </span>
        <span className="passage-title-words">{title}</span>
      </span>
      {details.length === 0 ? null : (
        <span className="passage-details">
          {details.map((detail, index) => (
            <span key={index}>{detail}</span>
          ))}
        </span>
      )}
    </>
  )
}
