/**
 * Files and folders that a person added to be searched. The roots are true of this device and of no other; files and
 * blocks are what was found there, and can be read again. None of it belongs to a document: a rebuild leaves it alone.
 */
export const librarySchema = `
CREATE TABLE library_roots (
  root_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'folder')),
  path TEXT NOT NULL UNIQUE,
  added_at INTEGER NOT NULL,
  -- 'reading': to be looked through, or being looked through.
  state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'missing', 'no-access', 'too-many'))
) STRICT, WITHOUT ROWID;

CREATE TABLE library_files (
  file_id TEXT PRIMARY KEY,
  -- May be of a root that was removed: its files are then taken out in the background.
  root_id TEXT NOT NULL,
  folder TEXT NOT NULL,
  name TEXT NOT NULL,
  -- As it lies there now.
  bytes INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  -- bytes:modified_at of what was read; another one than now: to be read (again). The text of before stays until then.
  stamp TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'indexed', 'skipped')),
  reason TEXT,
  partly TEXT,
  pages INTEGER,
  title TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX library_files_by_place ON library_files (root_id, folder, name);
CREATE INDEX library_files_by_state ON library_files (root_id, state);
CREATE INDEX library_files_due ON library_files (root_id, file_id) WHERE stamp <> bytes || ':' || modified_at;

CREATE TABLE library_blocks (
  file_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'item', 'row', 'code')),
  level INTEGER,
  page INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (file_id, position)
) STRICT, WITHOUT ROWID;
`
