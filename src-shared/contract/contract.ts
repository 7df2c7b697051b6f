/** Every command, query and request there is. Nothing else passes the bridge. */
import { articleCommands, articleQueries } from './articles.ts'
import { askCommands, askQueries } from './ask.ts'
import { attachmentCommands, attachmentQueries } from './attachments.ts'
import { attentionCommands, attentionQueries } from './attention.ts'
import { captureCommands } from './capture.ts'
import { chatCommands, chatQueries } from './chat.ts'
import type { InputOf, OutputOf, ParsedOf } from './define.ts'
import { diagnosticsQueries } from './diagnostics.ts'
import { helpQueries } from './help.ts'
import { indexCommands, indexQueries } from './index-care.ts'
import { libraryCommands, libraryQueries } from './library.ts'
import { modelCommands, modelQueries } from './models.ts'
import { providerCommands, providerQueries, providerRequests } from './providers.ts'
import { searchQueries } from './search.ts'
import { serverRequests, syncCommands, syncQueries } from './sync.ts'
import { ticketCommands, ticketQueries } from './tickets.ts'
import { workspaceCommands, workspaceQueries } from './workspace.ts'

export const commands = {
  ...modelCommands,
  ...workspaceCommands,
  ...chatCommands,
  ...ticketCommands,
  ...syncCommands,
  ...attachmentCommands,
  ...attentionCommands,
  ...captureCommands,
  ...libraryCommands,
  ...indexCommands,
  ...articleCommands,
  ...askCommands,
  ...providerCommands,
}
export const queries = {
  ...modelQueries,
  ...workspaceQueries,
  ...chatQueries,
  ...ticketQueries,
  ...searchQueries,
  ...helpQueries,
  ...syncQueries,
  ...attachmentQueries,
  ...attentionQueries,
  ...libraryQueries,
  ...indexQueries,
  ...articleQueries,
  ...askQueries,
  ...providerQueries,
  ...diagnosticsQueries,
}
/** Calls that only a server or a provider can answer. */
export const requests = { ...serverRequests, ...providerRequests }

export type CommandName = keyof typeof commands
export type QueryName = keyof typeof queries
export type RequestName = keyof typeof requests

export type CommandInput<Name extends CommandName> = InputOf<(typeof commands)[Name]>
export type CommandParsed<Name extends CommandName> = ParsedOf<(typeof commands)[Name]>
export type CommandOutput<Name extends CommandName> = OutputOf<(typeof commands)[Name]>

export type RequestInput<Name extends RequestName> = InputOf<(typeof requests)[Name]>
export type RequestParsed<Name extends RequestName> = ParsedOf<(typeof requests)[Name]>
export type RequestOutput<Name extends RequestName> = OutputOf<(typeof requests)[Name]>

export type QueryInput<Name extends QueryName> = InputOf<(typeof queries)[Name]>
export type QueryParsed<Name extends QueryName> = ParsedOf<(typeof queries)[Name]>
export type QueryOutput<Name extends QueryName> = OutputOf<(typeof queries)[Name]>
export type QueryMeta<Name extends QueryName> = QueryOutput<Name>['meta']
export type QueryRow<Name extends QueryName> = QueryOutput<Name>['rows'][number]

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

export function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(queries, name)
}

export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name)
}
