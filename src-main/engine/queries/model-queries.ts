import { modelAddressOf } from '../search/models/address.ts'
import type { modelQueries } from '#shared/contract/models.ts'
import type { QueryHandlers } from './query.ts'

export const modelQueryHandlers: QueryHandlers<keyof typeof modelQueries> = {
  'model.list': {
    dependsOn: () => ['models', 'index'],
    // What lies on the device the engine knows; it fills the rows in.
    run: (db) => ({ meta: { address: modelAddressOf(db), runsOthers: true }, rows: [] }),
  },
}
