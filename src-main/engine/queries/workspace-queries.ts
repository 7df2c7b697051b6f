import type { workspaceQueries, PersonRow } from '#shared/contract/workspace.ts'
import { getMeta } from '../store/meta.ts'
import { findMe, type QueryHandlers } from './query.ts'
import { inNameOrder } from './name-order.ts'

export const workspaceQueryHandlers: QueryHandlers<keyof typeof workspaceQueries> = {
  'workspace.get': {
    dependsOn: () => ['workspace', 'people'],
    run(db) {
      const id = getMeta(db, 'workspaceId')
      const workspace =
        id === null
          ? null
          : {
              id,
              name: getMeta(db, 'workspaceName') ?? '',
              createdAt: Number(getMeta(db, 'workspaceCreatedAt') ?? 0),
            }
      const people = db.all<Omit<PersonRow, 'isRemoved'> & { removed: 0 | 1 }>(
        'SELECT person_id AS key, name, email, role, title, removed FROM people ORDER BY person_id',
      )
      const rows = inNameOrder(people).map(({ removed, ...person }) => ({
        ...person,
        isRemoved: removed === 1,
      }))
      return { meta: { workspace, meId: findMe(db) }, rows }
    },
  },
  'engine.status': {
    dependsOn: () => ['status'],
    run(db) {
      const size = db.get<{ pages: number; pageSize: number }>(
        `SELECT (SELECT page_count FROM pragma_page_count()) AS pages,
           (SELECT page_size FROM pragma_page_size()) AS pageSize`,
      )
      // Progress and the time of the last commit are the engine's own; it fills them in.
      return {
        meta: {
          indexing: null,
          lastCommitAt: null,
          databaseBytes: size ? size.pages * size.pageSize : 0,
        },
        rows: [],
      }
    },
  },
}
