import type { ReadableDb } from '../../store/db.ts'
import { getMeta } from '../../store/meta.ts'
import { defaultModelAddress } from './catalogue.ts'

/** Where this workspace fetches models from. */
export function modelAddressOf(db: ReadableDb): string {
  return getMeta(db, 'modelAddress') ?? defaultModelAddress
}
