import type { PersonId, SpaceId } from '#shared/base/ids.ts'
import type { AccessStore, SpaceRow } from '../../access/access-store.ts'
import type { Statements } from './statements.ts'

type StoredSpace = Omit<SpaceRow, 'isOpen' | 'members'> & { readonly isOpen: number }

const selectSpaces = `
  SELECT space_id AS spaceId, workspace_id AS workspaceId, kind, parent_id AS parentId, is_open AS isOpen,
    created_by AS createdBy
  FROM spaces JOIN workspaces USING (workspace_key)`

export function spaceTables(
  db: Statements,
): Pick<
  AccessStore,
  | 'getSpace'
  | 'commonSpaces'
  | 'spacesBelow'
  | 'membershipsOf'
  | 'insertSpace'
  | 'setMembers'
  | 'ticketNumber'
  | 'takeTicketNumber'
> {
  const ids = (sql: string, ...params: string[]): SpaceId[] =>
    db.all<{ spaceId: SpaceId }>(sql, ...params).map(({ spaceId }) => spaceId)
  const insertMembers = (spaceId: SpaceId, members: readonly PersonId[]): void => {
    for (const personId of members) {
      db.run(
        `INSERT INTO space_members (person_id, space_key) SELECT ?, space_key FROM spaces WHERE space_id = ?
         ON CONFLICT DO NOTHING`,
        personId,
        spaceId,
      )
    }
  }
  return {
    getSpace(spaceId) {
      const row = db.get<StoredSpace>(`${selectSpaces} WHERE space_id = ?`, spaceId)
      if (!row) return null
      const members = db.all<{ personId: PersonId }>(
        `SELECT person_id AS personId FROM space_members JOIN spaces USING (space_key)
         WHERE space_id = ? ORDER BY person_id`,
        spaceId,
      )
      return { ...row, isOpen: row.isOpen === 1, members: members.map(({ personId }) => personId) }
    },
    commonSpaces: (workspaceId) =>
      ids(
        `SELECT space_id AS spaceId FROM spaces JOIN workspaces USING (workspace_key)
         WHERE workspace_id = ? AND kind NOT IN ('personal', 'direct')`,
        workspaceId,
      ),
    spacesBelow: (spaceId) => ids('SELECT space_id AS spaceId FROM spaces WHERE parent_id = ?', spaceId),
    membershipsOf: (workspaceId, personId) =>
      ids(
        `SELECT space_id AS spaceId
         FROM space_members JOIN spaces USING (space_key) JOIN workspaces USING (workspace_key)
         WHERE person_id = ? AND workspace_id = ?`,
        personId,
        workspaceId,
      ),
    insertSpace(space) {
      db.run(
        `INSERT INTO spaces (space_id, workspace_key, kind, parent_id, is_open, created_by)
         SELECT ?, workspace_key, ?, ?, ?, ? FROM workspaces WHERE workspace_id = ?`,
        space.spaceId,
        space.kind,
        space.parentId,
        Number(space.isOpen),
        space.createdBy,
        space.workspaceId,
      )
      insertMembers(space.spaceId, space.members)
    },
    setMembers(spaceId, isOpen, members) {
      db.run(
        'UPDATE spaces SET is_open = ? WHERE space_id = ? OR parent_id = ?',
        Number(isOpen),
        spaceId,
        spaceId,
      )
      db.run(
        'DELETE FROM space_members WHERE space_key = (SELECT space_key FROM spaces WHERE space_id = ?)',
        spaceId,
      )
      insertMembers(spaceId, members)
    },
    ticketNumber: (workspaceId, ticketId) =>
      db.get<{ number: number }>(
        `SELECT number FROM ticket_numbers JOIN workspaces USING (workspace_key)
         WHERE workspace_id = ? AND ticket_id = ?`,
        workspaceId,
        ticketId,
      )?.number ?? null,
    takeTicketNumber(workspaceId, ticketId, number) {
      const taken = db.run(
        `INSERT INTO ticket_numbers (workspace_key, ticket_id, number)
         SELECT workspace_key, ?, ? FROM workspaces WHERE workspace_id = ? ON CONFLICT DO NOTHING`,
        ticketId,
        number,
        workspaceId,
      )
      db.run(
        'UPDATE workspaces SET last_ticket_number = max(last_ticket_number, ?) WHERE workspace_id = ?',
        taken === 1 ? number : 0,
        workspaceId,
      )
      return taken === 1
    },
  }
}
