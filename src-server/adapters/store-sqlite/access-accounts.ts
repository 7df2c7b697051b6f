import type { AccessStore, AccountRow, WorkspaceRow } from '../../access/access-store.ts'
import type { Statements } from './statements.ts'

const accountColumns = 'account_id AS accountId, email, password_hash AS passwordHash'

export function accountTables(
  db: Statements,
): Pick<
  AccessStore,
  | 'getMeta'
  | 'setMeta'
  | 'hasAccounts'
  | 'findAccount'
  | 'getAccount'
  | 'insertAccount'
  | 'setPassword'
  | 'getWorkspace'
  | 'insertWorkspace'
  | 'renameWorkspace'
> {
  return {
    getMeta: (key) => db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null,
    setMeta(key, value) {
      db.run('DELETE FROM meta WHERE key = ?', key)
      if (value !== null) db.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value)
    },
    hasAccounts: () => db.get('SELECT 1 FROM accounts LIMIT 1') !== null,
    findAccount: (email) =>
      db.get<AccountRow>(`SELECT ${accountColumns} FROM accounts WHERE email = ?`, email),
    getAccount: (accountId) =>
      db.get<AccountRow>(`SELECT ${accountColumns} FROM accounts WHERE account_id = ?`, accountId),
    insertAccount: ({ accountId, email, passwordHash }, now) =>
      void db.run(
        'INSERT INTO accounts (account_id, email, password_hash, created_at) VALUES (?, ?, ?, ?)',
        accountId,
        email,
        passwordHash,
        now,
      ),
    setPassword: (accountId, passwordHash) =>
      void db.run('UPDATE accounts SET password_hash = ? WHERE account_id = ?', passwordHash, accountId),
    getWorkspace: (workspaceId) =>
      db.get<WorkspaceRow>(
        `SELECT workspace_id AS workspaceId, name, directory_id AS directoryId, created_at AS createdAt
         FROM workspaces WHERE workspace_id = ?`,
        workspaceId,
      ),
    insertWorkspace: ({ workspaceId, name, directoryId, createdAt }) =>
      void db.run(
        'INSERT INTO workspaces (workspace_id, name, directory_id, created_at) VALUES (?, ?, ?, ?)',
        workspaceId,
        name,
        directoryId,
        createdAt,
      ),
    renameWorkspace: (workspaceId, name) =>
      void db.run('UPDATE workspaces SET name = ? WHERE workspace_id = ?', name, workspaceId),
  }
}
