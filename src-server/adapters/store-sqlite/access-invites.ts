import type { SpaceId } from '#shared/base/ids.ts'
import type { AccessStore, InviteRow } from '../../access/access-store.ts'
import type { Statements } from './statements.ts'

type StoredInvite = Omit<InviteRow, 'spaces'> & { readonly spaces: string }

const selectOpen = `
  SELECT invite_id AS inviteId, workspace_id AS workspaceId, role, email, spaces, created_by AS createdBy,
    invites.created_at AS createdAt, expires_at AS expiresAt
  FROM invites JOIN workspaces USING (workspace_key)
  WHERE used_by IS NULL AND ended_at IS NULL`

export function inviteTables(
  db: Statements,
): Pick<AccessStore, 'findInvite' | 'openInvites' | 'insertInvite' | 'useInvite' | 'endInvite'> {
  return {
    findInvite(tokenHash) {
      const row = db.get<StoredInvite>(`${selectOpen} AND token_hash = ?`, tokenHash)
      return row && toInvite(row)
    },
    openInvites: (workspaceId, now) =>
      db
        .all<StoredInvite>(
          `${selectOpen} AND workspace_id = ? AND expires_at > ? ORDER BY invite_id DESC`,
          workspaceId,
          now,
        )
        .map(toInvite),
    insertInvite: (invite, tokenHash) =>
      void db.run(
        `INSERT INTO invites
           (invite_id, workspace_key, token_hash, role, email, spaces, created_by, created_at, expires_at)
         SELECT ?, workspace_key, ?, ?, ?, ?, ?, ?, ? FROM workspaces WHERE workspace_id = ?`,
        invite.inviteId,
        tokenHash,
        invite.role,
        invite.email,
        JSON.stringify(invite.spaces),
        invite.createdBy,
        invite.createdAt,
        invite.expiresAt,
        invite.workspaceId,
      ),
    useInvite: (inviteId, usedBy, now) =>
      void db.run('UPDATE invites SET used_by = ?, ended_at = ? WHERE invite_id = ?', usedBy, now, inviteId),
    endInvite: (inviteId, now) =>
      void db.run('UPDATE invites SET ended_at = ? WHERE invite_id = ?', now, inviteId),
  }
}

function toInvite(row: StoredInvite): InviteRow {
  return { ...row, spaces: JSON.parse(row.spaces) as SpaceId[] }
}
