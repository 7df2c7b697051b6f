/** The AccessStore in the server's SQLite file, on the connection that SyncStore's transactions run on. */
import type { AccessStore } from '../../access/access-store.ts'
import { accountTables } from './access-accounts.ts'
import { deviceTables } from './access-devices.ts'
import { inviteTables } from './access-invites.ts'
import { peopleTables } from './access-people.ts'
import { spaceTables } from './access-spaces.ts'
import type { ServerDatabase } from './database.ts'
import { createStatements, type Statements } from './statements.ts'

export function createSqliteAccessStore(db: ServerDatabase): AccessStore {
  const statements = createStatements(db)
  let version = 0
  const counting: Statements = {
    ...statements,
    run(sql, ...params) {
      version++
      return statements.run(sql, ...params)
    },
  }
  return {
    version: () => version,
    isInTransaction: () => db.inTransaction,
    ...accountTables(counting),
    ...peopleTables(counting),
    // When a device was last here changes nobody's rights.
    ...deviceTables(counting, statements),
    ...inviteTables(counting),
    ...spaceTables(counting),
  }
}
