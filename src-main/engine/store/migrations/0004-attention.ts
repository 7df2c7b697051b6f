/** What a person is told of: their rules and what they have seen (derived), and what they were told (this device's own). */
export const attentionSchema = `
CREATE TABLE notify_values (
  person_id TEXT NOT NULL,
  key TEXT NOT NULL,
  -- JSON.
  value TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_tickets (
  person_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (person_id, ticket_id)
) STRICT, WITHOUT ROWID;

-- Everything that ever concerned the person, told or not, for as long as it could come up again. open: it was told and
-- neither read nor taken back.
CREATE TABLE attention_told (
  notice_key TEXT PRIMARY KEY,
  place TEXT NOT NULL,
  at INTEGER NOT NULL,
  told_at INTEGER NOT NULL,
  open INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attention_open ON attention_told (place) WHERE open = 1;

-- Spaces whose past was there when this device first caught up with it.
CREATE TABLE attention_spaces (space_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`
