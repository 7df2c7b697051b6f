/** Every step of the schema, in order. A step is never changed after a release; the next one is added here. */
import type Database from 'better-sqlite3'
import { firstSchema } from './0001-first-schema.ts'
import { syncSchema } from './0002-sync.ts'
import { attachmentSchema } from './0003-attachments.ts'
import { articleSchema } from './0004-articles.ts'
import { librarySchema } from './0004-library.ts'
import { askSchema } from './0004-ask.ts'
import { attentionSchema } from './0004-attention.ts'

export interface Migration {
  /** The `user_version` after this step. */
  readonly version: number
  readonly up: (connection: Database.Database) => void
}

export const migrations: readonly Migration[] = [
  { version: 1, up: (connection) => connection.exec(firstSchema) },
  { version: 2, up: (connection) => connection.exec(syncSchema) },
  { version: 3, up: (connection) => connection.exec(attachmentSchema) },
  {
    version: 4,
    up(connection) {
      for (const schema of [articleSchema, librarySchema, askSchema, attentionSchema]) connection.exec(schema)
    },
  },
]

export const schemaVersion = migrations.length
