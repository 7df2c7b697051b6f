/** Brings a database to this program's schema: each step in one transaction, with a backup before the first. */
import type Database from 'better-sqlite3'
import type { Log } from '#shared/base/log.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { OpenError } from '#shared/contract/errors.ts'
import { migrations, schemaVersion, type Migration } from './migrations/migrations.ts'

export interface MigrateOptions {
  readonly log: Log
  /** Called before an existing database is changed; throws if the backup cannot be made. */
  readonly backUp: (fromVersion: number) => void
  /** For tests: other steps than the program's own. */
  readonly steps?: readonly Migration[]
}

export function migrate(connection: Database.Database, options: MigrateOptions): Result<void, OpenError> {
  const steps = options.steps ?? migrations
  const fileVersion = connection.pragma('user_version', { simple: true }) as number
  const programVersion = Math.max(schemaVersion, ...steps.map((step) => step.version))
  if (fileVersion > programVersion) return err({ type: 'newer-version', fileVersion, programVersion })
  const due = steps.filter((step) => step.version > fileVersion)
  if (due.length === 0) return ok()
  if (fileVersion > 0) options.backUp(fileVersion)
  for (const step of due) {
    connection
      .transaction(() => {
        step.up(connection)
        connection.pragma(`user_version = ${String(step.version)}`)
      })
      .immediate()
    options.log.info('migrated', { version: step.version })
  }
  return ok()
}
