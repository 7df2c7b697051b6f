/** What a passage is of, as one word: two of the same thing have the same, and so has the hit by words that shows it. */
import type { PassagePlace } from '#shared/contract/passages.ts'

export function subjectOf(place: PassagePlace): string {
  switch (place.type) {
    case 'article':
      return `article ${place.articleId}`
    case 'ticket':
    case 'note':
      return `ticket ${place.ticketId}`
    case 'message':
      return `message ${place.messageId}`
    case 'file':
      return `file ${place.fileId}`
  }
}
