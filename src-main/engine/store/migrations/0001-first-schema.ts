/**
 * The first schema. Three layers: what is true (`records`, `documents`, `snapshots`, `updates`), what is derived
 * from it and can be rebuilt (all from `spaces` on), and the full-text indexes over that.
 *
 * Full-text indexes are contentless and hold folded text (see search/fold.ts); a row is taken out by handing the
 * same folded text in again, which projections can, as they hold the old row in the same transaction.
 */
export const firstSchema = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Entries that need one authority: spaces, people, ticket numbers. A local workspace is its own authority.
CREATE TABLE records (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  server_seq INTEGER,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  doc_key INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL UNIQUE,
  space_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  projected_rev INTEGER NOT NULL DEFAULT 0,
  projector_version INTEGER NOT NULL DEFAULT 0,
  projection_error TEXT,
  snapshot_bytes INTEGER NOT NULL DEFAULT 0,
  update_bytes INTEGER NOT NULL DEFAULT 0,
  update_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX documents_by_version ON documents (kind, projector_version);
CREATE INDEX documents_dirty ON documents (doc_key) WHERE projected_rev <> rev;
-- Merging two updates saves nothing; a log of eight is worth it.
CREATE INDEX documents_to_compact ON documents (doc_key) WHERE update_bytes > snapshot_bytes AND update_count >= 8;

CREATE TABLE snapshots (
  doc_key INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  rev INTEGER NOT NULL,
  state BLOB NOT NULL
) STRICT;

CREATE TABLE updates (
  update_key INTEGER PRIMARY KEY,
  update_id TEXT NOT NULL UNIQUE,
  doc_key INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  rev INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('local', 'remote')),
  server_seq INTEGER,
  payload BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX updates_by_document ON updates (doc_key, rev);
CREATE INDEX updates_outbox ON updates (update_key) WHERE server_seq IS NULL AND origin = 'local';

CREATE TABLE spaces (
  space_key INTEGER PRIMARY KEY,
  space_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  parent_id TEXT,
  members TEXT NOT NULL DEFAULT '[]',
  name TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX spaces_by_kind ON spaces (kind);
CREATE INDEX spaces_by_parent ON spaces (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE people (
  person_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- message_key rises with the message's time (see projections/message-key.ts), so that the newest hits come first
-- out of the full-text index without sorting.
CREATE TABLE messages (
  message_key INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,
  channel_key INTEGER NOT NULL,
  author_id TEXT,
  text TEXT NOT NULL,
  topic TEXT,
  reply_to TEXT,
  mentions TEXT,
  reactions TEXT,
  sent_at INTEGER NOT NULL,
  edited_at INTEGER,
  deleted_at INTEGER
) STRICT;
CREATE INDEX messages_by_channel ON messages (channel_key, message_id, author_id, deleted_at);

CREATE TABLE message_mentions (
  person_id TEXT NOT NULL,
  channel_key INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (person_id, channel_key, message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE read_markers (
  person_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (person_id, channel_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  person_id TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;

-- What lists show. Rows are kept narrow, so that a list over 100,000 of them stays fast; the texts are entries.
CREATE TABLE tickets (
  doc_key INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL UNIQUE,
  queue_id TEXT NOT NULL,
  code TEXT NOT NULL,
  number INTEGER,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  state_rank INTEGER NOT NULL,
  active INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  owner_id TEXT,
  customer_name TEXT NOT NULL,
  customer_email TEXT NOT NULL,
  organisation TEXT NOT NULL,
  pending_until INTEGER,
  tags TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  reply_count INTEGER NOT NULL,
  note_count INTEGER NOT NULL
) STRICT;
CREATE INDEX tickets_by_code ON tickets (code);
CREATE UNIQUE INDEX tickets_by_number ON tickets (number) WHERE number IS NOT NULL;
CREATE INDEX tickets_by_updated ON tickets (updated_at);
CREATE INDEX tickets_by_created ON tickets (created_at);
CREATE INDEX tickets_by_priority ON tickets (priority, updated_at);
CREATE INDEX tickets_by_title ON tickets (title COLLATE NOCASE);
CREATE INDEX tickets_by_state_rank ON tickets (state_rank, updated_at);
CREATE INDEX tickets_active ON tickets (active, updated_at);
CREATE INDEX tickets_active_created ON tickets (active, created_at);
CREATE INDEX tickets_active_priority ON tickets (active, priority, updated_at);
CREATE INDEX tickets_active_title ON tickets (active, title COLLATE NOCASE);
CREATE INDEX tickets_by_state ON tickets (state, updated_at);
CREATE INDEX tickets_by_owner ON tickets (owner_id, active, updated_at);
CREATE INDEX tickets_by_queue ON tickets (queue_id, active, updated_at);

CREATE TABLE ticket_tags (
  tag TEXT NOT NULL,
  doc_key INTEGER NOT NULL,
  PRIMARY KEY (tag, doc_key)
) STRICT, WITHOUT ROWID;

-- The description (under the ticket's own id), replies, notes and changes of a ticket, beside each other on disk in the
-- order they are read in.
CREATE TABLE ticket_entries (
  ticket_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('description', 'reply', 'note', 'change')),
  author_id TEXT,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  detail TEXT,
  PRIMARY KEY (ticket_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  doc_key INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  category TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  tags TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE message_words USING fts5 (text, content = '', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE ticket_words USING fts5 (title, body, notes, content = '', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE article_words USING fts5 (title, body, content = '', tokenize = "unicode61 remove_diacritics 2");
`
