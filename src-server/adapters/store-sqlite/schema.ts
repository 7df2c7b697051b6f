/**
 * The server's tables. Ids are text as everywhere; only item ids, of which there are most and which are looked up but
 * never shown, are 16 bytes. Entries lie beside each other in the order they are read in.
 */
export const schemaVersion = 2

/** Version 2: which space has which file. */
export const blobSchema = `
CREATE TABLE blob_spaces (
  space_key INTEGER NOT NULL REFERENCES spaces,
  blob_id TEXT NOT NULL,
  size INTEGER NOT NULL,
  -- By its content.
  type TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (space_key, blob_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_spaces_by_blob ON blob_spaces (blob_id);
`

export const schema = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE workspaces (
  workspace_key INTEGER PRIMARY KEY,
  workspace_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  directory_id TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  last_ticket_number INTEGER NOT NULL DEFAULT 0,
  max_blob_bytes INTEGER NOT NULL DEFAULT 104857600
) STRICT;

CREATE TABLE accounts (
  account_id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A member of a workspace; account_id is NULL for somebody who was only written down.
CREATE TABLE people (
  person_id TEXT NOT NULL,
  workspace_key INTEGER NOT NULL REFERENCES workspaces,
  account_id TEXT REFERENCES accounts,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'agent', 'guest')),
  title TEXT NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (workspace_key, person_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX people_by_account ON people (account_id, workspace_key) WHERE account_id IS NOT NULL;

CREATE TABLE devices (
  device_id TEXT PRIMARY KEY,
  workspace_key INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  ended_at INTEGER,
  FOREIGN KEY (workspace_key, person_id) REFERENCES people (workspace_key, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_by_person ON devices (workspace_key, person_id);

CREATE TABLE invites (
  invite_id TEXT PRIMARY KEY,
  workspace_key INTEGER NOT NULL REFERENCES workspaces,
  token_hash BLOB NOT NULL UNIQUE,
  role TEXT NOT NULL,
  email TEXT NOT NULL DEFAULT '',
  -- Spaces that a guest may read, as JSON.
  spaces TEXT NOT NULL DEFAULT '[]',
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_by TEXT,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE spaces (
  space_key INTEGER PRIMARY KEY,
  space_id TEXT NOT NULL UNIQUE,
  workspace_key INTEGER NOT NULL REFERENCES workspaces,
  kind TEXT NOT NULL,
  parent_id TEXT,
  -- 1: all but guests may read and write it. 0: only those in space_members.
  is_open INTEGER NOT NULL,
  created_by TEXT,
  head INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX spaces_by_workspace ON spaces (workspace_key);

CREATE TABLE space_members (
  person_id TEXT NOT NULL,
  space_key INTEGER NOT NULL REFERENCES spaces,
  PRIMARY KEY (person_id, space_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX space_members_by_space ON space_members (space_key);

CREATE TABLE documents (
  doc_key INTEGER PRIMARY KEY,
  workspace_key INTEGER NOT NULL,
  doc_id TEXT NOT NULL,
  space_key INTEGER NOT NULL,
  is_deleted INTEGER NOT NULL DEFAULT 0,
  -- Of the entries behind the snapshot; they are what compaction gains.
  log_count INTEGER NOT NULL DEFAULT 0,
  log_bytes INTEGER NOT NULL DEFAULT 0,
  snapshot_bytes INTEGER NOT NULL DEFAULT 0,
  UNIQUE (workspace_key, doc_id)
) STRICT;

CREATE TABLE entries (
  space_key INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  type INTEGER NOT NULL,
  entry_id BLOB NOT NULL,
  doc_key INTEGER,
  author_id TEXT,
  -- Of an update or snapshot: Yjs's bytes. Of a tombstone: the new space, or nothing. Of a record: JSON of its parts.
  payload BLOB NOT NULL,
  PRIMARY KEY (space_key, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_by_document ON entries (doc_key, seq) WHERE doc_key IS NOT NULL;

-- Numbers that tickets have, given by the server [P11] or brought along by an owner [P10].
CREATE TABLE ticket_numbers (
  workspace_key INTEGER NOT NULL REFERENCES workspaces,
  ticket_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (workspace_key, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ticket_numbers_by_number ON ticket_numbers (workspace_key, number);

-- Every item that was ever taken, so that a push repeated years later is still the same push.
CREATE TABLE items (
  item_id BLOB PRIMARY KEY,
  space_key INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
