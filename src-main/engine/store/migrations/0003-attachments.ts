/** Files: which blobs are on this device and on the server, which entries carry them, what hangs on drafts. */
export const attachmentSchema = `
-- Files in the folder blobs/ (state here), and those on their way from the server.
CREATE TABLE blobs (
  blob_id TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  -- By its content; empty until it is here.
  type TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('here', 'wanted', 'failed')),
  done_bytes INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  keep INTEGER NOT NULL DEFAULT 0,
  last_used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blobs_wanted ON blobs (blob_id) WHERE state = 'wanted';
CREATE INDEX blobs_by_use ON blobs (last_used_at) WHERE state = 'here';

-- What this device knows of a blob in a space of the server: not asked yet, there, not there (yet), to be sent there by
-- this device, not to be sent, to be taken away.
CREATE TABLE blob_places (
  blob_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('unknown', 'there', 'missing', 'sending', 'failed', 'erase')),
  -- 1: this device brings it there, since it is where the entry was written. Nothing else is ever sent: a hash in
  -- somebody's message must not make this device publish a file that it happens to have.
  mine INTEGER NOT NULL DEFAULT 0,
  tus_url TEXT,
  done_bytes INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  -- The entry was moved here from this space: the server copies the file, where it has it there.
  from_space_id TEXT,
  PRIMARY KEY (blob_id, space_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_places_due ON blob_places (state, space_id) WHERE state <> 'there';

-- Derived from documents: which entry (a message, reply or note) carries what. shown_in: the changed key of its list.
CREATE TABLE attachments (
  subject TEXT NOT NULL,
  position INTEGER NOT NULL,
  blob_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  shown_in TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachments_by_blob ON attachments (blob_id, space_id);
CREATE INDEX attachments_by_space ON attachments (space_id, blob_id);

CREATE TABLE draft_files (
  draft_key TEXT NOT NULL,
  file_key TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('copying', 'ready', 'failed')),
  done_bytes INTEGER NOT NULL DEFAULT 0,
  blob_id TEXT,
  reason TEXT,
  PRIMARY KEY (draft_key, file_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_files_by_blob ON draft_files (blob_id) WHERE blob_id IS NOT NULL;

-- Spaces whose files stay on this device.
CREATE TABLE kept_spaces (space_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`
