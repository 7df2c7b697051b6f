/** What articles need to be written: versions, feedback, links. All of it is derived. */
export const articleSchema = `
ALTER TABLE articles ADD COLUMN section TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN translation_of TEXT;
ALTER TABLE articles ADD COLUMN created_by TEXT;
ALTER TABLE articles ADD COLUMN updated_by TEXT;
ALTER TABLE articles ADD COLUMN published_at INTEGER;
CREATE INDEX articles_by_translation ON articles (translation_of) WHERE translation_of IS NOT NULL;

-- What they say stays in the document; lists show when, who and how long.
CREATE TABLE article_versions (
  article_id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  author_id TEXT,
  at INTEGER NOT NULL,
  title TEXT NOT NULL,
  note TEXT NOT NULL,
  characters INTEGER NOT NULL,
  PRIMARY KEY (article_id, version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_feedback (
  article_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  helped INTEGER NOT NULL,
  at INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (article_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_links (
  article_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  author_id TEXT,
  PRIMARY KEY (article_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_links_by_ticket ON article_links (ticket_id);
`
