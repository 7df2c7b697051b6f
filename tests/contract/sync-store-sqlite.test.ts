import fs from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { asId, type SpaceId } from '#shared/base/ids.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import { openDatabase } from '../../src-server/adapters/store-sqlite/database.ts'
import { createSqliteSyncStore } from '../../src-server/adapters/store-sqlite/sync-store.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { describeSyncStore, type StoreUnderTest } from './sync-store.ts'

const ids = createUlidFactory(Date.now, () => Math.floor(Math.random() * 256))

describeSyncStore('SQLite', () => {
  const folder = temporaryFolder()
  let db = openDatabase(folder)
  onTestFinished(() => void db.close())
  const addWorkspace = () => {
    const workspaceId = asId<StoreUnderTest['workspaceId']>(ids.next())
    db.prepare(
      "INSERT INTO workspaces (workspace_id, name, directory_id, created_at) VALUES (?, '', ?, 0)",
    ).run(workspaceId, ids.next())
    return workspaceId
  }
  return {
    workspaceId: addWorkspace(),
    otherWorkspaceId: addWorkspace(),
    store: createSqliteSyncStore(db),
    addSpace(workspaceId, kind) {
      const spaceId = asId<SpaceId>(ids.next())
      db.prepare(
        `INSERT INTO spaces (space_id, workspace_key, kind, is_open)
         SELECT ?, workspace_key, ?, 1 FROM workspaces WHERE workspace_id = ?`,
      ).run(spaceId, kind, workspaceId)
      return spaceId
    },
    reopen() {
      db.close()
      db = openDatabase(folder)
      return createSqliteSyncStore(db)
    },
    files: () => fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name))),
  }
})
