/** Questions and their answers, which stay on this device; spaces whose content never leaves it. */
export const askSchema = `
ALTER TABLE spaces ADD COLUMN device_only INTEGER NOT NULL DEFAULT 0;

-- answer: JSON of what the contract's Question holds beside the columns.
CREATE TABLE questions (
  question_id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK
    (state IN ('searching', 'awaiting-approval', 'writing', 'done', 'not-found', 'cancelled', 'failed')),
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX questions_by_time ON questions (asked_at);

-- Language models that this device may ask. Keys lie elsewhere. approved: the address and model that the person has
-- agreed to, or null. withheld: JSON {kinds, spaces}.
CREATE TABLE providers (
  provider_id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  model TEXT NOT NULL,
  context_tokens INTEGER NOT NULL,
  answer_tokens INTEGER NOT NULL,
  allow_insecure INTEGER NOT NULL,
  has_key INTEGER NOT NULL,
  approved TEXT,
  withheld TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
