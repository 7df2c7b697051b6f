/** Single values that belong to the index. */
import type { ReadableDb, WritableDb } from '../../store/db.ts'

interface IndexMetaValues {
  /** Another one for each index that is made, and whenever what a reader holds in memory no longer counts. */
  readonly made: string
  /** The workspace that it was made from. */
  readonly workspace: string
  /** The `model_key` whose vectors answer questions; missing before the first model. */
  readonly serving: string
  /** The `model_key` that takes its place as soon as every chunk has its vector. */
  readonly next: string
  /** The last wish for a rebuild, and the last erasure, that were carried out. */
  readonly rebuilt: string
  readonly erased: string
}
export type IndexMetaKey = keyof IndexMetaValues

export function getIndexMeta(db: ReadableDb, key: IndexMetaKey): string | null {
  return db.value<string>('SELECT value FROM meta WHERE key = ?', [key]) ?? null
}

export function setIndexMeta(db: WritableDb, key: IndexMetaKey, value: string | null): void {
  if (value === null) db.run('DELETE FROM meta WHERE key = ?', [key])
  else
    db.run(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, value],
    )
}
