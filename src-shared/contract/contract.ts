/** Every command and query there is. Nothing else passes the bridge. */
import { chatCommands, chatQueries } from './chat.ts'
import type { InputOf, OutputOf, ParsedOf } from './define.ts'
import { searchQueries } from './search.ts'
import { ticketCommands, ticketQueries } from './tickets.ts'
import { workspaceCommands, workspaceQueries } from './workspace.ts'

export const commands = { ...workspaceCommands, ...chatCommands, ...ticketCommands }
export const queries = { ...workspaceQueries, ...chatQueries, ...ticketQueries, ...searchQueries }

export type CommandName = keyof typeof commands
export type QueryName = keyof typeof queries

export type CommandInput<Name extends CommandName> = InputOf<(typeof commands)[Name]>
export type CommandParsed<Name extends CommandName> = ParsedOf<(typeof commands)[Name]>
export type CommandOutput<Name extends CommandName> = OutputOf<(typeof commands)[Name]>

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
