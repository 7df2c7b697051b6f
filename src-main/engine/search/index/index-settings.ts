/** What a person decided about the index. Kept in the store, since the index itself may be deleted and made anew at any time. */
import { indexedKinds, type IndexedKind } from '#shared/contract/index-care.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import type { PassageType } from '#shared/contract/passages.ts'
import type { ReadableDb } from '../../store/db.ts'
import { getMeta } from '../../store/meta.ts'

export interface IndexSettings {
  readonly isPaused: boolean
  readonly excluded: ReadonlySet<IndexedKind>
  /** The last wish for a rebuild; another text for each. */
  readonly rebuild: string | null
  /** The last erasure in the store; another text for each. */
  readonly erased: string | null
  /** The model that should serve. */
  readonly modelId: string
}

export function readIndexSettings(store: ReadableDb): IndexSettings {
  const excluded = (getMeta(store, 'indexExcluded') ?? '').split(' ')
  return {
    isPaused: getMeta(store, 'indexPaused') === '1',
    excluded: new Set(indexedKinds.filter((kind) => excluded.includes(kind))),
    rebuild: getMeta(store, 'indexRebuild'),
    erased: getMeta(store, 'erased'),
    modelId: getMeta(store, 'searchModel') ?? builtInModelId,
  }
}

export const kindOfType: Readonly<Record<PassageType, IndexedKind>> = {
  article: 'articles',
  ticket: 'tickets',
  note: 'tickets',
  message: 'messages',
  file: 'files',
}
