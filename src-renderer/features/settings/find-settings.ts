/** Which settings have all the words somewhere, by their beginnings, whatever their case and accents. */
import { matchesQuery } from '../../state/palette.ts'

export interface Findable {
  readonly title: string
  readonly text?: string
  /** More words that it should be found by. */
  readonly keywords?: string
}

export function findSettings<T extends Findable>(settings: readonly T[], query: string): readonly T[] {
  return settings.filter(({ title, text, keywords }) =>
    matchesQuery({ label: title, detail: text ?? '', keywords: keywords ?? '' }, query),
  )
}
