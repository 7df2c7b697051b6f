/** Ties this folder's workspace to one on a server: a new one that is about to be read, or a local one that moves there. */
import type { PersonId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import { personalDocId } from '#shared/base/ids.ts'
import type { SignedIn } from '#shared/contract/server-api.ts'
import type { CommandContext } from '../commands/context.ts'
import { foundWorkspace } from '../commands/workspace-commands.ts'
import { personalSpaceOf } from '../records/records.ts'
import { getMeta, setMeta } from '../store/meta.ts'

export interface ServerLink {
  readonly address: string
  readonly email: string
}

/** A folder without a workspace: everything comes from the server. */
export function linkNew(
  context: CommandContext,
  signedIn: SignedIn,
  link: ServerLink & { name: string },
): void {
  const { workspaceId, workspaceName, personId } = signedIn
  foundWorkspace(context, { id: workspaceId, name: workspaceName, me: personId })
  // So that one's own name stands there before the directory has been read.
  context.records.receive({
    recordType: 'person',
    recordId: personId,
    body: JSON.stringify({ name: link.name, email: link.email, role: signedIn.role }),
    seq: 0,
  })
  linkServer(context, signedIn, link)
}

/**
 * A local workspace with all its history: every record is proposed, every document compared, and what the server lacks
 * (at first all) is pushed as one update each.
 */
export function linkLocal(context: CommandContext, signedIn: SignedIn, link: ServerLink): void {
  const { db } = context
  movePersonalSpace(context, signedIn.personId)
  for (const { type, id } of db.all<{ type: string; id: string }>('SELECT type, id FROM records')) {
    db.run('UPDATE records SET item_id = ?, server_seq = NULL WHERE type = ? AND id = ?', [
      context.nextId(),
      type,
      id,
    ])
  }
  // The server learns of one's own account and of the workspace itself as it makes them.
  db.run("UPDATE records SET server_seq = 0 WHERE type = 'person' AND id = ?", [signedIn.personId])
  // These updates are part of what the comparison will push.
  db.run('UPDATE updates SET server_seq = 0 WHERE server_seq IS NULL')
  db.run('UPDATE documents SET reconcile = 1')
  linkServer(context, signedIn, link)
}

/** Signed in again: only who and where. */
export function linkServer(
  { db, changed }: CommandContext,
  { directoryId, role }: SignedIn,
  { address, email }: ServerLink,
): void {
  setMeta(db, 'serverAddress', address)
  setMeta(db, 'serverEmail', email)
  setMeta(db, 'directoryId', directoryId)
  setMeta(db, 'role', role)
  changed.add('workspace', 'sync')
}

/** Workspaces made by early versions gave the personal space an id of its own. */
function movePersonalSpace({ db, records }: CommandContext, me: PersonId): void {
  const before = getMeta(db, 'personalSpaceId') as SpaceId | null
  const after = personalSpaceOf(me)
  if (before === after) return
  records.putSpace(after, { kind: 'personal', parentId: null, members: [me] })
  db.run('UPDATE documents SET space_id = ? WHERE doc_id = ?', [after, personalDocId(me)])
  db.run("DELETE FROM records WHERE type = 'space' AND id = ?", [before])
  db.run('DELETE FROM spaces WHERE space_id = ?', [before])
  setMeta(db, 'personalSpaceId', after)
}

export interface LocalWorkspace {
  readonly id: WorkspaceId
  readonly name: string
  readonly me: PersonId
  readonly personName: string
  readonly isLinked: boolean
}

/** The workspace of this folder; null where there is none yet. */
export function findWorkspace({ db }: CommandContext): LocalWorkspace | null {
  const id = getMeta(db, 'workspaceId')
  const me = getMeta(db, 'me')
  if (id === null || me === null) return null
  return {
    id,
    name: getMeta(db, 'workspaceName') ?? '',
    me,
    personName: db.value<string>('SELECT name FROM people WHERE person_id = ?', [me]) ?? '',
    isLinked: getMeta(db, 'serverAddress') !== null,
  }
}
