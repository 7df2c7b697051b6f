/** Every query's handler, by name. */
import type { QueryResult } from '#shared/contract/define.ts'
import type { ParsedQuery } from '#shared/contract/parse.ts'
import type { ReadableDb } from '../store/db.ts'
import type { ChangedKey } from './changed-keys.ts'
import { articleQueryHandlers } from './article-queries.ts'
import { askQueryHandlers } from './ask-queries.ts'
import { attachmentQueryHandlers } from './attachment-queries.ts'
import { attentionQueryHandlers } from './attention-queries.ts'
import { chatQueryHandlers } from './chat-queries.ts'
import { diagnosticsQueryHandlers } from './diagnostics-queries.ts'
import { libraryQueryHandlers } from './library-queries.ts'
import { modelQueryHandlers } from './model-queries.ts'
import { helpQueryHandlers } from './help-queries.ts'
import { indexQueryHandlers } from './index-queries.ts'
import { noSearchServices, type QueryHandlers, type SearchServices } from './query.ts'
import { searchQueryHandlers } from './search-queries.ts'
import { syncQueryHandlers } from './sync-queries.ts'
import { ticketQueryHandlers } from './ticket-queries.ts'
import { workspaceQueryHandlers } from './workspace-queries.ts'

const handlers: QueryHandlers = {
  ...workspaceQueryHandlers,
  ...chatQueryHandlers,
  ...ticketQueryHandlers,
  ...searchQueryHandlers,
  ...helpQueryHandlers,
  ...syncQueryHandlers,
  ...modelQueryHandlers,
  ...attachmentQueryHandlers,
  ...attentionQueryHandlers,
  ...libraryQueryHandlers,
  ...articleQueryHandlers,
  ...askQueryHandlers,
  ...indexQueryHandlers,
  ...diagnosticsQueryHandlers,
}

/** A handler whose input is what the parser of the same name made; TypeScript cannot follow that through the map. */
interface AnyHandler {
  dependsOn(input: unknown): readonly ChangedKey[]
  run(db: ReadableDb, input: unknown, services: SearchServices): QueryResult
}

export function runQuery(
  db: ReadableDb,
  { name, input }: ParsedQuery,
  services: SearchServices = noSearchServices,
): QueryResult {
  const handler = handlers[name] as AnyHandler
  return db.snapshot(() => handler.run(db, input, services))
}

export function dependenciesOf({ name, input }: ParsedQuery): readonly ChangedKey[] {
  const handler = handlers[name] as AnyHandler
  return handler.dependsOn(input)
}
