/**
 * The epoch, and how a database that was put back from an older copy is noticed [E1].
 *
 * The database and a file beside it hold the same run id, and both get another one at every start and stop and now and
 * then between. A copy of the database alone, made before the last change and put back later, does not fit the file.
 * Where the whole folder was put back nothing can be seen from inside: then the operator says `--restored`.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { Ulid, UlidFactory } from '#shared/base/ulid.ts'
import type { ServerDatabase } from './database.ts'
import { createStatements, type Statements } from './statements.ts'

export interface EpochKeeper {
  readonly epoch: Ulid
  /** The database was not the one that this folder's last server wrote. */
  readonly isNew: boolean
  /** Takes another run id: copies made before are known as older from now on. */
  renewRunId(): void
}

export interface EpochDeps {
  readonly db: ServerDatabase
  readonly folder: string
  readonly ids: UlidFactory
  /** The operator says that the data comes from an older copy. */
  readonly isRestored: boolean
}

export function keepEpoch({ db, folder, ids, isRestored }: EpochDeps): EpochKeeper {
  const statements = createStatements(db)
  const file = path.join(folder, 'run-id')
  const known = readMeta(statements, 'epoch')
  const isNew = known === null || isRestored || !fits(statements, readFile(file))
  const epoch = isNew ? ids.next() : (known as Ulid)

  const renewRunId = (): void => {
    const runId = ids.next()
    db.transaction(() => {
      // The file follows after the commit: until then it holds the one before.
      writeMeta(statements, 'previousRunId', readMeta(statements, 'runId') ?? runId)
      writeMeta(statements, 'runId', runId)
      writeMeta(statements, 'epoch', epoch)
    }).immediate()
    writeDurably(file, runId)
  }
  renewRunId()
  return { epoch, isNew, renewRunId }
}

function fits(statements: Statements, inFile: string | null): boolean {
  if (inFile === null) return false
  return inFile === readMeta(statements, 'runId') || inFile === readMeta(statements, 'previousRunId')
}

function readFile(file: string): string | null {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : null
}

/** Whole or not at all. */
function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.unfinished`
  fs.writeFileSync(unfinished, `${text}\n`, { mode: 0o600, flush: true })
  fs.renameSync(unfinished, file)
}

function readMeta(statements: Statements, key: string): string | null {
  return statements.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null
}

function writeMeta(statements: Statements, key: string, value: string): void {
  statements.run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  )
}
