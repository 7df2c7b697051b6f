import type { AccessStore, PersonRow } from '../../access/access-store.ts'
import type { Statements } from './statements.ts'

const selectPeople = `
  SELECT workspace_id AS workspaceId, person_id AS personId, account_id AS accountId, people.name AS name, email,
    role, title, removed_at AS removedAt
  FROM people JOIN workspaces USING (workspace_key)`

export function peopleTables(
  db: Statements,
): Pick<AccessStore, 'getPerson' | 'peopleOfAccount' | 'findWithoutAccount' | 'putPerson' | 'countOwners'> {
  return {
    getPerson: (workspaceId, personId) =>
      db.get<PersonRow>(`${selectPeople} WHERE workspace_id = ? AND person_id = ?`, workspaceId, personId),
    peopleOfAccount: (accountId) =>
      db.all<PersonRow>(`${selectPeople} WHERE account_id = ? ORDER BY workspace_id`, accountId),
    findWithoutAccount: (workspaceId, email) =>
      db.get<PersonRow>(
        `${selectPeople} WHERE workspace_id = ? AND account_id IS NULL AND removed_at IS NULL
           AND email = ? COLLATE NOCASE ORDER BY person_id LIMIT 1`,
        workspaceId,
        email,
      ),
    putPerson: (person) =>
      void db.run(
        `INSERT INTO people (workspace_key, person_id, account_id, name, email, role, title, removed_at)
         SELECT workspace_key, ?, ?, ?, ?, ?, ?, ? FROM workspaces WHERE workspace_id = ?
         ON CONFLICT (workspace_key, person_id) DO UPDATE SET account_id = excluded.account_id,
           name = excluded.name, email = excluded.email, role = excluded.role, title = excluded.title,
           removed_at = excluded.removed_at`,
        person.personId,
        person.accountId,
        person.name,
        person.email,
        person.role,
        person.title,
        person.removedAt,
        person.workspaceId,
      ),
    countOwners: (workspaceId) =>
      db.get<{ owners: number }>(
        `SELECT count(*) AS owners FROM people JOIN workspaces USING (workspace_key)
         WHERE workspace_id = ? AND role = 'owner' AND account_id IS NOT NULL AND removed_at IS NULL`,
        workspaceId,
      )?.owners ?? 0,
  }
}
