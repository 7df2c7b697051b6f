import type { indexQueries } from '#shared/contract/index-care.ts'
import { withBytes } from '../search/index/index-host.ts'
import type { QueryHandlers } from './query.ts'

export const indexQueryHandlers: QueryHandlers<keyof typeof indexQueries> = {
  'index.status': {
    dependsOn: () => ['index'],
    // How it is doing only its own thread knows; the engine fills that in.
    run: () => withBytes(null, null),
  },
}
