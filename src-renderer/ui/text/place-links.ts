/** Links to places that stand bare in a text, as they are when somebody copies one and pastes it. */
import { parsePlaceLink } from '#shared/base/place-link.ts'
import type { TextRange } from './word-ranges.ts'

/**
 * Only whole ones: with more of an address before or behind it, it is no link to a place. A full stop or a bracket
 * belongs to the sentence.
 */
const pattern =
  /(?<![\p{L}\p{N}_.:/@-])outpost:\/\/[a-z]{1,20}\/[0-9A-Z]{26}\/?(?![\p{L}\p{N}_/?#%&=@-]|[.:]\p{N})/gu

/** In order and apart. */
export function findPlaceLinks(text: string): readonly TextRange[] {
  if (!text.includes('outpost://')) return []
  return [...text.matchAll(pattern)].flatMap((match): TextRange[] =>
    parsePlaceLink(match[0]) ? [[match.index, match.index + match[0].length]] : [],
  )
}
