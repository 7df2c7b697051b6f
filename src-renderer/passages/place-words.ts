/** A place in words: for cards, tooltips, what is read out, and copied answers. Pure. */
import type { TFunction } from 'i18next'
import type { PassagePlace } from '#shared/contract/passages.ts'

export interface PlaceWords {
  /** What it is in: the article, the ticket, the channel, the file. */
  readonly title: string
  /** Where in it: headings, page, topic, reply. Empty for the whole. */
  readonly part: string
}

type Translate = TFunction<'ask'>

export function placeWords(place: PassagePlace, t: Translate): PlaceWords {
  switch (place.type) {
    case 'article':
      return { title: place.title || t('place.type.article'), part: path(place.headings) }
    case 'ticket':
    case 'note':
      return {
        title: t('place.ticketTitle', {
          code: place.number === null ? place.code : `#${place.number}`,
          title: place.title,
        }),
        part:
          place.type === 'note'
            ? t('place.note')
            : place.entryId === null
              ? t('place.description')
              : t('place.reply'),
      }
    case 'message':
      return {
        title: place.channelName === '' ? t('place.direct') : `#${place.channelName}`,
        part: place.topic ?? '',
      }
    case 'file':
      return {
        title: place.name,
        part: path([
          ...(place.page === null ? [] : [t('place.page', { page: place.page })]),
          ...place.headings,
        ]),
      }
  }
}

/** In one line: "Router reset › After a power cut". */
export function placeLine(place: PassagePlace, t: Translate): string {
  const { title, part } = placeWords(place, t)
  return path([title, part])
}

/** When it was written; null for what has no date of its own. */
export function placeTime(place: PassagePlace): number | null {
  return 'at' in place ? place.at : null
}

function path(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' › ')
}
