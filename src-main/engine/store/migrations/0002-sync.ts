/** What a workspace needs to know of its server: how far feeds were read, what waits, what was refused. */
export const syncSchema = `
-- The id under which a record is proposed to the server until it is taken, and what the server last said.
ALTER TABLE records ADD COLUMN item_id TEXT;
ALTER TABLE records ADD COLUMN server_body TEXT;
CREATE INDEX records_outbox ON records (item_id) WHERE item_id IS NOT NULL AND server_seq IS NULL;

-- 1: what the server has of the document is not known here and has to be asked for.
ALTER TABLE documents ADD COLUMN reconcile INTEGER NOT NULL DEFAULT 0;
CREATE INDEX documents_to_reconcile ON documents (space_id, doc_key) WHERE reconcile = 1;
CREATE INDEX documents_by_space ON documents (space_id);

CREATE TABLE cursors (
  space_id TEXT PRIMARY KEY,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a waiting update is about (a message, a ticket, an entry of one), for the marks beside them.
CREATE TABLE pending (
  subject TEXT NOT NULL,
  update_key INTEGER NOT NULL REFERENCES updates ON DELETE CASCADE,
  PRIMARY KEY (subject, update_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_by_update ON pending (update_key);

-- What only the server can do to a document (move it to another space, erase its past), until it has.
CREATE TABLE orders (
  item_id TEXT PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('move', 'erase')),
  doc_id TEXT NOT NULL,
  -- Where the server has the document; the document itself says where it is here.
  space_id TEXT NOT NULL,
  to_space_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_by_document ON orders (doc_id);

-- Changes that the server did not take, kept until the person has seen them.
CREATE TABLE refused (
  refused_key TEXT PRIMARY KEY,
  doc_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 1: taken out of the workspace; the name stays beside what they wrote.
ALTER TABLE people ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;

ALTER TABLE tickets ADD COLUMN clash TEXT;
-- A restored server may give a number again before it takes the other one back.
DROP INDEX tickets_by_number;
CREATE INDEX tickets_by_number ON tickets (number) WHERE number IS NOT NULL;
`
