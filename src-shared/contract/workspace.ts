/** The workspace, its people, and how the engine is doing. */
import { z } from 'zod'
import type { PersonId, WorkspaceId } from '../base/ids.ts'
import { command, query } from './define.ts'
import { limits, lineText, optionalLine, personId } from './values.ts'

export const personRoles = ['owner', 'admin', 'agent', 'guest'] as const
export type PersonRole = (typeof personRoles)[number]

export interface PersonRow {
  /** The PersonId. */
  readonly key: PersonId
  readonly name: string
  readonly email: string
  readonly role: PersonRole
  readonly title: string
  /** No longer in the workspace; the name stays beside what they wrote. */
  readonly isRemoved: boolean
}

export interface WorkspaceMeta {
  readonly workspace: { readonly id: WorkspaceId; readonly name: string; readonly createdAt: number } | null
  readonly meId: PersonId | null
}

export interface EngineStatusMeta {
  /** Documents whose rows are not up to date yet, and how many were due when the work began. */
  readonly indexing: { readonly done: number; readonly total: number } | null
  readonly lastCommitAt: number | null
  readonly databaseBytes: number
}

export const workspaceCommands = {
  /** Makes the local workspace with its first person, a channel and a queue. Names come in the person's language. */
  'workspace.create': command(
    z.strictObject({
      name: lineText(limits.name),
      personName: lineText(limits.name),
      channelName: lineText(limits.name),
      queueName: lineText(limits.name),
    }),
  ),
  'workspace.rename': command(z.strictObject({ name: lineText(limits.name) })),
  'profile.update': command(
    z.strictObject({
      name: lineText(limits.name).optional(),
      email: optionalLine(limits.email).optional(),
      title: optionalLine(limits.name).optional(),
    }),
  ),
  /** Somebody to assign work to, in a workspace without a server. */
  'people.add': command(
    z.strictObject({ personId, name: lineText(limits.name), email: optionalLine(limits.email).default('') }),
  ),
}

export const workspaceQueries = {
  /** The workspace and its people. */
  'workspace.get': query<WorkspaceMeta, PersonRow>()(z.strictObject({})),
  'engine.status': query<EngineStatusMeta, never>()(z.strictObject({})),
}
